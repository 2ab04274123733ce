/** The commands that move through the text; see `COMMANDS`. */
export const TEXT_COMMANDS = [
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
] as const

/** The commands that make and change spans; see `COMMANDS`. */
export const SPAN_COMMANDS = [
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
  {
    id: 'spans.values',
    title: 'Fill in the attributes',
    keys: ['v'],
    also: 'values count outcome properties',
  },
  { id: 'spans.note', title: 'Write a note', keys: ['n'], also: 'comment' },
  {
    id: 'spans.remove',
    title: 'Delete the span',
    keys: ['Delete', 'Backspace'],
    also: 'remove unmark erase',
  },
] as const

/** The commands that take back and make again; see `COMMANDS`. */
export const HISTORY_COMMANDS = [
  { id: 'history.undo', title: 'Undo', keys: ['Mod+Z'], menu: 'Edit', repeats: true },
  {
    id: 'history.redo',
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    menu: 'Edit',
    repeats: true,
  },
] as const
