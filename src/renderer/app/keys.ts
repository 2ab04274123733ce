import { COMMANDS, type CommandId } from '../../contract/commands.ts'

/** What a key press asks for. */
export type KeyMeaning =
  | { readonly type: 'command'; readonly id: CommandId; readonly extend: boolean }
  | {
      readonly type: 'label'
      readonly key: string
      readonly exact: boolean
      readonly another: boolean
    }

const COMMAND_BY_KEY = new Map<string, CommandId>(
  COMMANDS.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)),
)

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * Reads a key press. Letters count by what they write on a Latin keyboard and by their place on any
 * other, digits by their place unless they write a command's sign, so that the same keys work under
 * every layout.
 * @param isMac - Whether Command stands for `Mod` instead of Control.
 * @returns Undefined when it means nothing here.
 */
export function readKey(press: KeyPress, isMac: boolean): KeyMeaning | undefined {
  const isMod = isMac ? press.metaKey : press.ctrlKey
  if (isMac ? press.ctrlKey : press.metaKey) return undefined
  const digit = digitOf(press)
  if (digit !== undefined && !isMod) {
    return { type: 'label', key: digit, exact: press.altKey, another: press.shiftKey }
  }
  const letter = letterOf(press)
  // Other characters already say by themselves that Shift was held, as "?" does.
  const hasShift = press.shiftKey && (letter !== undefined || press.key.length > 1)
  const name = letter === undefined ? press.key : letterName(letter, isMod || press.shiftKey)
  const prefix = `${isMod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}`
  const exact = COMMAND_BY_KEY.get(`${prefix}${hasShift ? 'Shift+' : ''}${name}`)
  if (exact !== undefined) {
    return { type: 'command', id: exact, extend: false }
  }
  const plain = hasShift ? COMMAND_BY_KEY.get(`${prefix}${name}`) : undefined
  if (plain?.startsWith('cursor.') && plain !== 'cursor.clear' && plain !== 'cursor.all') {
    return { type: 'command', id: plain, extend: true }
  }
  return undefined
}

function digitOf({ key, code }: KeyPress): string | undefined {
  // Without NumLock the number pad's keys are arrows, and on some keyboards "/" or "?" is Shift+7.
  if ((key.length > 1 && key !== 'Dead') || COMMAND_BY_KEY.has(key)) return undefined
  return /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
}

function letterOf({ key, code }: KeyPress): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const isForeign = key.length === 1 && key.charCodeAt(0) > 0x7f
  return isForeign ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined
}

/** The table writes a letter small where it is typed plainly, and large after a modifier. */
function letterName(letter: string, isModified: boolean): string {
  return isModified ? letter.toUpperCase() : letter
}
