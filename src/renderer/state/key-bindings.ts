import { computed, signal } from '@lit-labs/signals'
import { commandOf, type CommandId, type ViewName } from '../../contract/commands.ts'
import {
  commandsByChord,
  conflictsOf,
  isRemapped,
  keysOf,
  tidyKeyMap,
  withKeys,
  type KeyConflict,
  type KeyMap,
} from '../../contract/key-map.ts'
import type { LabelSet } from '../../core/annotation/label-set.ts'

/** Which keys mean what in this window. */
export class KeyBindings {
  /** The keys of the commands that do not keep their own; tidy. */
  readonly map = signal<KeyMap>({})
  /** What each chord means in the view that the window shows. */
  readonly byChord = computed<ReadonlyMap<string, CommandId>>(() =>
    commandsByChord(this.map.get(), this.#view()),
  )
  /** The digits that choose labels; none where nothing is marked. */
  readonly labelKeys = computed<ReadonlySet<string>>(
    () =>
      new Set(this.#view() === 'annotate' ? this.#labels().flatMap(({ key }) => key ?? []) : []),
  )
  readonly conflicts = computed<readonly KeyConflict[]>(() =>
    conflictsOf(this.map.get(), this.#labels()),
  )

  readonly #labels: () => LabelSet
  readonly #view: () => ViewName
  readonly #remember: (keys: KeyMap) => Promise<unknown>
  /** How many changes are being remembered. */
  #pending = 0

  /**
   * @param labels - The labels of the open project.
   * @param remember - Keeps the keys for the next start.
   * @param view - What the window shows.
   */
  constructor(
    labels: () => LabelSet,
    remember: (keys: KeyMap) => Promise<unknown>,
    view: () => ViewName = () => 'annotate',
  ) {
    this.#view = view
    this.#labels = labels
    this.#remember = remember
  }

  /** Takes over what is remembered; another window may have changed it. */
  adopt(keys: KeyMap): void {
    // What was told before the latest change of this window had arrived is older than that.
    if (this.#pending > 0) return
    const tidy = tidyKeyMap(keys)
    if (JSON.stringify(tidy) !== JSON.stringify(this.map.get())) this.map.set(tidy)
  }

  /** The chords of a command. */
  of(id: CommandId): readonly string[] {
    return keysOf(id, this.map.get())
  }

  /** The chord that is shown beside a command; undefined when it has none. */
  shown(id: CommandId): string | undefined {
    return this.of(id)[0]
  }

  isRemapped(id: CommandId): boolean {
    return isRemapped(id, this.map.get())
  }

  /** Gives a command these chords and no others. */
  give(id: CommandId, chords: readonly string[]): void {
    this.replace(withKeys(this.map.get(), id, chords))
  }

  /** Gives a command its own chords back. */
  reset(id: CommandId): void {
    this.give(id, commandOf(id).keys)
  }

  /** Lets all commands have other chords; those that are not named have their own. */
  replace(map: KeyMap): void {
    const tidy = tidyKeyMap(map)
    if (JSON.stringify(tidy) === JSON.stringify(this.map.get())) return
    this.map.set(tidy)
    this.#pending++
    void this.#remember(tidy).finally(() => this.#pending--)
  }
}
