import { writers } from '../crew/crew.ts'
import type { LastGood } from './last-good.ts'
import type { FileBytes } from './stable-json.ts'
import { writeJob } from './write-job.ts'

/**
 * Writes a document so that, when this resolves, its new content survives a power cut, and so that at every
 * moment before, the file holds either its old content or its new one. Missing folders are made. A failed
 * write leaves the old file.
 * @param content - Is handed to a thread, and gone here.
 * @param lastGood - Where what it held before is kept; null: nowhere.
 * @returns What the file looks like from outside.
 * @throws StorageError when the disk does not take it.
 */
export function writeDocument(
  path: string,
  content: FileBytes,
  lastGood: LastGood | null,
): Promise<string> {
  return writers.run(writeJob, { path, content, lastGood }, [content.buffer])
}
