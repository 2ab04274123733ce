import { closeSync, fstatSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryNameFor } from './durable-write.ts'
import { LAST_GOOD_FOLDER } from './last-good.ts'

/** How long a spare file waits for somebody to write, in milliseconds. */
const PATIENCE = 5000

/** An empty file that can be written and then given its name. */
export interface SpareFile {
  readonly path: string
  /** Open for writing. */
  readonly handle: number
}

/** What all of this process are called, whichever thread has made them. */
const NAME = `spare-${process.pid}`

interface Spare {
  readonly folder: string
  readonly path: string
  /** Tells it from another file of its name. */
  readonly inode: bigint
}

/**
 * Keeps an empty file ready for the next document that is written. To make a file takes many file systems
 * longer than all else but the flush, above all where others have just been removed; and nobody waits
 * while it is made here.
 */
export class SpareFiles {
  #spare: Spare | null = null
  #leaving: NodeJS.Timeout | undefined

  /**
   * Makes a spare file, unless there is one already.
   * @param folder - Where it lies until it is used: on the same disk as what will be written. Where that is
   *   not there yet, there is no spare file.
   */
  prepare(folder: string): void {
    clearTimeout(this.#leaving)
    if (this.#spare?.folder !== folder) {
      this.discard()
      this.#spare = made(folder)
    }
    this.#leaving = setTimeout(() => this.discard(), PATIENCE).unref()
  }

  /** Gives the spare file of a folder away, opened; null where there is none. */
  take(folder: string): SpareFile | null {
    const spare = this.#spare
    if (spare?.folder !== folder) return null
    this.#spare = null
    clearTimeout(this.#leaving)
    try {
      const handle = openSync(spare.path, 'r+')
      const found = fstatSync(handle, { bigint: true })
      // Somebody may have copied the folder by second names meanwhile: theirs is not written into.
      if (found.ino === spare.inode && found.nlink === 1n && found.size === 0n) {
        return { path: spare.path, handle }
      }
      closeSync(handle)
    } catch {
      // Somebody has cleaned up: a new file is made.
    }
    return null
  }

  /** Removes the spare file. */
  discard(): void {
    clearTimeout(this.#leaving)
    const spare = this.#spare
    this.#spare = null
    if (spare === null) return
    try {
      rmSync(spare.path, { force: true })
    } catch {
      // It is empty, and swept away one day.
    }
  }
}

function made(folder: string): Spare | null {
  try {
    const path = temporaryNameFor(join(folder, NAME))
    const handle = openSync(path, 'wx')
    try {
      return { folder, path, inode: fstatSync(handle, { bigint: true }).ino }
    } finally {
      closeSync(handle)
    }
  } catch {
    // Whoever writes next makes a file and says what is wrong.
    return null
  }
}

/** Removes what the threads of this process have made ready for a project, because nothing more is written. */
export function removeSpares(project: string): void {
  const folder = join(project, LAST_GOOD_FOLDER)
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(`.${NAME}.`)) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // They are empty, and swept away one day.
  }
}
