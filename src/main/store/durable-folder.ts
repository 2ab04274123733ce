import { closeSync, fsyncSync, openSync } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { codeOf, StorageError } from './storage-error.ts'

/** EINVAL and ENOTSUP mean that this file system has nothing to flush for a folder. */
const NOTHING_TO_FLUSH = new Set(['EINVAL', 'ENOTSUP'])
/** Windows does not open folders as files; NTFS journals their entries itself. */
const NO_FOLDER_HANDLES = new Set([...NOTHING_TO_FLUSH, 'EPERM', 'EACCES', 'EISDIR', 'EBADF'])

/**
 * Flushes a folder's entries, so that a file renamed into it or removed from it stays so.
 * @param opened - The folder, if it is open already; it is closed.
 */
export async function flushFolder(path: string, opened?: FileHandle | null): Promise<void> {
  try {
    const handle = opened ?? (await open(path, 'r'))
    try {
      await handle.sync()
    } finally {
      // Nobody has to wait for it: nothing was written through it.
      void handle.close().catch(() => undefined)
    }
  } catch (error) {
    if (!isNothingToFlush(error)) throw new StorageError('flush', path, error)
  }
}

/** The same for a thread, which has nothing else to do. */
export function flushFolderNow(path: string): void {
  try {
    const handle = openSync(path, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!isNothingToFlush(error)) throw new StorageError('flush', path, error)
  }
}

function isNothingToFlush(error: unknown): boolean {
  const tolerated = process.platform === 'win32' ? NO_FOLDER_HANDLES : NOTHING_TO_FLUSH
  return tolerated.has(codeOf(error) ?? '')
}

/** Opens a folder for flushing, while something else goes on. @returns Null where that is not possible. */
export function openFolder(path: string): Promise<FileHandle | null> {
  return open(path, 'r').catch(() => null)
}

/** Makes a folder with its missing parents, each of them durable when this resolves. */
export async function makeFolder(path: string): Promise<void> {
  let topmost: string | undefined
  try {
    topmost = await mkdir(path, { recursive: true })
  } catch (error) {
    throw new StorageError('make the folder', path, error)
  }
  if (topmost === undefined) return
  const last = dirname(resolve(topmost))
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    await flushFolder(folder)
    if (folder === last || folder === dirname(folder)) return
  }
}
