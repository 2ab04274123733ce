import path from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import type { Result } from '../../core/result.ts'
import type { LoadOptions } from '../store/load-project.ts'
import { ProjectStore } from '../store/project-store.ts'

/**
 * Opens the project in a folder as it was typed.
 * @param options - `migrates` for a command that writes: a project of an older version is led forward
 * first, so that its files never name more versions than `project.json` says.
 */
export function openProject(
  folder: string,
  options: Pick<LoadOptions, 'migrates'> = {},
): Promise<Result<ProjectStore, CallFailure>> {
  return ProjectStore.open(path.resolve(folder), options)
}

/** Sentences about the files of a project that could not be read. */
export function unreadFiles(store: ProjectStore): readonly string[] {
  return store.problems.map(({ file, reason }) => `${file}: ${reason}`)
}
