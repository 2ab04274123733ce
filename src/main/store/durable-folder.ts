import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
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

/**
 * Makes a folder with its missing parents, each of them durable when this resolves.
 * @param root - A folder that it lies in, which is not made: a project that has gone must not come back as an empty
 *   one, in which marks would be lost. Null: all are made.
 */
export async function makeFolder(path: string, root: string | null = null): Promise<void> {
  let topmost: string | undefined
  try {
    if (root === null) topmost = await mkdir(path, { recursive: true })
    else topmost = await makeFolderBelow(path, root)
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError('make the folder', path, error)
  }
  if (topmost === undefined) return
  const last = dirname(resolve(topmost))
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    await flushFolder(folder)
    if (folder === last || folder === dirname(folder)) return
  }
}

/**
 * The same for a thread, which has nothing else to do; durable only once something in them is flushed.
 */
export function makeFolderNow(path: string, root: string): void {
  for (const folder of foldersBelow(root, path)) {
    try {
      mkdirSync(folder)
    } catch (error) {
      passIfThere(error, root)
    }
  }
}

/** @returns The topmost folder that was made, if any. */
async function makeFolderBelow(path: string, root: string): Promise<string | undefined> {
  let topmost: string | undefined
  for (const folder of foldersBelow(root, path)) {
    try {
      await mkdir(folder)
      topmost ??= folder
    } catch (error) {
      passIfThere(error, root)
    }
  }
  return topmost
}

/** The folders on the way to one, the topmost first. */
function foldersBelow(root: string, path: string): readonly string[] {
  const names = relative(root, path).split(sep)
  return names.map((_, index) => join(root, ...names.slice(0, index + 1)))
}

function passIfThere(error: unknown, root: string): void {
  const code = codeOf(error)
  if (code === 'ENOENT') throw new StorageError('find the folder', root, error)
  if (code !== 'EEXIST') throw error
}
