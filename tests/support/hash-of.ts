import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * One hash over the names and contents of all files in folders; a missing folder is empty. What can be
 * found out again is no part of a project.
 */
export async function hashOf(...folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders.filter((candidate) => existsSync(candidate))) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.split(path.sep).includes('.cache'))
    for (const file of files.toSorted()) hash.update(`${file}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}
