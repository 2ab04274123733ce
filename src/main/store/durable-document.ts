import { Low } from 'lowdb'
import { ok, type Result } from '../../core/result.ts'
import { DurableJsonAdapter, type WriteFile } from './durable-json-adapter.ts'
import type { FileKind } from './file-kind.ts'
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

  constructor(path: string, kind: FileKind<T>, write?: WriteFile) {
    this.path = path
    this.#adapter = new DurableJsonAdapter(path, kind, write)
    this.#low = new Low(this.#adapter, null)
  }

  /** What the file holds; null before it is read or written. */
  get data(): T | null {
    return this.#low.data
  }

  /** @throws BrokenFileError when the file is there and cannot be used. */
  async read(): Promise<T | null> {
    await this.#low.read()
    return this.#low.data
  }

  /**
   * Computes the next content from the present one, writes it, then takes it into memory.
   * @param change - Runs after all earlier changes; a failure it returns writes nothing.
   * @throws StorageError when the disk did not take it; memory and disk are then as before.
   */
  update<E>(change: (data: T | null) => Result<T, E>): Promise<Result<T, E>> {
    return this.#queue.run(async () => {
      const changed = change(this.#low.data)
      if (!changed.ok || changed.value === this.#low.data) return changed
      const data = this.#adapter.check(changed.value)
      const next = new Low<T | null>(this.#adapter, data)
      await next.write()
      this.#low = next
      return ok(data)
    })
  }

  /** Removes the file and forgets what it held. */
  remove(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#adapter.write(null)
      this.#low = new Low(this.#adapter, null)
    })
  }

  /** Resolves when no write waits any more. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }
}
