import path from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Result } from '../../core/result.ts'
import { ProjectStore } from '../store/project-store.ts'

/** Opens the project in a folder as it was typed. */
export function openProject(folder: string): Promise<Result<ProjectStore, CallFailure>> {
  return ProjectStore.open(path.resolve(folder))
}

/** Sentences about the files of a project that could not be read. */
export function unreadFiles(store: ProjectStore): readonly string[] {
  return store.problems.map(({ file, reason }) => `${file}: ${reason}`)
}
