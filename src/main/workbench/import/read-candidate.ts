import { readFile, stat } from 'node:fs/promises'
import { reasonOf } from '../../store/storage-error.ts'
import type { Candidate } from './collect-paths.ts'
import type { ReadOptions } from './dataset/read-dataset.ts'
import { isDataset, stageBytes, stageDataset, stagedProblem } from './stage-bytes.ts'
import type { StagedFile } from './staged-file.ts'

const MEGABYTE = 1024 * 1024

/** The longest novels have some megabytes; a larger text was chosen by mistake. */
const LARGEST_TEXT = 50 * MEGABYTE

/** Reads one file for import; whatever is wrong with it becomes a problem that names it. */
export async function readCandidate(
  { path, name }: Candidate,
  options: ReadOptions = {},
): Promise<StagedFile> {
  try {
    const status = await stat(path)
    // Opening a named pipe would wait for somebody to write into it.
    if (!status.isFile()) return stagedProblem(name, 'it is not a regular file')
    if (isDataset(name)) return await stageDataset(name, { path }, options)
    if (status.size > LARGEST_TEXT) {
      return stagedProblem(name, `it is larger than ${LARGEST_TEXT / MEGABYTE} MB`)
    }
    return await stageBytes(name, await readFile(path))
  } catch (error) {
    return stagedProblem(name, `it could not be read: ${reasonOf(error)}`)
  }
}
