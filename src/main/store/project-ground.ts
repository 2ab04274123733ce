import { join } from 'node:path'
import type { Place, WriteFile } from './durable-json-adapter.ts'
import { lastGoodOf } from './last-good.ts'
import type { NewerFiles } from './newer/newer-files.ts'
import type { ProjectLocks } from './lock/project-locks.ts'

/** What every file of one open project shares. */
export interface ProjectGround {
  readonly folder: string
  readonly write: WriteFile | undefined
  readonly locks: ProjectLocks
  readonly newer: NewerFiles
  /** Labels that a change under way will give, or has just taken: sets may name them meanwhile. */
  readonly passingLabels: Set<string>
  /** The names of labels that sets may name. */
  labels(): ReadonlySet<string>
}

/** @param file - Path inside the project, with `/`. */
export function placeOf(
  { folder, write, newer }: Pick<ProjectGround, 'folder' | 'write'> & Partial<ProjectGround>,
  file: string,
): Place {
  return { path: join(folder, file), lastGood: lastGoodOf(folder, file), write, newer }
}
