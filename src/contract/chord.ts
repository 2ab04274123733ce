/** One key with the modifiers held, as the table of commands writes it: `Mod+Shift+ArrowRight`. */
export interface Chord {
  /** Command on a Mac, Control elsewhere. */
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  /**
   * A named key, `Space`, a digit (the key of that digit, whatever it writes), or the character that
   * is written. A letter is small where nothing is held, and large after a modifier.
   */
  readonly key: string
}

/** The named keys that chords may use; all others belong to the system or to no keyboard in use. */
const NAMED_KEYS: ReadonlySet<string> = new Set([
  'Enter',
  'Tab',
  'Escape',
  'Space',
  'Backspace',
  'Delete',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
])

const MODIFIERS: ReadonlySet<string> = new Set(['mod', 'alt', 'shift'])

const LETTER = /^\p{L}$/u
const DIGIT = /^\d$/
/** One character that a key can write and an eye can see. */
const SIGN = /^[\p{P}\p{S}\p{N}]$/u

/** @returns Whether a key is called by a name, such as `Home`, and not by what it writes. */
export function isNamedKey(key: string): boolean {
  return NAMED_KEYS.has(key)
}

/** @returns Whether a key is one letter of any alphabet that has large and small ones. */
export function isCasedLetter(key: string): boolean {
  const large = key.toUpperCase()
  const small = key.toLowerCase()
  // Some letters become two when they are made large or small: these stay as they are.
  return LETTER.test(key) && large !== small && [...large].length === 1 && [...small].length === 1
}

/** @returns The chord as it is written everywhere: two that mean the same keys are written alike. */
export function writeChord({ mod, alt, shift, key }: Chord): string {
  const isModified = mod || alt || shift
  const name = isCasedLetter(key) ? (isModified ? key.toUpperCase() : key.toLowerCase()) : key
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
}

/**
 * Reads a chord such as `Mod+K`, `Shift+F3` or `+`; the order of modifiers and the size of letters
 * do not matter.
 * @returns Undefined when no key press could be meant by it: then also where Shift is asked for
 * besides a sign, since the sign alone says how it is typed.
 */
export function parseChord(text: string): Chord | undefined {
  const parts = text.split(/\+(?!$)/)
  const key = parts.pop() ?? ''
  const held = new Set(parts.map((part) => part.toLowerCase()))
  if (held.size < parts.length || [...held].some((name) => !MODIFIERS.has(name))) return undefined
  const chord: Chord = {
    mod: held.has('mod'),
    alt: held.has('alt'),
    shift: held.has('shift'),
    key,
  }
  if (isNamedKey(key) || LETTER.test(key) || DIGIT.test(key)) return chord
  return SIGN.test(key) && !chord.shift ? chord : undefined
}

/** @returns The chord in the one way to write it; undefined when it is none. */
export function canonicalChord(text: string): string | undefined {
  const chord = parseChord(text)
  return chord && writeChord(chord)
}

/**
 * Whether a chord writes nothing, so that it may mean a command while a text field has the focus.
 * Alt alone does not count: with it many keyboards write their further characters.
 */
export function writesNothing(text: string): boolean {
  const chord = parseChord(text)
  return chord !== undefined && ((chord.mod && !chord.alt) || /^F\d+$/.test(chord.key))
}
