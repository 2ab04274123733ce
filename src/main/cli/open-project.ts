import path from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { describeNewer } from '../../core/project/newer-project.ts'
import type { Result } from '../../core/result.ts'
import { refuse } from '../store/store-failures.ts'
import { ProjectStore } from '../store/project-store.ts'

/** Opens the project in a folder as it was typed. */
export function openProject(folder: string): Promise<Result<ProjectStore, CallFailure>> {
  return ProjectStore.open(path.resolve(folder))
}

/** The same for a command that writes to the project: one of a newer program is refused. */
export async function openToWrite(folder: string): Promise<Result<ProjectStore, CallFailure>> {
  // Led forward first: no file may be of a version after the one that project.json names.
  const opened = await ProjectStore.open(path.resolve(folder), { migrates: true })
  if (!opened.ok || opened.value.newerFormat === null) return opened
  return refuse(describeNewer(opened.value.newerFormat))
}

/** Sentences about what of a project could not be read. */
export function unreadFiles(store: ProjectStore): readonly string[] {
  const problems = store.problems.map(({ file, reason }) => `${file}: ${reason}`)
  return store.newerFormat === null ? problems : [describeNewer(store.newerFormat), ...problems]
}
