import { randomBytes } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolderNow } from '../durable-folder.ts'
import { copiesOf, LAST_GOOD_FOLDER, lastGoodOf } from '../last-good.ts'
import { describeLook, lookOfNow } from '../look.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import type { StoredChange } from './part-file.ts'

/** Names of temporary files: of this thread, and counted. */
const RUN = randomBytes(3).toString('hex')
let written = 0

/** A file may be missing because one lies where its folder should be. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR'])

/** A file after a transaction, and what it looks like from outside; null: it is gone. */
export interface WrittenFile {
  readonly path: string
  readonly look: string | null
}

/**
 * Brings a file into the state that a transaction gives it, however often it is done. A file that was
 * changed since the transaction was decided upon, and is whole, is left as it is: whoever changed it knew
 * of the transaction. It is not flushed: until everything is, the transaction is kept.
 * @throws StorageError when the disk does not take it.
 */
export function applyChange(folder: string, change: StoredChange): WrittenFile {
  const path = join(folder, change.path)
  try {
    const present = readIfThere(path)
    if (present === null) {
      const look = change.content === null ? null : createFile(folder, path, change.content)
      return { path: change.path, look }
    }
    if (isDue(present, change)) {
      keepLastGood(folder, change.path)
      if (change.content === null) rmSync(path, { force: true })
      else replaceFile(folder, path, change.content)
    }
    return { path: change.path, look: lookOfNow(path) }
  } catch (error) {
    throw new StorageError('write', path, error)
  }
}

/** Brings a file back into the state before a transaction that could not be completed. */
export function takeBackChange(folder: string, change: StoredChange): void {
  const path = join(folder, change.path)
  try {
    const present = readIfThere(path)
    if (!isApplied(present, change)) return
    if (change.before === null) rmSync(path, { force: true })
    else renameSync(join(folder, LAST_GOOD_FOLDER, change.path), path)
  } catch (error) {
    throw new StorageError('take back', path, error)
  }
}

/** Makes a file durable that a transaction has written. */
export function settleFile(folder: string, file: string): void {
  const path = join(folder, file)
  try {
    const handle = openSync(path, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    // It was meant to go, or went since.
    if (codeOf(error) !== 'ENOENT') throw new StorageError('flush', path, error)
  }
}

function isDue(present: Buffer, { before, content }: StoredChange): boolean {
  if (before !== null && sha256(present) === before) return true
  // A power cut can leave a file of which only the name was written.
  return content !== null && !isWhole(present)
}

function isApplied(present: Buffer | null, { before, content }: StoredChange): boolean {
  if (content === null || present === null) return content === null && present === null
  // A new file has its name before it is whole.
  return present.equals(content) || (before === null && !isWhole(present))
}

function isWhole(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'))
    return true
  } catch {
    return false
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    // An error takes longer to make than the file.
    if (!existsSync(path)) return null
    return readFileSync(path)
  } catch (error) {
    if (NOT_THERE.has(codeOf(error) ?? '')) return null
    throw error
  }
}

function replaceFile(folder: string, path: string, content: Uint8Array): void {
  const number = (++written).toString(16).padStart(6, '0').slice(-6)
  const temporary = join(dirname(path), `.${basename(path)}.${RUN}${number}.tmp`)
  createFile(folder, temporary, content)
  renameSync(temporary, path)
}

/**
 * Makes a file under its own name at once: giving ten thousand another name first takes several times as long.
 * One that is cut short, because the program ends, is not whole, and is written when the transaction is carried
 * out again.
 * @returns What it looks like.
 * @throws When somebody else has made it meanwhile; it is not written over.
 */
function createFile(folder: string, path: string, content: Uint8Array): string {
  const handle = openWithFolder(folder, path)
  try {
    for (let at = 0; at < content.length;) at += writeSync(handle, content, at)
    return describeLook(fstatSync(handle, { bigint: true }))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

function openWithFolder(folder: string, path: string): number {
  try {
    return openSync(path, 'wx')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    makeFolderNow(dirname(path), folder)
    return openSync(path, 'wx')
  }
}

/** As taking back needs it: what the file holds has the last name of a copy, and none is to come. */
function keepLastGood(folder: string, file: string): void {
  const path = join(folder, file)
  const [fresh, copy] = copiesOf(lastGoodOf(folder, file))
  makeFolderNow(dirname(copy), folder)
  rmSync(fresh, { force: true })
  try {
    linkSync(path, fresh)
  } catch {
    // Not every file system has second names.
    copyFileSync(path, fresh)
  }
  renameSync(fresh, copy)
}
