import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { removeFileDurably, writeFileDurably } from '../durable-write.ts'
import { ANNOTATIONS_FOLDER, PROJECT_FILE } from '../project-layout.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import {
  contentNames,
  contentPath,
  fileAt,
  lineOf,
  listBackups,
  manifestOf,
  manifestPath,
  readContents,
  type Backup,
} from './backup-files.ts'

/** Backups that are kept. */
export const KEPT_BACKUPS = 10

/**
 * Makes the backup of a day, unless there is one: `project.json` and all sets, as they are on disk.
 * Texts never change and are not in it. What cannot be read as JSON is left out: nobody wants it back.
 * @param version - Of `project.json`, for the backup before it is led forward, which is beside that of
 *   the day.
 * @returns The backup, or null when there was one already.
 * @throws StorageError when the disk did not take it; earlier backups are then as they were.
 */
export async function backUp(folder: string, now: Date, version?: number): Promise<Backup | null> {
  const made = now.toISOString()
  const day = made.slice(0, 10)
  const name = version === undefined ? day : `${day}-version-${version}`
  const earlier = await listBackups(folder)
  if (earlier.some((backup) => backup.name === name)) return null
  const known = new Set(earlier.flatMap(({ files }) => [...files.values()]))
  const files = new Map<string, string>()

  async function* newContents(): AsyncGenerator<string> {
    for (const path of [PROJECT_FILE, ...(await setPaths(folder))]) {
      const content = await soundContent(join(folder, path))
      if (content === null) continue
      const hash = sha256(content)
      files.set(path, hash)
      if (known.has(hash)) continue
      known.add(hash)
      yield lineOf({ sha256: hash, content })
    }
  }
  const zipped = createGzip()
  // An error of a file that is read comes out of the stream that is written.
  pipeline(Readable.from(newContents()), zipped, () => undefined)
  await writeFileDurably(contentPath(folder, name), zipped)
  const manifest = `${JSON.stringify(manifestOf({ made, files }), null, 1)}\n`
  await writeFileDurably(manifestPath(folder, name), manifest)
  const backup = { name, made, files }
  await removeOld(folder, [backup, ...earlier])
  return backup
}

/** @param backups - The latest first. */
async function removeOld(folder: string, backups: readonly Backup[]): Promise<void> {
  for (const { name } of backups.slice(KEPT_BACKUPS)) {
    await removeFileDurably(manifestPath(folder, name))
  }
  const kept = backups.slice(0, KEPT_BACKUPS)
  const needed = new Set(kept.flatMap(({ files }) => [...files.values()]))
  const names = new Set(kept.map(({ name }) => name))
  for (const name of await contentNames(folder)) {
    // The contents of a backup that has gone itself may still be those of a later one.
    if (names.has(name) || (await holdsAny(folder, name, needed))) continue
    await removeFileDurably(contentPath(folder, name))
  }
}

async function holdsAny(
  folder: string,
  name: string,
  needed: ReadonlySet<string>,
): Promise<boolean> {
  for await (const content of readContents(folder, name)) {
    if (needed.has(content.sha256)) return true
  }
  return false
}

/** Paths of all sets inside a project, in order. */
async function setPaths(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(folder, ANNOTATIONS_FOLDER), { recursive: true })
    const paths = names.map((name) => `${ANNOTATIONS_FOLDER}/${name.replaceAll('\\', '/')}`)
    return paths.filter((path) => fileAt(path) !== undefined).toSorted()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', join(folder, ANNOTATIONS_FOLDER), error)
  }
}

async function soundContent(path: string): Promise<string | null> {
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    JSON.parse(content)
    return content
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    if (codeOf(error) === 'ENOENT') return null
    throw new StorageError('read', path, error)
  }
}
