import { canonicalChord } from './chord.ts'

/**
 * Chords that never reach the window, or whose loss would be felt, with what they do instead. The
 * list is one for all systems, since a file of keys may be taken from one to another. A tab of a
 * browser also keeps Mod+Shift+N, but the windows that the program opens itself do not.
 */
const KEPT: readonly (readonly [does: string, chords: readonly string[]])[] = [
  ['closes the window', ['Mod+W', 'Mod+Shift+W', 'Mod+F4', 'Alt+F4']],
  ['ends the program', ['Mod+Q', 'Mod+Shift+Q']],
  ['opens a window or tab of a browser', ['Mod+N', 'Mod+T', 'Mod+Shift+T']],
  ['goes to another tab of a browser', ['Mod+Tab', 'Mod+Shift+Tab', 'Mod+PageUp', 'Mod+PageDown']],
  ['loads the window again', ['F5', 'Mod+F5', 'Shift+F5', 'Mod+R', 'Mod+Shift+R']],
  ['changes the size of everything', ['Mod++', 'Mod+=', 'Mod+-', 'Mod+_', 'Mod+0']],
  ['copies, cuts or inserts text', ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V']],
  ['fills the screen', ['F11']],
  ['opens the tools for developers', ['F12']],
  ['opens the menus', ['F10', 'Shift+F10', 'Alt+F', 'Alt+E', 'Alt+V', 'Alt+A', 'Alt+H']],
  ['hides the window on a Mac', ['Mod+H', 'Mod+M']],
  ['goes to another program', ['Alt+Tab', 'Alt+Shift+Tab', 'Alt+Escape', 'Mod+Escape']],
  ['opens a menu of the system', ['Alt+Space', 'Mod+Space', 'Mod+Alt+Delete']],
]

const DOES: ReadonlyMap<string, string> = new Map(
  KEPT.flatMap(([does, chords]) =>
    chords.map((chord) => [canonicalChord(chord) ?? chord, does] as const),
  ),
)

/**
 * What the system, the browser or the desktop's window does with a chord, so that no command can.
 * @param chord - As `writeChord` writes it.
 * @returns A verb with its object, such as "closes the window"; undefined when the chord is free.
 */
export function keptFor(chord: string): string | undefined {
  return DOES.get(chord)
}
