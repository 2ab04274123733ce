import type { CommandId } from '../../contract/commands.ts'
import type { RubricInspector } from '../inspector/inspector.ts'
import type { RubricLibrary } from '../library/library.ts'
import type { RubricReader } from '../reader/reader.ts'
import type { ImportSession } from '../state/import-session.ts'
import { change, moveEdge, removeSelected, setStatus } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'
import { exportDataset } from './export-dataset.ts'

/** The parts of the window that commands act on. */
export interface CommandTargets {
  readonly workspace: Workspace
  readonly imports: ImportSession
  readonly library: RubricLibrary
  readonly reader: RubricReader
  readonly inspector: RubricInspector
}

/**
 * Carries out a command.
 * @param extend - Whether the cursor's movement extends the selection.
 * @returns False when there was nothing to do and the key may mean something else, as Tab does after
 * the last span.
 */
export function runCommand(id: CommandId, targets: CommandTargets, extend = false): boolean {
  // Whoever moves the cursor is in the text from then on, and the lists no longer take the arrows.
  if (id.startsWith('cursor.')) targets.reader.focus()
  return HANDLERS[id](targets, extend) ?? true
}

type Handler = (targets: CommandTargets, extend: boolean) => boolean | undefined | void

const HANDLERS: Readonly<Record<CommandId, Handler>> = {
  'project.new': ({ workspace }) => workspace.dialog.set('new-project'),
  'project.open': ({ workspace }) => workspace.dialog.set('open-project'),
  'project.sample': ({ workspace }) => void workspace.change('project.sample', {}),
  'import.files': ({ imports }) => void imports.start('files'),
  'import.folder': ({ imports }) => void imports.start('folder'),
  'export.jsonl': ({ workspace }) => void exportDataset(workspace),
  'annotator.name': ({ workspace }) => workspace.dialog.set('annotator'),

  'history.undo': ({ workspace }) => travel(workspace, 'undo'),
  'history.redo': ({ workspace }) => travel(workspace, 'redo'),

  'articles.next': ({ workspace }) => openNeighbour(workspace, 1),
  'articles.previous': ({ workspace }) => openNeighbour(workspace, -1),
  'articles.done': ({ workspace }) => {
    setStatus(workspace, 'done')
    const id = workspace.article.get()?.id
    const next = id === undefined ? undefined : workspace.library.nextUndone(id)
    if (next) void workspace.openArticle(next.id)
    else workspace.notices.announce('Every article is done')
  },
  'articles.reopen': ({ workspace }) => setStatus(workspace, 'in-progress'),
  'articles.filter': ({ library }) => library.focusFilter(),

  'cursor.next-word': ({ reader }, extend) => reader.moveSideways('word', 1, extend),
  'cursor.previous-word': ({ reader }, extend) => reader.moveSideways('word', -1, extend),
  'cursor.next-sentence': ({ reader }, extend) => reader.moveSideways('sentence', 1, extend),
  'cursor.previous-sentence': ({ reader }, extend) => reader.moveSideways('sentence', -1, extend),
  'cursor.next-paragraph': ({ reader }, extend) => reader.moveCursor('paragraph', 1, extend),
  'cursor.previous-paragraph': ({ reader }, extend) => reader.moveCursor('paragraph', -1, extend),
  'cursor.line-down': ({ reader }, extend) => reader.moveLine(1, extend),
  'cursor.line-up': ({ reader }, extend) => reader.moveLine(-1, extend),
  'cursor.first': ({ reader }, extend) => reader.jump(-1, extend),
  'cursor.last': ({ reader }, extend) => reader.jump(1, extend),
  'cursor.all': ({ reader }) => reader.selectAll(),
  'cursor.clear': ({ workspace }) => {
    document.getSelection()?.removeAllRanges()
    workspace.article.get()?.select(null)
    workspace.activeLabel.set(null)
    workspace.notices.close()
  },

  'spans.next': ({ workspace }) => stepSpan(workspace, 1),
  'spans.previous': ({ workspace }) => stepSpan(workspace, -1),
  'spans.at-cursor': ({ workspace }) => selectAtCursor(workspace),
  'spans.end-right': ({ workspace, reader }) => moveEdgeSideways(workspace, reader, 'end', 1),
  'spans.end-left': ({ workspace, reader }) => moveEdgeSideways(workspace, reader, 'end', -1),
  'spans.start-left': ({ workspace, reader }) => moveEdgeSideways(workspace, reader, 'start', -1),
  'spans.start-right': ({ workspace, reader }) => moveEdgeSideways(workspace, reader, 'start', 1),
  'spans.note': ({ inspector }) => inspector.focusNote(),
  'spans.remove': ({ workspace }) => removeSelected(workspace),

  'help.keys': ({ workspace }) => workspace.dialog.set('keys'),
  'help.about': ({ workspace }) => workspace.dialog.set('about'),
}

function travel(workspace: Workspace, direction: 'undo' | 'redo'): void {
  change(workspace, (session) => {
    const { undo, redo } = session.document.get()
    if ((direction === 'undo' ? undo : redo).length > 0) return session[direction]()
    workspace.notices.announce(`There is nothing to ${direction}`)
    return null
  })
}

function openNeighbour(workspace: Workspace, direction: 1 | -1): void {
  const entry = workspace.library.neighbour(workspace.wantedArticle, direction)
  if (entry) void workspace.openArticle(entry.id)
}

/** Selects the span after or before the cursor. @returns False at the ends. */
function stepSpan(workspace: Workspace, direction: 1 | -1): boolean {
  const session = workspace.article.get()
  if (!session) return false
  const spans = session.spans.get()
  const index = spans.findIndex(({ id }) => id === session.selectedId.get())
  const cursor = session.selection.get()?.start ?? -1
  const found =
    index === -1
      ? direction === 1
        ? spans.find(({ start }) => start >= cursor)
        : spans.findLast(({ start }) => start < cursor)
      : spans[index + direction]
  if (!found) return false
  session.selectSpan(found.id)
  workspace.notices.announce(`${found.label}: ${session.quote(found)}`)
  return true
}

/** Selects the shortest span at the cursor, and with each further call the next longer one. */
function selectAtCursor(workspace: Workspace): boolean {
  const session = workspace.article.get()
  const range = session?.selection.get()
  if (!session || !range) return false
  const selected = session.selectedSpan.get()
  const around = session.spans
    .get()
    .filter(({ start, end }) => start <= range.start && end > range.start)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const index = around.findIndex(({ id }) => id === selected?.id)
  const found = around[(index + 1) % around.length]
  if (!found) return false
  session.selectSpan(found.id)
  workspace.notices.announce(`${found.label}: ${session.quote(found)}`)
  return true
}

function moveEdgeSideways(
  workspace: Workspace,
  reader: RubricReader,
  edge: 'start' | 'end',
  side: 1 | -1,
): void {
  if (!reader.isRightToLeft) return moveEdge(workspace, edge, side)
  // On the screen the end of right-to-left text lies at its left.
  return moveEdge(workspace, edge, side === 1 ? -1 : 1)
}
