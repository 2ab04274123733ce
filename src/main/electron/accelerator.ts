/** Names that Electron's accelerators give differently from `KeyboardEvent.key`. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Mod', 'CommandOrControl'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  [' ', 'Space'],
])

/** @returns A command's key as Electron's menus write it. */
export function acceleratorOf(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES.get(part) ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
