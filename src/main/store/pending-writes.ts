import type { NewerFiles } from './newer/newer-files.ts'
import type { ProjectGround } from './project-ground.ts'
import { StorageError } from './storage-error.ts'

/**
 * The writes of one open project that are under way: the end of the program waits for them, and a
 * project that is opened a second time takes over only when there are none.
 */
export class PendingWrites {
  readonly #folder: string
  readonly #running = new Set<Promise<unknown>>()
  #begun = 0
  #isRetired = false

  readonly #newer: NewerFiles

  /** @param ground - The project's folder, for messages, and what forbids all writes. */
  constructor({ folder, newer }: Pick<ProjectGround, 'folder' | 'newer'>) {
    this.#folder = folder
    this.#newer = newer
  }

  /** How many writes have begun so far. */
  get begun(): number {
    return this.#begun
  }

  /**
   * @throws StorageError when another copy in memory has taken over.
   * @throws NewerProjectError when a newer program has worked on the project.
   */
  async run<T>(write: () => Promise<T>): Promise<T> {
    this.#newer.refuseWrites()
    if (this.#isRetired) {
      const cause = new Error('it has been opened again in the meantime')
      throw new StorageError('write to', this.#folder, cause)
    }
    this.#begun++
    const running = write()
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }

  /**
   * Refuses all writes from now on.
   * @param begun - What `begun` was when the copy that takes over began to read.
   * @returns False, and nothing has changed, when something was written since.
   */
  retire(begun: number): boolean {
    if (this.#running.size > 0 || this.#begun !== begun) return false
    this.#isRetired = true
    return true
  }

  /** Resolves when no write is under way, whether they succeeded or not. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }
}
