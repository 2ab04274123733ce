import type { Span } from '../../../core/annotation/span.ts'
import type { ArticleSession } from '../../state/article-session.ts'
import { moveEdge, moveEdgeByCharacter, removeSelected, travel } from '../../state/marking.ts'
import type { Workspace } from '../../state/workspace.ts'
import type { Handler, Handlers, IdsOf } from './handler.ts'
import { undoReview } from './review-commands.ts'

export const spanCommands: Handlers<IdsOf<'spans'> | IdsOf<'history'>> = {
  'spans.next': ({ workspace }) => stepSpan(workspace, 1),
  'spans.previous': ({ workspace }) => stepSpan(workspace, -1),
  'spans.first': ({ workspace }) => select(workspace, (spans) => spans[0]),
  'spans.last': ({ workspace }) => select(workspace, (spans) => spans.at(-1)),
  'spans.at-cursor': ({ workspace }) => selectAtCursor(workspace),
  'spans.end-right': sideways(moveEdge, 'end', 1),
  'spans.end-left': sideways(moveEdge, 'end', -1),
  'spans.start-left': sideways(moveEdge, 'start', -1),
  'spans.start-right': sideways(moveEdge, 'start', 1),
  'spans.end-right-character': sideways(moveEdgeByCharacter, 'end', 1),
  'spans.end-left-character': sideways(moveEdgeByCharacter, 'end', -1),
  'spans.start-left-character': sideways(moveEdgeByCharacter, 'start', -1),
  'spans.start-right-character': sideways(moveEdgeByCharacter, 'start', 1),
  'spans.values': ({ workspace, inspector }) => {
    const label = workspace.article.get()?.selectedSpan.get()?.label
    if (label === undefined) return
    const attributes = workspace.labelByName.get().get(label)?.attributes ?? []
    if (attributes.length > 0) inspector.focusValues()
    else workspace.notices.done(`“${label}” has no attributes. “Labels…” gives it some.`)
  },
  'spans.note': ({ inspector }) => inspector.focusNote(),
  'spans.remove': ({ workspace }) => removeSelected(workspace),

  'history.show': ({ workspace, reader, history }) => {
    if (workspace.history.isOpen.get()) {
      workspace.history.close()
      reader.focus()
    } else {
      workspace.history.open()
      history.focus()
    }
  },
  'history.undo': ({ workspace }) => goBack(workspace, 'undo'),
  'history.redo': ({ workspace }) => goBack(workspace, 'redo'),
}

/** Undoes or redoes what was done last in the view that is shown. */
function goBack(workspace: Workspace, direction: 'undo' | 'redo'): void {
  const review = workspace.view.get() === 'review' ? workspace.review.session.get() : null
  if (review) undoReview(review, workspace, direction)
  else travel(workspace, direction)
}

/** Selects the span after or before the cursor. @returns False at the ends. */
function stepSpan(workspace: Workspace, direction: 1 | -1): boolean {
  return select(workspace, (spans, session) => {
    const index = spans.findIndex(({ id }) => id === session.selectedId.get())
    if (index !== -1) return spans[index + direction]
    const cursor = session.selection.get()?.start ?? -1
    return direction === 1
      ? spans.find(({ start }) => start >= cursor)
      : spans.findLast(({ start }) => start < cursor)
  })
}

/** Selects the shortest span at the cursor, and with each further call the next longer one. */
function selectAtCursor(workspace: Workspace): boolean {
  return select(workspace, (_spans, session) => {
    const range = session.selection.get()
    if (!range) return undefined
    const around = session.index.get().at(range.start)
    const index = around.findIndex(({ id }) => id === session.selectedId.get())
    return around[(index + 1) % around.length]
  })
}

/** Selects one of the open article's spans and says which. @returns False when there is none. */
function select(
  workspace: Workspace,
  choose: (spans: readonly Span[], session: ArticleSession) => Span | undefined,
): boolean {
  const session = workspace.article.get()
  const found = session && choose(session.spans.get(), session)
  if (!session || !found) return false
  session.selectSpan(found.id)
  workspace.notices.announce(`${found.label}: ${session.quote(found)}`)
  return true
}

/** Moves an end of the selected span to a side of the screen. */
function sideways(move: typeof moveEdge, edge: 'start' | 'end', side: 1 | -1): Handler {
  return ({ workspace, reader }) => {
    // On the screen the end of right-to-left text lies at its left.
    move(workspace, edge, reader.isRightToLeft ? (side === 1 ? -1 : 1) : side)
  }
}
