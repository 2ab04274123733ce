import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Job } from '../crew/job.ts'
import { flushFolderNow, makeFolder } from './durable-folder.ts'
import { renameWithPatience, temporaryNameFor } from './durable-write.ts'
import { keepLastGood } from './last-good.ts'
import { describeLook } from './look.ts'
import { codeOf, StorageError } from './storage-error.ts'

interface WriteInput {
  readonly path: string
  readonly content: string
  /** Path for what the file held before; null: that is not kept. */
  readonly lastGood: string | null
}

/**
 * Does with a document what `writeFileDurably` does with a file of any length, call after call without
 * coming back to a loop of events in between: each of a dozen returns would take as long as most of the calls.
 */
export const writeJob: Job<WriteInput, string> = {
  name: 'write a document',
  run: async ({ path, content, lastGood }) => {
    try {
      return await replaceFile(path, Buffer.from(content), lastGood)
    } catch (error) {
      throw error instanceof StorageError ? error : new StorageError('write', path, error)
    }
  },
}

async function replaceFile(path: string, bytes: Buffer, lastGood: string | null): Promise<string> {
  const { target, mode } = targetOf(path)
  const temporary = temporaryNameFor(target)
  let look: string
  try {
    const handle = await openWithFolder(temporary, mode)
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
      // Before the file is flushed: one flush takes both to the disk.
      if (lastGood !== null) keepLastGood(path, lastGood)
      // Nothing of what it looks like is changed by flushing or renaming it.
      look = describeLook(fstatSync(handle, { bigint: true }))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    await renameWithPatience(temporary, target, renameSync)
  } catch (error) {
    removeIfPossible(temporary)
    throw error
  }
  flushFolderNow(dirname(target))
  return look
}

/** A folder that is missing is made: most are there. */
async function openWithFolder(path: string, mode: number): Promise<number> {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await makeFolder(dirname(path))
    return openSync(path, 'wx', mode)
  }
}

/** As that of `writeFileDurably`: links are followed, modes are kept. */
function targetOf(path: string): { target: string; mode: number } {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return { target: path, mode: 0o666 }
  if (!found.isSymbolicLink()) return { target: path, mode: found.mode & 0o777 }
  const target = realpathSync(path)
  return { target, mode: statSync(target).mode & 0o777 }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Readers pass over it, and it is swept away one day.
  }
}
