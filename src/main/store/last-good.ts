import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  renameSync,
  rmSync,
  type BigIntStats,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolderNow } from './durable-folder.ts'
import { temporaryNameFor } from './durable-write.ts'
import { codeOf, StorageError } from './storage-error.ts'

/** Holds each file of a project as it was before its last change, at the same path. */
export const LAST_GOOD_FOLDER = '.last-good'

/** Where a file is kept as it was before its last change. */
export interface LastGood {
  /** The project's folder. */
  readonly project: string
  /** That of such files in it. */
  readonly folder: string
  readonly path: string
}

/** @param file - Path inside the project, with `/`. */
export function lastGoodOf(project: string, file: string): LastGood {
  const folder = join(project, LAST_GOOD_FOLDER)
  return { project, folder, path: join(folder, file) }
}

/**
 * Where copies of a file may be, the latest first. The first name is a second one of the file itself, given before
 * it is replaced; what it stands for then goes on to the other.
 */
export function copiesOf({ path }: LastGood): readonly [next: string, last: string] {
  return [`${path}.new`, path]
}

/**
 * Keeps what a file holds, because it is about to be replaced. A second name for the same bytes costs
 * next to nothing, and stays behind when the first one is given to others. For a thread, which has nothing
 * else to do.
 * @throws StorageError when it cannot be kept; the file and its last copy are then as before.
 */
export function keepLastGood(path: string, lastGood: LastGood): void {
  try {
    keep(path, lastGood, duplicate)
  } catch (error) {
    throw new StorageError('keep a copy of', path, error)
  }
}

/** The same while nobody waits, for the change that comes next. Where it fails it is done then. */
export function keepAhead(path: string, lastGood: LastGood): void {
  try {
    keep(path, lastGood, (_, found, next) => {
      if (!found.isSymbolicLink()) linkSync(path, next)
    })
  } catch {
    // Not every file system has second names, and the file may have gone.
  }
}

function keep(path: string, lastGood: LastGood, doubling: typeof duplicate): void {
  const [next, last] = copiesOf(lastGood)
  const found = entryAt(path)
  if (found === undefined) return
  const kept = entryAt(next)
  if (kept !== undefined) {
    // Another name for a link would only be another link.
    if (kept.ino === found.ino && kept.dev === found.dev && !found.isSymbolicLink()) return
    renameSync(next, last)
  }
  doubling(path, found, next, lastGood.project)
}

/** How often is tried what others may hinder. */
const ATTEMPTS = 4

function duplicate(path: string, found: BigIntStats, next: string, project: string): void {
  let isCopied = found.isSymbolicLink()
  for (let attempt = 1; ; attempt++) {
    try {
      if (isCopied) copyWhole(path, next)
      else linkSync(path, next)
      return
    } catch (error) {
      const code = codeOf(error)
      if (attempt === ATTEMPTS) throw error
      if (code === 'ENOENT') {
        if (entryAt(path) === undefined) return
        // Not flushed, as little as the copy in it: the file’s own flush takes both along where it can.
        makeFolderNow(dirname(next), project)
      } else if (code === 'EEXIST') {
        // Another thread was faster.
        rmSync(next, { force: true })
      } else if (isCopied) throw error
      // Not every file system has second names.
      else isCopied = true
    }
  }
}

/** What has the name is whole: it may take the place of the last copy. */
function copyWhole(path: string, to: string): void {
  const temporary = temporaryNameFor(to)
  try {
    copyFileSync(path, temporary, constants.COPYFILE_FICLONE)
    renameSync(temporary, to)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function entryAt(path: string): BigIntStats | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false })
}
