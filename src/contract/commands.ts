import { ARTICLE_COMMANDS, PROJECT_COMMANDS } from './project-commands.ts'
import { COMMENT_COMMANDS, FEEDBACK_COMMANDS, REVIEW_COMMANDS } from './review-commands.ts'
import { HISTORY_COMMANDS, SPAN_COMMANDS, TEXT_COMMANDS } from './text-commands.ts'
import { PROGRAM_COMMANDS, VIEW_COMMANDS } from './window-commands.ts'

/** What the window shows in its middle. */
export const VIEWS = ['annotate', 'review', 'figures'] as const
export type ViewName = (typeof VIEWS)[number]

/**
 * Everything a person can command, once: keys, menus, the command palette and the list of keys are
 * drawn from it.
 */
export interface Command {
  readonly id: string
  readonly title: string
  /** The heading it stands under in the list of keys. */
  readonly group: 'Project' | 'Articles' | 'Text' | 'Spans' | 'Review' | 'View' | 'Program'
  /** Its chords (see `parseChord`) unless a person gives it others. The first is the one shown. */
  readonly keys: readonly string[]
  /** The menu of the desktop program that it also stands in. */
  readonly menu?: 'File' | 'Edit' | 'View' | 'Article' | 'Help'
  /** Whether it works while a text field has the focus, by chords that write nothing there. */
  readonly inFields?: boolean
  /**
   * Whether holding its key carries it out again and again: right for what moves or can be taken
   * back step by step, wrong for what would change more than was meant.
   */
  readonly repeats?: boolean
  /** The one view of the window in which it can be carried out; all of them when it is not said. */
  readonly view?: ViewName
  /** Other words that somebody may look for it by. */
  readonly also?: string
}

export const COMMANDS = [
  ...inGroup('Project', PROJECT_COMMANDS),
  ...inGroup('Articles', ARTICLE_COMMANDS),
  ...inGroup('Text', TEXT_COMMANDS, 'annotate'),
  ...inGroup('Spans', SPAN_COMMANDS, 'annotate'),
  ...inGroup('Spans', HISTORY_COMMANDS),
  ...inGroup('Review', REVIEW_COMMANDS, 'review'),
  ...inGroup('Review', FEEDBACK_COMMANDS, 'annotate'),
  ...inGroup('Review', COMMENT_COMMANDS),
  ...inGroup('View', VIEW_COMMANDS),
  ...inGroup('Program', PROGRAM_COMMANDS),
] satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

const COMMAND_BY_ID: ReadonlyMap<string, Command> = new Map(
  COMMANDS.map((command) => [command.id, command]),
)

/** @returns The command with this id. */
export function commandOf(id: CommandId): Command {
  const found = COMMAND_BY_ID.get(id)
  if (found === undefined) throw new RangeError(`There is no command ${id}`)
  return found
}

/** @returns Whether a name that came from outside is the id of a command. */
export function isCommandId(id: string): id is CommandId {
  return COMMAND_BY_ID.has(id)
}

function inGroup<const Id extends string>(
  group: Command['group'],
  commands: readonly (Omit<Command, 'group'> & { readonly id: Id })[],
  view?: ViewName,
): readonly (Command & { readonly id: Id })[] {
  return commands.map((command) => ({ ...(view && { view }), ...command, group }))
}
