import { Low } from 'lowdb'
import { ok, type Result } from '../../core/result.ts'
import { DurableJsonAdapter, type Place } from './durable-json-adapter.ts'
import type { FileKind } from './file-kind.ts'
import { lookOf } from './look.ts'
import { SerialQueue } from './serial-queue.ts'

/**
 * One file of a project in memory. Its writes happen one after the other, and the copy in memory
 * changes only when a write has succeeded: what a reader sees is always on disk. (lowdb's own
 * `update` changes memory first, so a failed write would be seen as if it had happened: each write
 * therefore has a `Low` of its own, which takes the place of the one before when it is done.)
 */
export class DurableDocument<T> {
  readonly path: string
  readonly #adapter: DurableJsonAdapter<T>
  readonly #queue = new SerialQueue()
  #low: Low<T | null>
  #look: string | null = null

  constructor(place: Place, kind: FileKind<T>) {
    this.path = place.path
    this.#adapter = new DurableJsonAdapter(place, kind)
    this.#low = new Low(this.#adapter, null)
  }

  /** What the file looked like from outside when it was read or written last; null: there was none. */
  get look(): string | null {
    return this.#look
  }

  /** Whether a write runs or waits. */
  get isBusy(): boolean {
    return this.#queue.isBusy
  }

  /** What the file holds; null before it is read or written. */
  get data(): T | null {
    return this.#low.data
  }

  /** @throws BrokenFileError when the file is there and cannot be used. */
  async read(): Promise<T | null> {
    // Looked at first: what is written in between then looks new.
    const look = await lookOf(this.path)
    await this.#low.read()
    this.#look = look
    return this.#low.data
  }

  /**
   * Reads what somebody else has written since, if anything.
   * @param staysWhenGone - Whether a file that is not there any more leaves in memory what it held.
   * @returns Whether there was something.
   * @throws BrokenFileError when the file cannot be used; memory is then as before.
   */
  refresh(staysWhenGone: boolean): Promise<boolean> {
    return this.#queue.run(async () => {
      const look = await lookOf(this.path)
      if (look === this.#look) return false
      if (look !== null) await this.read()
      else if (staysWhenGone) return false
      else {
        this.#low = new Low(this.#adapter, null)
        this.#look = null
      }
      return true
    })
  }

  /**
   * Computes the next content from the present one, writes it, then takes it into memory. A file
   * that somebody else has written since is read first: their work is never written over.
   * @param change - Runs after all earlier changes; a failure it returns writes nothing.
   * @throws StorageError when the disk did not take it; memory and disk are then as before.
   * @throws BrokenFileError when somebody else has left a file that cannot be used.
   */
  update<E>(change: (data: T | null) => Result<T, E>): Promise<Result<T, E>> {
    return this.#queue.run(async () => {
      const look = await lookOf(this.path)
      // A file that has gone is written again: what was in it is here.
      if (look !== null && look !== this.#look) await this.read()
      const changed = change(this.#low.data)
      if (!changed.ok || changed.value === this.#low.data) return changed
      const data = this.#adapter.check(changed.value)
      const next = new Low<T | null>(this.#adapter, data)
      await next.write()
      this.#low = next
      this.#look = this.#adapter.look
      return ok(data)
    })
  }

  /** Removes the file and forgets what it held. */
  remove(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#adapter.write(null)
      this.#low = new Low(this.#adapter, null)
      this.#look = null
    })
  }

  /** Resolves when no write waits any more. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }
}
