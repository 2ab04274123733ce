import { COMMENT_COMMANDS, FEEDBACK_COMMANDS, REVIEW_COMMANDS } from './review-commands.ts'

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
  ...inGroup('Project', [
    {
      id: 'project.new',
      title: 'New Project…',
      keys: ['Mod+Shift+N'],
      menu: 'File',
      inFields: true,
    },
    { id: 'project.open', title: 'Open Project…', keys: ['Mod+O'], menu: 'File', inFields: true },
    { id: 'project.sample', title: 'Open Sample Project', keys: [], menu: 'File' },
    { id: 'import.files', title: 'Import Files…', keys: ['Mod+I'], menu: 'File', inFields: true },
    {
      id: 'import.folder',
      title: 'Import Folder…',
      keys: ['Mod+Shift+I'],
      menu: 'File',
      inFields: true,
    },
    { id: 'export.jsonl', title: 'Export JSONL…', keys: ['Mod+E'], menu: 'File', inFields: true },
    {
      id: 'export.adjudicated',
      title: 'Export Adjudicated Sets…',
      keys: [],
      menu: 'File',
      also: 'review final gold verdicts',
    },
    {
      id: 'packs.send',
      title: 'Send for Review…',
      keys: [],
      menu: 'File',
      also: 'review pack share colleague make',
    },
    {
      id: 'packs.undo',
      title: 'Undo Taking In',
      keys: [],
      menu: 'File',
      also: 'review pack take back',
    },
    {
      id: 'unsaved.retry',
      title: 'Save Now',
      keys: ['Mod+S'],
      menu: 'File',
      inFields: true,
      also: 'try again unsaved marks',
    },
    {
      id: 'unsaved.export',
      title: 'Export Unsaved Marks…',
      keys: [],
      menu: 'File',
      also: 'rescue full disk',
    },
    {
      id: 'unsaved.discard',
      title: 'Discard Unsaved Marks…',
      keys: [],
      menu: 'File',
      also: 'give up',
    },
    {
      id: 'backups.make',
      title: 'Back Up Now',
      keys: [],
      menu: 'File',
      also: 'backup',
    },
    {
      id: 'backups.restore',
      title: 'Restore from a Backup…',
      keys: [],
      menu: 'File',
      also: 'yesterday bring back',
    },
    {
      id: 'labels.manage',
      title: 'Labels…',
      keys: [],
      menu: 'File',
      also: 'rename merge delete add colour guideline label set',
    },
    { id: 'annotator.name', title: 'Annotator…', keys: [], menu: 'File' },
  ]),

  ...inGroup('Articles', [
    {
      id: 'articles.next',
      view: 'annotate',
      title: 'Next article',
      keys: ['j'],
      menu: 'Article',
      repeats: true,
    },
    {
      id: 'articles.previous',
      view: 'annotate',
      title: 'Previous article',
      keys: ['k'],
      menu: 'Article',
      repeats: true,
    },
    {
      id: 'articles.done',
      view: 'annotate',
      title: 'Mark done and open the next',
      keys: ['d'],
      menu: 'Article',
      also: 'finish complete',
    },
    {
      id: 'articles.reopen',
      view: 'annotate',
      title: 'Mark in progress again',
      keys: ['Shift+D'],
      menu: 'Article',
    },
    {
      id: 'history.show',
      view: 'annotate',
      title: 'History of this article',
      keys: ['Mod+Shift+H'],
      menu: 'Article',
      inFields: true,
      also: 'versions changes go back past log',
    },
    {
      id: 'articles.search',
      view: 'annotate',
      title: 'Search articles',
      keys: ['/', 'Mod+Shift+F'],
      menu: 'Article',
      inFields: true,
      also: 'find words text',
    },
    {
      id: 'articles.filter',
      view: 'annotate',
      title: 'Filter articles…',
      keys: ['Shift+F'],
      menu: 'Article',
      also: 'outlet date published status label annotator note',
    },
  ]),

  ...inGroup(
    'Text',
    [
      { id: 'cursor.next-word', title: 'Next word', keys: ['ArrowRight'], repeats: true },
      { id: 'cursor.previous-word', title: 'Previous word', keys: ['ArrowLeft'], repeats: true },
      {
        id: 'cursor.next-sentence',
        title: 'Next sentence',
        keys: ['Mod+ArrowRight'],
        repeats: true,
      },
      {
        id: 'cursor.previous-sentence',
        title: 'Previous sentence',
        keys: ['Mod+ArrowLeft'],
        repeats: true,
      },
      {
        id: 'cursor.next-paragraph',
        title: 'Next paragraph',
        keys: ['Mod+ArrowDown'],
        repeats: true,
      },
      {
        id: 'cursor.previous-paragraph',
        title: 'Previous paragraph',
        keys: ['Mod+ArrowUp'],
        repeats: true,
      },
      { id: 'cursor.line-down', title: 'A line down', keys: ['ArrowDown'], repeats: true },
      { id: 'cursor.line-up', title: 'A line up', keys: ['ArrowUp'], repeats: true },
      { id: 'cursor.page-down', title: 'A page down', keys: ['PageDown'], repeats: true },
      { id: 'cursor.page-up', title: 'A page up', keys: ['PageUp'], repeats: true },
      { id: 'cursor.first', title: 'Start of the text', keys: ['Mod+Home', 'Home'], repeats: true },
      { id: 'cursor.last', title: 'End of the text', keys: ['Mod+End', 'End'], repeats: true },
      { id: 'cursor.all', title: 'Select the whole text', keys: ['Mod+A'] },
      {
        id: 'cursor.clear',
        title: 'Let go of the selection and the label',
        keys: ['Escape'],
      },
      {
        id: 'find.open',
        title: 'Find in the text…',
        keys: ['Mod+F'],
        menu: 'Edit',
        inFields: true,
        also: 'search',
      },
      {
        id: 'find.next',
        title: 'Next place found',
        keys: ['F3', 'Mod+G'],
        menu: 'Edit',
        inFields: true,
        repeats: true,
      },
      {
        id: 'find.previous',
        title: 'Previous place found',
        keys: ['Shift+F3', 'Mod+Shift+G'],
        menu: 'Edit',
        inFields: true,
        repeats: true,
      },
    ],
    'annotate',
  ),

  ...inGroup(
    'Spans',
    [
      { id: 'spans.next', title: 'Next span', keys: ['Tab'], repeats: true },
      { id: 'spans.previous', title: 'Previous span', keys: ['Shift+Tab'], repeats: true },
      { id: 'spans.first', title: 'First span', keys: ['g'] },
      { id: 'spans.last', title: 'Last span', keys: ['Shift+G'] },
      {
        id: 'spans.at-cursor',
        title: 'Select the span at the cursor, or the one beneath it',
        keys: ['Enter'],
      },
      {
        id: 'spans.end-right',
        title: 'Extend the end by a word',
        keys: ['Alt+ArrowRight'],
        repeats: true,
      },
      {
        id: 'spans.end-left',
        title: 'Shrink the end by a word',
        keys: ['Alt+ArrowLeft'],
        repeats: true,
      },
      {
        id: 'spans.start-left',
        title: 'Extend the start by a word',
        keys: ['Alt+Shift+ArrowLeft'],
        repeats: true,
      },
      {
        id: 'spans.start-right',
        title: 'Shrink the start by a word',
        keys: ['Alt+Shift+ArrowRight'],
        repeats: true,
      },
      {
        id: 'spans.end-right-character',
        title: 'Extend the end by a character',
        keys: ['l'],
        repeats: true,
      },
      {
        id: 'spans.end-left-character',
        title: 'Shrink the end by a character',
        keys: ['h'],
        repeats: true,
      },
      {
        id: 'spans.start-left-character',
        title: 'Extend the start by a character',
        keys: ['Shift+H'],
        repeats: true,
      },
      {
        id: 'spans.start-right-character',
        title: 'Shrink the start by a character',
        keys: ['Shift+L'],
        repeats: true,
      },
      { id: 'spans.note', title: 'Write a note', keys: ['n'], also: 'comment' },
      {
        id: 'spans.remove',
        title: 'Delete the span',
        keys: ['Delete', 'Backspace'],
        also: 'remove unmark erase',
      },
    ],
    'annotate',
  ),

  ...inGroup('Spans', [
    { id: 'history.undo', title: 'Undo', keys: ['Mod+Z'], menu: 'Edit', repeats: true },
    {
      id: 'history.redo',
      title: 'Redo',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      menu: 'Edit',
      repeats: true,
    },
  ]),

  ...inGroup('Review', REVIEW_COMMANDS, 'review'),
  ...inGroup('Review', FEEDBACK_COMMANDS, 'annotate'),
  ...inGroup('Review', COMMENT_COMMANDS),

  ...inGroup('View', [
    {
      id: 'view.annotate',
      title: 'Annotate',
      keys: ['F6'],
      menu: 'View',
      inFields: true,
      also: 'mark read',
    },
    {
      id: 'view.review',
      title: 'Review',
      keys: ['F7'],
      menu: 'View',
      inFields: true,
      also: 'disagreements compare adjudicate curate',
    },
    {
      id: 'view.figures',
      title: 'Figures',
      keys: ['F8'],
      menu: 'View',
      inFields: true,
      also: 'agreement kappa alpha f1 statistics confusion',
    },
    {
      id: 'view.reading',
      title: 'Reading settings…',
      keys: ['Mod+,'],
      menu: 'View',
      inFields: true,
      also: 'preferences font column width line height',
    },
    {
      id: 'view.larger',
      title: 'Larger text',
      keys: ['+'],
      menu: 'View',
      repeats: true,
      also: 'zoom in font',
    },
    {
      id: 'view.smaller',
      title: 'Smaller text',
      keys: ['-'],
      menu: 'View',
      repeats: true,
      also: 'zoom out font',
    },
    {
      id: 'view.focus',
      view: 'annotate',
      title: 'Focus on the paragraph',
      keys: ['f'],
      menu: 'View',
      also: 'dim distraction',
    },
    {
      id: 'view.chips',
      view: 'annotate',
      title: 'Show label letters in the text',
      keys: ['c'],
      menu: 'View',
    },
    { id: 'view.numbers', title: 'Number the paragraphs', keys: [], menu: 'View' },
  ]),

  ...inGroup('Program', [
    {
      id: 'palette.open',
      title: 'Command palette…',
      keys: ['Mod+K'],
      menu: 'View',
      inFields: true,
    },
    {
      id: 'help.keys',
      title: 'All keys',
      keys: ['?'],
      menu: 'Help',
      also: 'shortcuts hotkeys keyboard cheat sheet remap',
    },
    { id: 'keys.export', title: 'Export keys…', keys: [] },
    { id: 'keys.import', title: 'Import keys…', keys: [] },
    {
      id: 'help.about',
      title: 'About Rubricator',
      keys: [],
      menu: 'Help',
    },
  ]),
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
