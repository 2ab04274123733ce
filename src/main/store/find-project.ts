import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_FILE } from './project-layout.ts'
import { StorageError } from './storage-error.ts'

/**
 * Makes sure that there is a project in a folder. Where a drive was pulled out, or the project moved, there may be
 * none, or an empty folder: nothing in it has been deleted then, and nothing is to be written there.
 * @throws StorageError when there is none.
 */
export async function findProject(folder: string): Promise<void> {
  await find(folder, 'find the folder')
  await find(join(folder, PROJECT_FILE), 'find')
}

async function find(path: string, operation: string): Promise<void> {
  try {
    await stat(path)
  } catch (error) {
    throw new StorageError(operation, path, error)
  }
}
