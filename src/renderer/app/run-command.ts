import type { CommandId } from '../../contract/commands.ts'
import { articleCommands } from './commands/article-commands.ts'
import { feedbackCommands } from './commands/feedback-commands.ts'
import type { CommandTargets, Handlers } from './commands/handler.ts'
import { programCommands } from './commands/program-commands.ts'
import { reviewCommands } from './commands/review-commands.ts'
import { spanCommands } from './commands/span-commands.ts'
import { textCommands } from './commands/text-commands.ts'

export type { CommandTargets }

/** Every command has its handler: the compiler refuses the table while one is missing. */
const HANDLERS: Handlers<CommandId> = {
  ...programCommands,
  ...articleCommands,
  ...textCommands,
  ...spanCommands,
  ...reviewCommands,
  ...feedbackCommands,
}

/**
 * Commands that only show something or move the focus. They need not wait for an article that is
 * being opened, and must not: what is typed next is meant for what they show.
 */
const AT_ONCE: ReadonlySet<CommandId> = new Set([
  'project.new',
  'project.open',
  'import.files',
  'import.folder',
  'unsaved.export',
  'unsaved.discard',
  'backups.make',
  'backups.restore',
  'labels.manage',
  'project.blind',
  'packs.send',
  'annotator.name',
  'articles.search',
  'articles.filter',
  'find.open',
  'view.reading',
  'palette.open',
  'keys.export',
  'keys.import',
  'help.keys',
  'help.about',
  'comments.show',
  'view.annotate',
  'view.review',
  'view.figures',
])

/** Whether a command must be carried out on the article that is being opened, and not before. */
export function waitsForArticle(id: CommandId): boolean {
  return !AT_ONCE.has(id) && !id.startsWith('review.')
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
