/** Everything a person can command, once: menus, keys and the list of keys are drawn from it. */
export interface Command {
  readonly id: string
  readonly title: string
  /** The heading it stands under in the list of keys. */
  readonly group: 'Project' | 'Articles' | 'Text' | 'Spans' | 'Program'
  /**
   * Keys as `KeyboardEvent.key` values joined by `+`, modifiers first: `Mod` is Command on a Mac and
   * Control elsewhere. The first is the one shown.
   */
  readonly keys: readonly string[]
  /** Whether the command stays with the native menu's own accelerator where there is one. */
  readonly menu?: 'File' | 'Edit' | 'Article' | 'Help'
  /** Whether it works while a text field has the focus. */
  readonly inFields?: boolean
}

export const COMMANDS = [
  {
    id: 'project.new',
    title: 'New Project…',
    group: 'Project',
    keys: ['Mod+Shift+N'],
    menu: 'File',
    inFields: true,
  },
  {
    id: 'project.open',
    title: 'Open Project…',
    group: 'Project',
    keys: ['Mod+O'],
    menu: 'File',
    inFields: true,
  },
  { id: 'project.sample', title: 'Open Sample Project', group: 'Project', keys: [], menu: 'File' },
  {
    id: 'import.files',
    title: 'Import Files…',
    group: 'Project',
    keys: ['Mod+I'],
    menu: 'File',
    inFields: true,
  },
  {
    id: 'import.folder',
    title: 'Import Folder…',
    group: 'Project',
    keys: ['Mod+Shift+I'],
    menu: 'File',
    inFields: true,
  },
  {
    id: 'export.jsonl',
    title: 'Export JSONL…',
    group: 'Project',
    keys: ['Mod+E'],
    menu: 'File',
    inFields: true,
  },
  { id: 'annotator.name', title: 'Annotator…', group: 'Project', keys: [], menu: 'File' },

  { id: 'history.undo', title: 'Undo', group: 'Spans', keys: ['Mod+Z'], menu: 'Edit' },
  {
    id: 'history.redo',
    title: 'Redo',
    group: 'Spans',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    menu: 'Edit',
  },

  { id: 'articles.next', title: 'Next article', group: 'Articles', keys: ['j'], menu: 'Article' },
  {
    id: 'articles.previous',
    title: 'Previous article',
    group: 'Articles',
    keys: ['k'],
    menu: 'Article',
  },
  {
    id: 'articles.done',
    title: 'Mark done and open the next',
    group: 'Articles',
    keys: ['d'],
    menu: 'Article',
  },
  {
    id: 'articles.reopen',
    title: 'Mark in progress again',
    group: 'Articles',
    keys: ['Shift+D'],
    menu: 'Article',
  },
  {
    id: 'articles.filter',
    title: 'Filter articles',
    group: 'Articles',
    keys: ['/', 'Mod+F'],
    menu: 'Article',
    inFields: true,
  },

  { id: 'cursor.next-word', title: 'Next word', group: 'Text', keys: ['ArrowRight'] },
  { id: 'cursor.previous-word', title: 'Previous word', group: 'Text', keys: ['ArrowLeft'] },
  { id: 'cursor.next-sentence', title: 'Next sentence', group: 'Text', keys: ['Mod+ArrowRight'] },
  {
    id: 'cursor.previous-sentence',
    title: 'Previous sentence',
    group: 'Text',
    keys: ['Mod+ArrowLeft'],
  },
  { id: 'cursor.next-paragraph', title: 'Next paragraph', group: 'Text', keys: ['Mod+ArrowDown'] },
  {
    id: 'cursor.previous-paragraph',
    title: 'Previous paragraph',
    group: 'Text',
    keys: ['Mod+ArrowUp'],
  },
  { id: 'cursor.line-down', title: 'A line down', group: 'Text', keys: ['ArrowDown'] },
  { id: 'cursor.line-up', title: 'A line up', group: 'Text', keys: ['ArrowUp'] },
  { id: 'cursor.first', title: 'Start of the text', group: 'Text', keys: ['Mod+Home', 'Home'] },
  { id: 'cursor.last', title: 'End of the text', group: 'Text', keys: ['Mod+End', 'End'] },
  {
    id: 'cursor.all',
    title: 'Select the whole text',
    group: 'Text',
    keys: ['Mod+A'],
  },
  {
    id: 'cursor.clear',
    title: 'Let go of the selection and the label',
    group: 'Text',
    keys: ['Escape'],
  },

  { id: 'spans.next', title: 'Next span', group: 'Spans', keys: ['Tab'] },
  { id: 'spans.previous', title: 'Previous span', group: 'Spans', keys: ['Shift+Tab'] },
  {
    id: 'spans.at-cursor',
    title: 'Select the span at the cursor, or the one beneath it',
    group: 'Spans',
    keys: ['Enter'],
  },
  {
    id: 'spans.end-right',
    title: 'Extend the end by a word',
    group: 'Spans',
    keys: ['Alt+ArrowRight'],
  },
  {
    id: 'spans.end-left',
    title: 'Shrink the end by a word',
    group: 'Spans',
    keys: ['Alt+ArrowLeft'],
  },
  {
    id: 'spans.start-left',
    title: 'Extend the start by a word',
    group: 'Spans',
    keys: ['Alt+Shift+ArrowLeft'],
  },
  {
    id: 'spans.start-right',
    title: 'Shrink the start by a word',
    group: 'Spans',
    keys: ['Alt+Shift+ArrowRight'],
  },
  { id: 'spans.note', title: 'Write a note', group: 'Spans', keys: ['n'] },
  { id: 'spans.remove', title: 'Delete the span', group: 'Spans', keys: ['Delete', 'Backspace'] },

  { id: 'help.keys', title: 'All keys', group: 'Program', keys: ['?'], menu: 'Help' },
  { id: 'help.about', title: 'About Rubricator', group: 'Program', keys: [], menu: 'Help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

/** @returns The command with this id. */
export function commandOf(id: CommandId): Command {
  const found: Command | undefined = COMMANDS.find((command) => command.id === id)
  if (found === undefined) throw new RangeError(`There is no command ${id}`)
  return found
}
