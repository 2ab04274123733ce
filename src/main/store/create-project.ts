import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../contract/failure.ts'
import { newProject } from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import { DurableDocument } from './durable-document.ts'
import type { WriteFile } from './durable-json-adapter.ts'
import { makeFolder } from './durable-folder.ts'
import { writeFileDurably } from './durable-write.ts'
import { placeOf } from './project-ground.ts'
import { PROJECT_KIND } from './project-kinds.ts'
import { PROJECT_FILE } from './project-layout.ts'
import { refuse } from './store-failures.ts'
import { codeOf, StorageError } from './storage-error.ts'

/**
 * For a team that shares the project by git: what belongs to one desk is not shared, and files come
 * out on every system as they went in. See docs/teams.md.
 */
const GIT_FILES: Readonly<Record<string, string>> = {
  '.gitignore':
    '.*.tmp\n.backups/\n.cache/\n.label-changes/\n.last-good/\n.locks/\n.packs/\n.quarantine/\n.transactions/\n',
  '.gitattributes': '*.json text eol=lf\n',
}

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
  await makeFolder(folder)
  const file = new DurableDocument(placeOf({ folder, write }, PROJECT_FILE), PROJECT_KIND)
  await file.update(() => ok(newProject(name)))
  for (const [hidden, content] of Object.entries(GIT_FILES)) {
    if (!entries.includes(hidden)) await writeFileDurably(join(folder, hidden), content, folder)
  }
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
