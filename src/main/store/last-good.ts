import { constants } from 'node:fs'
import { copyFile, link, lstat, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from './durable-folder.ts'
import { codeOf, StorageError } from './storage-error.ts'

/** Holds each file of a project as it was before its last change, at the same path. */
export const LAST_GOOD_FOLDER = '.last-good'

/**
 * Keeps what a file holds, because it is about to be replaced. A second name for the same bytes costs
 * next to nothing, and stays behind when the first one is given to others.
 * @param copy - The path for it.
 * @throws StorageError when it cannot be kept; nothing has changed then.
 */
export async function keepLastGood(path: string, copy: string): Promise<void> {
  const fresh = `${copy}.new`
  try {
    if (!(await duplicate(path, fresh))) return
    await rename(fresh, copy)
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined)
    throw new StorageError('keep a copy of', path, error)
  }
}

/** @returns False when there is no file yet. */
async function duplicate(path: string, to: string): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    try {
      // Another name for a link would only be another link.
      const isLink = (await lstat(path)).isSymbolicLink()
      await (isLink ? copyFile(path, to, constants.COPYFILE_FICLONE) : link(path, to))
      return true
    } catch (error) {
      const code = codeOf(error)
      if (attempt === 2) throw error
      if (code === 'ENOENT') {
        if (!(await isThere(path))) return false
        await makeFolder(dirname(to))
      } else if (code === 'EEXIST') {
        // Left by a process that ended in between.
        await rm(to, { force: true })
      } else {
        // Not every file system has second names.
        await copyFile(path, to)
        return true
      }
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
