import type { Status } from '../../core/annotation/annotation-set.ts'
import { valueNamed, type AttributeValue } from '../../core/annotation/attribute.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from '../../core/annotation/edit.ts'
import { isIdle } from '../../core/annotation/fit-edit.ts'
import { boundaryBeside } from '../../core/text/graphemes.ts'
import { moveEnd, moveStart, type Direction } from '../../core/text/movement.ts'
import type { TextRange } from '../../core/text/range.ts'
import { snapToWords, widenToGraphemes } from '../../core/text/snap.ts'
import type { ArticleSession } from './article-session.ts'
import { describeEdit } from './describe-edit.ts'
import { STATUS_NAMES } from './format.ts'
import type { Workspace } from './workspace.ts'

/** How a label was chosen. */
export interface LabelGesture {
  readonly via: 'keyboard' | 'mouse'
  /** Text selected in the window that the cursor does not know of yet. */
  readonly fresh: TextRange | undefined
  /** Keep the exact bounds instead of snapping to words. */
  readonly exact: boolean
  /** Mark the text of the selected span with this label too, instead of relabelling it. */
  readonly another: boolean
}

/**
 * The range that a selection means: whole words without white space around, or exactly what was
 * selected (then only never half a character).
 * @returns Undefined when nothing but white space was selected.
 */
export function rangeMeant(
  session: ArticleSession,
  range: TextRange,
  exact: boolean,
): TextRange | undefined {
  return exact ? widenToGraphemes(session.text, range) : snapToWords(session.outline, range)
}

/**
 * Carries out the choice of a label: it marks the selected text, or relabels the selected span (by
 * key), or else stays active for every selection to come, until it is chosen again.
 */
export function chooseLabel(workspace: Workspace, label: string, gesture: LabelGesture): void {
  const session = workspace.article.get()
  const { fresh, via, exact, another } = gesture
  if (session && fresh) {
    const range = rangeMeant(session, fresh, exact)
    if (range) mark(workspace, label, range, 'mouse')
    return
  }
  const span = session?.selectedSpan.get()
  if (session && span && (via === 'keyboard' || another)) {
    if (another) mark(workspace, label, span, via)
    else relabel(workspace, span.id, label)
    return
  }
  const selected = exact ? session?.exactSelection : session?.selection.get()
  const range = session && selected && rangeMeant(session, selected, true)
  if (session && range && !span) {
    mark(workspace, label, range, session.selectedVia)
    return
  }
  const active = workspace.activeLabel.get() === label ? null : label
  workspace.activeLabel.set(active)
  workspace.notices.announce(
    active === null
      ? `${label} is no longer active`
      : `${label} is active: every selection is marked`,
  )
}

/** Marks a range with a label. */
export function mark(
  workspace: Workspace,
  label: string,
  range: TextRange,
  via: 'keyboard' | 'mouse',
): void {
  change(workspace, (session) => {
    const problem = session.mark(label, range, via)
    if (problem === null) workspace.notices.announce(`${label}: ${session.quote(range)}`)
    return problem
  })
}

export function relabel(workspace: Workspace, id: string, label: string): void {
  change(workspace, (session) => {
    const span = session.spans.get().find((candidate) => candidate.id === id)
    if (!span || span.label === label) return null
    const problem = session.edit([{ type: 'relabel', id, label }])
    if (problem === null) workspace.notices.announce(`${label}: ${session.quote(span)}`)
    return problem
  })
}

/** Gives a span other bounds; nothing happens when they are the same. */
export function moveSpan(
  workspace: Workspace,
  id: string,
  { start, end }: TextRange,
  via: 'keyboard' | 'mouse' = 'keyboard',
): void {
  change(workspace, (session) => {
    const span = session.spans.get().find((candidate) => candidate.id === id)
    if (!span || (span.start === start && span.end === end)) return null
    const problem = session.edit([{ type: 'move', id, start, end }])
    if (problem === null) {
      session.selectSpan(id, via)
      workspace.notices.announce(session.quote({ start, end }))
    }
    return problem
  })
}

/** Moves one end of the selected span by a word. */
export function moveEdge(workspace: Workspace, edge: 'start' | 'end', direction: Direction): void {
  const session = workspace.article.get()
  const span = session?.selectedSpan.get()
  if (!session || !span) return
  const move = edge === 'start' ? moveStart : moveEnd
  moveSpan(workspace, span.id, move(session.outline, span, direction))
}

