import type { CommandTargets, Handlers, IdsOf } from './handler.ts'

/** UTF-16 code units of a selection that somebody may want to find again; a longer one is a passage. */
const LONGEST_SOUGHT = 80

export const textCommands: Handlers<IdsOf<'cursor'> | IdsOf<'find'>> = {
  'cursor.next-word': ({ reader }, extend) => reader.moveSideways('word', 1, extend),
  'cursor.previous-word': ({ reader }, extend) => reader.moveSideways('word', -1, extend),
  'cursor.next-sentence': ({ reader }, extend) => reader.moveSideways('sentence', 1, extend),
  'cursor.previous-sentence': ({ reader }, extend) => reader.moveSideways('sentence', -1, extend),
  'cursor.next-paragraph': ({ reader }, extend) => reader.moveCursor('paragraph', 1, extend),
  'cursor.previous-paragraph': ({ reader }, extend) => reader.moveCursor('paragraph', -1, extend),
  'cursor.line-down': ({ reader }, extend) => reader.moveLine(1, extend),
  'cursor.line-up': ({ reader }, extend) => reader.moveLine(-1, extend),
  'cursor.page-down': ({ reader }, extend) => reader.page(1, extend),
  'cursor.page-up': ({ reader }, extend) => reader.page(-1, extend),
  'cursor.first': ({ reader }, extend) => reader.jump(-1, extend),
  'cursor.last': ({ reader }, extend) => reader.jump(1, extend),
  'cursor.all': ({ reader }) => reader.selectAll(),
  'cursor.clear': ({ workspace, reader }) => {
    if (reader.cancelPointer()) return
    if (workspace.find.isOpen.get()) {
      workspace.find.close()
      return
    }
    if (workspace.history.isOpen.get()) {
      workspace.history.close()
      return
    }
    document.getSelection()?.removeAllRanges()
    workspace.article.get()?.select(null)
    workspace.activeLabel.set(null)
    workspace.notices.close()
  },

  'find.open': (targets) => targets.workspace.find.open(soughtIn(targets)),
  'find.next': ({ workspace }) => workspace.find.next(),
  'find.previous': ({ workspace }) => workspace.find.previous(),
}

/**
 * What to look for at first: text that was selected on purpose. The keyboard's cursor always covers
 * a word, and that alone is no purpose.
 */
function soughtIn({ workspace, reader }: CommandTargets): string | undefined {
  const session = workspace.article.get()
  if (!session) return undefined
  const isMeant = session.selectedId.get() !== null || session.selectedVia === 'mouse'
  const range = reader.freshSelection ?? (isMeant ? session.selection.get() : null)
  if (!range || range.end - range.start > LONGEST_SOUGHT) return undefined
  return session.quote(range)
}
