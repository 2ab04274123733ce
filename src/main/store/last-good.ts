import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, StorageError } from './storage-error.ts'

/** Holds each file of a project as it was before its last change, at the same path. */
export const LAST_GOOD_FOLDER = '.last-good'

/** Where a file is kept as it was before its last change. */
export interface LastGood {
  /** The project's folder of such files. */
  readonly folder: string
  readonly path: string
}

/** @param file - Path inside the project, with `/`. */
export function lastGoodOf(project: string, file: string): LastGood {
  const folder = join(project, LAST_GOOD_FOLDER)
  return { folder, path: join(folder, file) }
}

/**
 * Keeps what a file holds, because it is about to be replaced. A second name for the same bytes costs
 * next to nothing, and stays behind when the first one is given to others. For a thread, which has nothing
 * else to do.
 * @param copy - The path for it.
 * @throws StorageError when it cannot be kept; nothing has changed then.
 */
export function keepLastGood(path: string, copy: string): void {
  const fresh = `${copy}.new`
  try {
    if (!duplicate(path, fresh)) return
    renameSync(fresh, copy)
  } catch (error) {
    removeIfPossible(fresh)
    throw new StorageError('keep a copy of', path, error)
  }
}

/** @returns False when there is no file yet. */
function duplicate(path: string, to: string): boolean {
  for (let attempt = 0; ; attempt++) {
    try {
      // Another name for a link would only be another link.
      if (lstatSync(path).isSymbolicLink()) copyFileSync(path, to, constants.COPYFILE_FICLONE)
      else linkSync(path, to)
      return true
    } catch (error) {
      const code = codeOf(error)
      if (attempt === 2) throw error
      if (code === 'ENOENT') {
        if (!isThere(path)) return false
        // Not flushed, as little as the copy in it: the file’s own flush takes both along where it can.
        mkdirSync(dirname(to), { recursive: true })
      } else if (code === 'EEXIST') {
        // Left by a process that ended in between.
        rmSync(to, { force: true })
      } else {
        // Not every file system has second names.
        copyFileSync(path, to)
        return true
      }
    }
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It is in nobody's way.
  }
}
