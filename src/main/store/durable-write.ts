import { randomBytes } from 'node:crypto'
import {
  copyFile,
  lstat,
  open,
  realpath,
  rename,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { flushFolder, makeFolder, openFolder } from './durable-folder.ts'
import { codeOf, StorageError } from './storage-error.ts'

/**
 * Writes a whole file so that, when this resolves, its new content survives a power cut, and so that
 * at every moment before, the file holds either its old content or its new one. Missing folders are
 * made. A failed write leaves the old file and nothing else.
 *
 * @param root - The folder that must be there for it: see `makeFolder`.
 *
 * Not `write-file-atomic`: on a disk that is almost full the system writes a part of the data and
 * says how much; that package (7.0.1) does not look, and puts the cut file in the place of the good
 * one. A file handle's `writeFile` writes on until all is written or the disk says why not.
 */
export async function writeFileDurably(
  path: string,
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>,
  root: string | null = null,
): Promise<void> {
  const { target, mode } = await targetOf(path)
  const temporary = temporaryNameFor(target)
  const folder = openFolder(dirname(target))
  try {
    const handle = await openWithFolder(temporary, mode, root)
    try {
      const isWhole = typeof content === 'string' || content instanceof Uint8Array
      const parts = isWhole ? [content] : content
      for await (const part of parts) await handle.writeFile(part, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameWithPatience(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    await (await folder)?.close().catch(() => undefined)
    throw error instanceof StorageError ? error : new StorageError('write', path, error)
  }
  await flushFolder(dirname(target), await folder)
}

/** Copies a file as it is, byte by byte, durably; folders that are missing below the root are made. */
export async function copyFileDurably(path: string, to: string, root: string): Promise<void> {
  await makeFolder(dirname(to), root)
  try {
    await copyFile(path, to)
    const handle = await open(to, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new StorageError('copy', path, error)
  }
  await flushFolder(dirname(to))
}

/** Removes a file durably; a file that is not there is fine. */
export async function removeFileDurably(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw new StorageError('remove', path, error)
  }
  await flushFolder(dirname(path))
}

/** A hidden name beside the file, on the same disk; readers pass over it if a crash leaves it. */
export function temporaryNameFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
}

/** A folder that is missing is made: most are there. */
async function openWithFolder(
  path: string,
  mode: number,
  root: string | null,
): Promise<FileHandle> {
  try {
    return await open(path, 'wx', mode)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await makeFolder(dirname(path), root)
    return open(path, 'wx', mode)
  }
}

/**
 * Where a file lies that is written, and its mode: one that a group may read stays so. Renaming onto a
 * symbolic link would replace the link instead of the file it stands for.
 */
async function targetOf(path: string): Promise<{ target: string; mode: number }> {
  try {
    const found = await lstat(path)
    if (!found.isSymbolicLink()) return { target: path, mode: found.mode & 0o777 }
    const target = await realpath(path)
    return { target, mode: (await stat(target)).mode & 0o777 }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return { target: path, mode: 0o666 }
    throw new StorageError('write', path, error)
  }
}

/** What Windows answers while a virus scanner or an indexer still holds the file open. */
const HELD_OPEN = new Set(['EPERM', 'EACCES', 'EBUSY'])
const RENAME_ATTEMPTS = 8

/** @param move - Renames. */
export async function renameWithPatience(
  from: string,
  to: string,
  move: (from: string, to: string) => Promise<void> | void = rename,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Nothing waits that need not: a thread does all of it in one go.
      const moving = move(from, to)
      if (moving) await moving
      return
    } catch (error) {
      const mayPass = process.platform === 'win32' && HELD_OPEN.has(codeOf(error) ?? '')
      if (!mayPass || attempt === RENAME_ATTEMPTS) throw error
      await delay(10 * 2 ** attempt)
    }
  }
}
