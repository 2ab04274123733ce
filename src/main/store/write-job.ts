import {
  closeSync,
  fchmodSync,
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
import { isMainThread } from 'node:worker_threads'
import type { Job } from '../crew/job.ts'
import { flushFolderNow, makeFolder } from './durable-folder.ts'
import { renameWithPatience, temporaryNameFor } from './durable-write.ts'
import { keepAhead, keepLastGood, type LastGood } from './last-good.ts'
import { describeLook } from './look.ts'
import { SpareFiles, type SpareFile } from './spare-files.ts'
import type { FileBytes } from './stable-json.ts'
import { codeOf, StorageError } from './storage-error.ts'

/** What a document is to hold, and where. */
export interface WriteInput {
  readonly path: string
  readonly content: FileBytes
  /** Where what the file held before is kept; null: nowhere. */
  readonly lastGood: LastGood | null
}

/** Those of this thread; where the program runs from its sources nothing happens behind an answer. */
const spares = isMainThread ? null : new SpareFiles()

/**
 * Does with a document what `writeFileDurably` does with a file of any length, call after call without
 * coming back to a loop of events in between: each of a dozen returns would take as long as most of the calls.
 */
export const writeJob: Job<WriteInput, string> = {
  name: 'write a document',
  run: async (input) => {
    const look = await writeNow(input, spares)
    // Once the answer is on its way, unless all is done by one thread.
    if (spares === null) getReady(input)
    else setImmediate(() => getReady(input))
    return look
  },
}

/** Does for the next writing what can be done before. */
function getReady({ path, lastGood }: WriteInput): void {
  if (lastGood === null) return
  keepAhead(path, lastGood)
  spares?.prepare(lastGood.folder)
}

/**
 * @param ready - Files that are made already.
 * @returns What the file looks like from outside.
 * @throws StorageError when the disk does not take it; the file is then as it was.
 */
export async function writeNow(input: WriteInput, ready: SpareFiles | null): Promise<string> {
  try {
    return await replaceFile(input, ready)
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError('write', input.path, error)
  }
}

async function replaceFile(
  { path, content, lastGood }: WriteInput,
  ready: SpareFiles | null,
): Promise<string> {
  const { target, mode } = targetOf(path)
  const spare = lastGood && (ready?.take(lastGood.folder) ?? null)
  const { path: temporary, handle } =
    spare ?? (await newFile(temporaryNameFor(target), lastGood?.project ?? null, mode))
  let look: string
  try {
    try {
      for (let at = 0; at < content.length;) at += writeSync(handle, content, at)
      if (spare !== null) keepMode(handle, mode)
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
    // One made beside the document may go where another does not: to another disk, into a new folder.
    if (spare !== null) return replaceFile({ path, content, lastGood }, null)
    throw error
  }
  flushFolderNow(dirname(target))
  return look
}

/** A folder that is missing is made: most are there. */
async function newFile(path: string, root: string | null, mode = 0o666): Promise<SpareFile> {
  try {
    return { path, handle: openSync(path, 'wx', mode) }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await makeFolder(dirname(path), root)
    return { path, handle: openSync(path, 'wx', mode) }
  }
}

function keepMode(handle: number, mode: number | undefined): void {
  if (mode !== undefined && (fstatSync(handle).mode & 0o777) !== mode) fchmodSync(handle, mode)
}

/** As that of `writeFileDurably`: links are followed, modes are kept. */
function targetOf(path: string): { target: string; mode?: number } {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return { target: path }
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
