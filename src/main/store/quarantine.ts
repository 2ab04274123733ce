import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { copyFileDurably, writeFileDurably } from './durable-write.ts'
import { codeOf } from './storage-error.ts'

/** Holds what files held before they were replaced, each time in a folder with the reason in words. */
const QUARANTINE_FOLDER = '.quarantine'

/** A new place in a project's quarantine. */
export class Quarantine {
  readonly #folder: string
  readonly #name: string
  #isUsed = false

  /** @param folder - The project's. */
  constructor(folder: string) {
    this.#folder = folder
    // Sorts by time.
    const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    this.#name = `${QUARANTINE_FOLDER}/${time}-${randomBytes(3).toString('hex')}`
  }

  /** Its path inside the project; null as long as it holds nothing. */
  get place(): string | null {
    return this.#isUsed ? this.#name : null
  }

  /**
   * Keeps a copy of a file, byte by byte, durably; a file that is not there needs none.
   * @param file - Path inside the project, with `/`.
   * @param reason - Why, as a sentence about the file.
   * @throws StorageError when the folder does not take it.
   */
  async keep(file: string, reason: string): Promise<void> {
    const place = join(this.#folder, this.#name)
    try {
      await copyFileDurably(join(this.#folder, file), join(place, file), this.#folder)
    } catch (error) {
      if (error instanceof Error && codeOf(error.cause) === 'ENOENT') return
      throw error
    }
    if (this.#isUsed) return
    this.#isUsed = true
    await writeFileDurably(join(place, 'REASON.txt'), `${file}: ${reason}.\n`, this.#folder)
  }
}
