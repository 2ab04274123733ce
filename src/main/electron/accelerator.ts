import { parseChord } from '../../contract/chord.ts'

/** Names that Electron's accelerators give differently from chords. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['+', 'Plus'],
])

/** The only keys that a menu knows: it throws at others, such as letters with marks. */
const KNOWN = /^(?:[\w!-/:-@[-`{-~]|[A-Z][A-Za-z]+|F\d+)$/

/** @returns A chord as Electron's menus write it; undefined for one that they cannot show. */
export function acceleratorOf(chord: string): string | undefined {
  const parsed = parseChord(chord)
  if (parsed === undefined) return undefined
  const key = NAMES.get(parsed.key) ?? parsed.key
  if (!KNOWN.test(key)) return undefined
  return [
    ...(parsed.mod ? ['CommandOrControl'] : []),
    ...(parsed.alt ? ['Alt'] : []),
    ...(parsed.shift ? ['Shift'] : []),
    key.length === 1 ? key.toUpperCase() : key,
  ].join('+')
}
