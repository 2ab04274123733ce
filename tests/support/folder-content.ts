import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const APART = /\/(?:\.last-good|\.cache)\//

/**
 * Every file below a folder, hidden ones too, with its content. What a project's files held before
 * their last change is no part of the project, nor what is remembered of them.
 */
export async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const content: Record<string, string> = {}
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    if (!APART.test(`/${name}`)) content[name] = await readFile(path, 'utf8')
  }
  return content
}
