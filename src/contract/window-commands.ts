/** The commands about what the window shows; see `COMMANDS`. */
export const VIEW_COMMANDS = [
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
] as const

/** The commands about the program itself; see `COMMANDS`. */
export const PROGRAM_COMMANDS = [
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
] as const
