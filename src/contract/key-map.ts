import * as v from 'valibot'
import { canonicalChord, parseChord } from './chord.ts'
import { COMMANDS, commandOf, isCommandId, type CommandId, type ViewName } from './commands.ts'
import { keptFor } from './kept-chords.ts'

/** A chord as the table of commands writes it, such as `Mod+Shift+ArrowRight`. */
export const KeySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60))

/** Keys that one command may have. */
export const KEYS_PER_COMMAND = 8

/** The keys of the commands that do not keep their own, by the command's id; none means no key. */
export const KeyMapSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(60)),
    v.pipe(v.array(KeySchema), v.maxLength(KEYS_PER_COMMAND), v.readonly()),
  ),
  v.readonly(),
)
export type KeyMap = v.InferOutput<typeof KeyMapSchema>

/** What of a label matters here: its name, and the digit that chooses it. */
interface KeyedLabel {
  readonly name: string
  readonly key: string | null
}

/** Why a chord of a command does not do, or not only, what it was given for. */
export interface KeyConflict {
  readonly command: CommandId
  readonly chord: string
  readonly with:
    /** `wins` tells whether the chord means this other command, and not the one that conflicts. */
    | { readonly type: 'command'; readonly command: CommandId; readonly wins: boolean }
    /** The digits of labels always mean the labels. */
    | { readonly type: 'label'; readonly label: string }
    /** The system or the browser keeps it; `does` is a verb with its object. */
    | { readonly type: 'kept'; readonly does: string }
}

/** The chords of a command: those that a person gave it, or else its own. The first is shown. */
export function keysOf(id: CommandId, map: KeyMap): readonly string[] {
  return (Object.hasOwn(map, id) ? map[id] : undefined) ?? commandOf(id).keys
}

/** @returns Whether a person has given the command other keys than its own. */
export function isRemapped(id: CommandId, map: KeyMap): boolean {
  return !isSame(keysOf(id, map), commandOf(id).keys)
}

/**
 * The map that means the same in the shortest way: chords in the one way to write them, each once;
 * without commands that have their own keys or are unknown, and without what is no chord.
 */
export function tidyKeyMap(map: KeyMap): KeyMap {
  const entries = Object.entries(map).flatMap(([id, chords]): [CommandId, readonly string[]][] => {
    if (!isCommandId(id)) return []
    const tidy = [...new Set(chords.flatMap((chord) => canonicalChord(chord) ?? []))]
    return isSame(tidy, commandOf(id).keys) ? [] : [[id, tidy]]
  })
  return Object.fromEntries(entries)
}

/** @returns The map with other keys for one command. */
export function withKeys(map: KeyMap, id: CommandId, chords: readonly string[]): KeyMap {
  return tidyKeyMap({ ...map, [id]: chords.slice(0, KEYS_PER_COMMAND) })
}

/**
 * What each chord means in one view of the window. Where two commands of the view have the same, the one
 * that a person gave it to has it, and else the one that stands first in the table.
 */
export function commandsByChord(map: KeyMap, view: ViewName): ReadonlyMap<string, CommandId> {
  const ids = COMMANDS.map(({ id }) => id).filter((id) => (commandOf(id).view ?? view) === view)
  const inTurn = [
    ...ids.filter((id) => isRemapped(id, map)),
    ...ids.filter((id) => !isRemapped(id, map)),
  ]
  const found = new Map<string, CommandId>()
  for (const id of inTurn) {
    for (const chord of keysOf(id, map)) if (!found.has(chord)) found.set(chord, id)
  }
  return found
}

/**
 * Everything that is wrong with the keys in use: each trouble once for every command that has it, in
 * the order of the table. The keys of the program itself, with labels on digits, have none.
 */
export function conflictsOf(map: KeyMap, labels: readonly KeyedLabel[]): readonly KeyConflict[] {
  const holders = new Map<string, CommandId[]>()
  for (const { id } of COMMANDS) {
    for (const chord of keysOf(id, map)) {
      holders.set(chord, [...(holders.get(chord) ?? []), id])
    }
  }
  return COMMANDS.flatMap(({ id }) =>
    keysOf(id, map).flatMap((chord): KeyConflict[] => {
      const does = keptFor(chord)
      const { view } = commandOf(id)
      // In a review the digits of labels mean nothing.
      const label = view === 'review' ? undefined : labelOn(chord, labels)
      const others = (holders.get(chord) ?? []).filter(
        (other) => other !== id && sharesView(view, commandOf(other).view),
      )
      return [
        ...(does === undefined ? [] : [{ type: 'kept', does } as const]),
        ...(label === undefined ? [] : [{ type: 'label', label: label.name } as const]),
        ...others.map((command) => {
          const shared = view ?? commandOf(command).view ?? 'annotate'
          const wins = commandsByChord(map, shared).get(chord) === command
          return { type: 'command', command, wins } as const
        }),
      ].map((trouble) => ({ command: id, chord, with: trouble }))
    }),
  )
}

/** The label that a chord chooses: Alt and Shift on its digit only choose it in another way. */
export function labelOn<L extends KeyedLabel>(chord: string, labels: readonly L[]): L | undefined {
  const parsed = parseChord(chord)
  if (parsed === undefined || parsed.mod) return undefined
  return labels.find(({ key }) => key === parsed.key)
}

function sharesView(one: ViewName | undefined, other: ViewName | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((chord, index) => chord === b[index])
}
