import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listBackups, lookUpContents } from './backup/backup-files.ts'
import { BrokenFileError } from './durable-json-adapter.ts'
import { removeFileDurably, writeFileDurably } from './durable-write.ts'
import { copiesOf, lastGoodOf } from './last-good.ts'
import type { StoreProblem } from './project-layout.ts'
import { Quarantine } from './quarantine.ts'

/** A file's document, as far as it matters here. */
export interface Readable {
  /** @throws BrokenFileError when the file is there and cannot be used. */
  read(): Promise<unknown>
}

/** What a file held at some time before. */
interface EarlierCopy {
  readonly content: string
  /** When that was, as it completes "the file is again as it was …". */
  readonly when: string
}

/**
 * Moves a damaged file of a project aside, and puts it back as it was before its last change, or else
 * on the day of the last backup. The damaged one is durable in its new place before anything else
 * happens to it.
 * @param file - Path inside the project, with `/`.
 * @param document - Whose file it is; it holds what was restored afterwards.
 * @returns What has become of it.
 * @throws StorageError when the folder does not take it; the file is then where it was.
 */
export async function mendFile(
  folder: string,
  file: string,
  reason: string,
  document: Readable,
): Promise<StoreProblem> {
  const path = join(folder, file)
  const quarantine = new Quarantine(folder)
  await quarantine.keep(file, reason)
  const moved = `${reason}; it is kept in ${quarantine.place}`
  for await (const { content, when } of earlierCopies(folder, file)) {
    await writeFileDurably(path, content, folder)
    if (!(await isReadable(document))) continue
    return { file, reason: `${moved}, and the file is again as it was ${when}`, severity: 'notice' }
  }
  await removeFileDurably(path)
  return {
    file,
    reason: `${moved}; there is no earlier copy of it`,
    severity: 'broken',
    isMoved: true,
  }
}

/** What a file held before, the latest first. */
async function* earlierCopies(folder: string, file: string): AsyncGenerator<EarlierCopy> {
  for (const copy of copiesOf(lastGoodOf(folder, file))) {
    const content = await readFile(copy, 'utf8').catch(() => null)
    if (content !== null) yield { content, when: 'before its last change' }
  }
  for (const { name, files } of await listBackups(folder)) {
    const hash = files.get(file)
    if (hash === undefined) continue
    const content = (await lookUpContents(folder, new Set([hash]))).get(hash)
    if (content !== undefined) yield { content, when: `in the backup of ${name}` }
  }
}

async function isReadable(document: Readable): Promise<boolean> {
  try {
    return (await document.read()) !== null
  } catch (error) {
    if (error instanceof BrokenFileError) return false
    throw error
  }
}
