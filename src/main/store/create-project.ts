import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { newProject } from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import { DurableDocument } from './durable-document.ts'
import type { WriteFile } from './durable-json-adapter.ts'
import { PROJECT_KIND } from './project-kinds.ts'
import { PROJECT_FILE } from './project-layout.ts'
import { refuse } from './store-failures.ts'
import { codeOf, StorageError } from './storage-error.ts'

/** Writes the `project.json` of a new project into a folder that is empty or not there yet. */
export async function createProjectFile(
  folder: string,
  name: string,
  write?: WriteFile,
): Promise<Result<null, CallFailure>> {
  const entries = await entriesOf(folder)
  if (entries.includes(PROJECT_FILE)) {
    return refuse(`There is already a project in ${folder}: open it, or choose another folder`)
  }
  // A fresh repository or a folder that a file manager has looked at counts as empty.
  if (entries.some((entry) => !entry.startsWith('.'))) {
    return refuse(`${folder} is not empty: choose a new or empty folder for the project`)
  }
  const file = new DurableDocument(join(folder, PROJECT_FILE), PROJECT_KIND, write)
  await file.update(() => ok(newProject(name)))
  return ok(null)
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', folder, error)
  }
}