/** Moves one end of the selected span by a character as a reader sees it: none is ever split. */
export function moveEdgeByCharacter(
  workspace: Workspace,
  edge: 'start' | 'end',
  direction: Direction,
): void {
  const session = workspace.article.get()
  const span = session?.selectedSpan.get()
  if (!session || !span) return
  const range = { ...span, [edge]: boundaryBeside(session.text, span[edge], direction) }
  if (range.start < range.end) moveSpan(workspace, span.id, range)
}

export function removeSelected(workspace: Workspace): void {
  change(workspace, (session) => {
    const span = session.selectedSpan.get()
    if (!span) return null
    const quote = session.quote(span)
    const problem = session.edit([{ type: 'remove', id: span.id }])
    if (problem === null) workspace.notices.announce(`Deleted ${span.label}: ${quote}`)
    return problem
  })
}

/** Writes a span's note; nothing but white space removes it. */
export function writeNote(workspace: Workspace, id: string, text: string): void {
  change(workspace, (session) => {
    const note = text.trim() === '' ? null : text
    const span = session.spans.get().find((candidate) => candidate.id === id)
    if (!span || span.note === note) return null
    return session.edit([{ type: 'note', id, note }])
  })
}

/** Gives an attribute of a span a value, or takes its value away (null). */
export function setValue(
  workspace: Workspace,
  id: string,
  name: string,
  value: AttributeValue | null,
): void {
  change(workspace, (session) => {
    const span = session.spans.get().find((candidate) => candidate.id === id)
    if (!span || valueNamed(span.attributes, name) === value) return null
    const edit: SimpleEdit = { type: 'attribute', id, name, value }
    const problem = session.edit([edit])
    if (problem === null) {
      workspace.notices.announce(describeEdit(edit, { spans: [span] }, session.text))
    }
    return problem
  })
}

/** Says how far the annotator is with the open article. */
export function setStatus(workspace: Workspace, status: Status): void {
  change(workspace, (session) => {
    if (session.status.get() === status) return null
    const problem = session.edit([{ type: 'status', status }])
    if (problem === null) workspace.notices.announce(`Status: ${STATUS_NAMES[status]}`)
    return problem
  })
}

const GONE_LABEL =
  'This step is about a label that was renamed, merged or deleted, and changes nothing here. “Labels…” takes such a change back.'

/** Takes back the last change, or makes it again, and says which it was. */
export function travel(workspace: Workspace, direction: 'undo' | 'redo'): void {
  change(workspace, (session) => {
    const before = { edit: session.next.get()[direction], set: session.document.get().set }
    if (before.edit === null) {
      workspace.notices.announce(`There is nothing to ${direction}`)
      return null
    }
    const problem = session[direction]()
    if (problem !== null) return problem
    const lost = lostOf(before.edit, session)
    if (lost === 'all') {
      workspace.notices.done(GONE_LABEL)
      return null
    }
    // What was taken back is what could now be made again, on the set as it is now.
    const { edit, set } =
      direction === 'undo'
        ? { edit: session.next.get().redo, set: session.document.get().set }
        : before
    const words = edit === null ? '' : describeEdit(edit, set, session.text)
    const without = lost === 'some' ? ', without what had a label that is deleted' : ''
    workspace.notices.announce(`${direction === 'undo' ? 'Undone' : 'Redone'}: ${words}${without}`)
    return null
  })
}

/** What of a step back or forward could not be taken because a label was changed since. */
function lostOf(wanted: Edit, session: ArticleSession): 'nothing' | 'some' | 'all' {
  const { set, history } = session.document.get()
  const taken = history.at(-1)?.edit
  if (taken === undefined) return 'nothing'
  if (isIdle(taken, set)) return 'all'
  return simpleEditsOf(taken).length < simpleEditsOf(wanted).length ? 'some' : 'nothing'
}

/** Runs a change of the open article's set, and tells why where it does not fit. */
export function change(
  workspace: Workspace,
  action: (session: ArticleSession) => string | null,
): void {
  const session = workspace.article.get()
  if (session === null || !mayChange(workspace)) return
  if (session.past.get() !== null) {
    workspace.notices.problem(
      'These are the marks of the past, which cannot be changed. Press Escape to come back to now.',
    )
    return
  }
  const problem = action(session)
  if (problem !== null) workspace.notices.problem(problem)
}

/** Whether the present marks may be changed in this window; where not, the person is told why. */
export function mayChange(workspace: Workspace): boolean {
  const reason = workspace.onlyLooks.get()
  if (reason !== null) workspace.notices.problem(reason)
  return workspace.writable.get()
}
