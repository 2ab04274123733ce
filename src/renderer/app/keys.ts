import { parseChord, writeChord } from '../../contract/chord.ts'
import { commandOf, type CommandId } from '../../contract/commands.ts'
import { chordsOf, digitKeyOf, type KeyPress } from '../elements/key-press.ts'

/** What the keys mean just now. */
export interface KeyTable {
  readonly commands: ReadonlyMap<string, CommandId>
  /** The digits that choose labels. */
  readonly labels: ReadonlySet<string>
}

/** What a key press asks for. */
export type KeyMeaning =
  | {
      readonly type: 'command'
      readonly id: CommandId
      readonly extend: boolean
      /** The keys that meant it. */
      readonly chord: string
    }
  | {
      readonly type: 'label'
      readonly key: string
      readonly exact: boolean
      readonly another: boolean
    }

/** Commands of the cursor that go nowhere, so that Shift has nothing to extend. */
const STANDING: ReadonlySet<CommandId> = new Set(['cursor.clear', 'cursor.all'])

/**
 * Reads a key press. The digit of a label always means the label, whatever its key writes, so that
 * marking works alike on every keyboard; `chordsOf` tells how all others are read.
 * @param isMac - Whether Command stands for `Mod` instead of Control.
 * @returns Undefined when it means nothing here.
 */
export function readKey(press: KeyPress, table: KeyTable, isMac: boolean): KeyMeaning | undefined {
  const chords = chordsOf(press, isMac)
  const digit = digitKeyOf(press, isMac)
  const isMod = isMac ? press.metaKey : press.ctrlKey
  if (digit !== undefined && table.labels.has(digit) && chords.length > 0 && !isMod) {
    return { type: 'label', key: digit, exact: press.altKey, another: press.shiftKey }
  }
  for (const chord of chords) {
    const id = table.commands.get(chord)
    if (id !== undefined) return { type: 'command', id, extend: false, chord }
    const plain = plainOf(chord)
    const moves = plain === undefined ? undefined : table.commands.get(plain)
    if (moves?.startsWith('cursor.') && !STANDING.has(moves)) {
      return { type: 'command', id: moves, extend: true, chord }
    }
  }
  return undefined
}

/** Whether a key press that is held goes on asking for the same. A label marks once. */
export function isRepeated(meaning: KeyMeaning): boolean {
  return meaning.type === 'command' && commandOf(meaning.id).repeats === true
}

/** The chord without Shift, where Shift was held. */
function plainOf(chord: string): string | undefined {
  const parsed = parseChord(chord)
  return parsed?.shift ? writeChord({ ...parsed, shift: false }) : undefined
}
