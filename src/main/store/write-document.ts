import { writers } from '../crew/crew.ts'
import { writeJob } from './write-job.ts'

/**
 * Writes a document so that, when this resolves, its new content survives a power cut, and so that at every
 * moment before, the file holds either its old content or its new one. Missing folders are made. A failed
 * write leaves the old file.
 * @param lastGood - Path for what it held before; null: that is not kept.
 * @returns What the file looks like from outside.
 * @throws StorageError when the disk does not take it.
 */
export function writeDocument(
  path: string,
  content: string,
  lastGood: string | null,
): Promise<string> {
  return writers.run(writeJob, { path, content, lastGood })
}
