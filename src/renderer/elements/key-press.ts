import { isCasedLetter, isNamedKey, writeChord } from '../../contract/chord.ts'

/** What of a `KeyboardEvent` tells which keys were pressed. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

/** What the keys with signs write on a keyboard of the United States, by their place. */
const SIGNS_BY_PLACE: ReadonlyMap<string, string> = new Map([
  ['Backquote', '`'],
  ['Minus', '-'],
  ['Equal', '='],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Backslash', '\\'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Comma', ','],
  ['Period', '.'],
  ['Slash', '/'],
])

/** Signs of other scripts that stand for those which the table of commands names. */
const SAME_SIGNS: ReadonlyMap<string, string> = new Map([
  ['؟', '?'],
  ['،', ','],
  ['؛', ';'],
])

/**
 * The chords that a key press may mean, as `writeChord` writes them, the likeliest first. It is the
 * same whether keys are carried out or recorded, so that whatever was recorded is found again.
 *
 * Letters and signs count by what they write, so that they lie where their keyboard shows them. On a
 * keyboard of another script a letter counts by its place. The keys of digits count by their place,
 * and besides by what they write: digits are typed with Shift on a French keyboard, and "/" is on a
 * German one.
 * @param isMac - Whether Command stands for `Mod` instead of Control.
 * @returns Nothing for modifiers, dead keys, and keys that the program does not use.
 */
export function chordsOf(press: KeyPress, isMac: boolean): readonly string[] {
  if (isMac ? press.ctrlKey : press.metaKey) return []
  // On Windows, AltGr also reports the two keys that it once stood for.
  const isWritten = isAltGraph(press, isMac)
  const mod = !isWritten && (isMac ? press.metaKey : press.ctrlKey)
  const alt = !isWritten && press.altKey
  const { shiftKey: shift } = press
  const digit = digitKeyOf(press, isMac)
  const key = keyOf(press, isMac && alt)
  const name =
    key === undefined ? [] : [writeChord({ mod, alt, shift: shift && takesShift(key), key })]
  if (digit === undefined) return name
  const place = writeChord({ mod, alt, shift, key: digit })
  if (key === undefined || /^\p{Nd}$/u.test(key)) return [place]
  return shift ? [...name, place] : [place, ...name]
}

/**
 * The digit of the key that was pressed, whatever it writes.
 * @returns Undefined for all other keys; also without NumLock, when the pad's keys are arrows, and
 * with AltGr, when they write other characters.
 */
export function digitKeyOf(press: KeyPress, isMac: boolean): string | undefined {
  if ((press.key.length > 1 && press.key !== 'Dead') || isAltGraph(press, isMac)) return undefined
  return /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]
}

/** The key as chords name it; undefined when they cannot. */
function keyOf({ key, code }: KeyPress, isByPlace: boolean): string | undefined {
  if (key === ' ') return 'Space'
  if (isNamedKey(key)) return key
  // With Option, a Mac writes signs that no key shows.
  if (isByPlace || isForeign(key)) {
    return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? SIGNS_BY_PLACE.get(code)
  }
  const sign = SAME_SIGNS.get(key) ?? narrow(key)
  return [...sign].length === 1 ? sign : undefined
}

/** A sign already says that Shift was held, as "?" does. */
function takesShift(key: string): boolean {
  return isNamedKey(key) || isCasedLetter(key)
}

/** Whether a key writes letters, or parts of letters, of another script than Latin. */
function isForeign(key: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(key) && !/\p{Script=Latin}/u.test(key)
}

/** The sign that a full-width one of East Asian keyboards stands for. */
function narrow(key: string): string {
  return /^[！-～]$/u.test(key) ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key
}

/** Whether AltGr is held. A Mac has none; what some browsers call so there is its Option key. */
function isAltGraph(press: KeyPress, isMac: boolean): boolean {
  return !isMac && press.getModifierState('AltGraph')
}
