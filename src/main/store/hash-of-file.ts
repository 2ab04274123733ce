import { readFile } from 'node:fs/promises'
import { sha256 } from './sha256.ts'
import { codeOf, StorageError } from './storage-error.ts'

/** The SHA-256 of what a file holds; null where there is none. */
export async function hashOfFile(path: string): Promise<string | null> {
  try {
    return sha256(await readFile(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}
