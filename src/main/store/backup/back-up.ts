import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { removeFileDurably, writeFileDurably } from '../durable-write.ts'
import {
  ANNOTATIONS_FOLDER,
  MERGED_FOLDER,
  PROJECT_FILE,
  REVIEWS_FOLDER,
} from '../project-layout.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'
import {
  contentNames,
  contentPath,
  dayOf,
  fileAt,
  isOfVersion,
  lineOf,
  listBackups,
  manifestOf,
  manifestPath,
  readContents,
  type Backup,
} from './backup-files.ts'

/** Days of which the backups are kept. */
export const KEPT_DAYS = 10

/**
 * Makes the backup of a day, unless there is one: `project.json`, all sets and reviews, and what merges have left,
 * as they are on disk.
 * Texts never change and are not in it. What cannot be read as JSON is left out: nobody wants it back.
 * @param version - Of `project.json`, for the backup before it is led forward, which is beside that of
 *   the day.
 * @returns The backup, or null when there was one already.
 * @throws StorageError when the disk did not take it, or the project has gone; earlier backups are
 *   then as they were.
 */
export async function backUp(folder: string, now: Date, version?: number): Promise<Backup | null> {
  const earlier = await listBackups(folder)
  const day = now.toISOString().slice(0, 10)
  if (version === undefined) {
    const isOfDay = (backup: Backup): boolean => dayOf(backup) === day && !isOfVersion(backup)
    return earlier.some(isOfDay) ? null : makeBackup(folder, day, now, earlier)
  }
  const name = `${day}-version-${version}`
  if (earlier.some((backup) => backup.name === name)) return null
  return makeBackup(folder, name, now, earlier)
}

/**
 * Makes a backup, also on a day that has one.
 * @returns The backup, or null when nothing has changed since the latest one.
 * @throws StorageError as {@link backUp}.
 */
export async function backUpNow(folder: string, now: Date): Promise<Backup | null> {
  const earlier = await listBackups(folder)
  const [latest] = earlier
  if (latest !== undefined && (await isAsIn(folder, latest))) return null
  const time = now.toISOString().slice(0, 19).replaceAll(':', '')
  return makeBackup(folder, time, now, earlier)
}

/** @param earlier - The latest first. */
async function makeBackup(
  folder: string,
  name: string,
  now: Date,
  earlier: readonly Backup[],
): Promise<Backup> {
  const made = now.toISOString()
  const known = new Set(earlier.flatMap(({ files }) => [...files.values()]))
  const files = new Map<string, string>()

  async function* newContents(): AsyncGenerator<string> {
    for await (const { path, content } of soundFiles(folder)) {
      const hash = sha256(content)
      files.set(path, hash)
      if (known.has(hash)) continue
      known.add(hash)
      yield lineOf({ sha256: hash, content })
    }
  }
  // Looked for first: a project that has gone must not come back as a folder of backups.
  await readProjectFile(folder)
  const zipped = createGzip()
  // An error of a file that is read comes out of the stream that is written.
  pipeline(Readable.from(newContents()), zipped, () => undefined)
  await writeFileDurably(contentPath(folder, name), zipped, folder)
  const manifest = `${JSON.stringify(manifestOf({ made, files }), null, 1)}\n`
  await writeFileDurably(manifestPath(folder, name), manifest, folder)
  const backup = { name, made, files }
  await removeOld(folder, [backup, ...earlier])
  return backup
}

/** The files of a project that belong into a backup, by their paths inside it, as they are now. */
export async function* soundFiles(
  folder: string,
): AsyncGenerator<{ readonly path: string; readonly content: string }> {
  for (const path of [PROJECT_FILE, ...(await workPaths(folder))]) {
    const content = await soundContent(join(folder, path))
    if (content !== null) yield { path, content }
  }
}

async function isAsIn(folder: string, { files }: Backup): Promise<boolean> {
  let count = 0
  for await (const { path, content } of soundFiles(folder)) {
    if (files.get(path) !== sha256(content)) return false
    count++
  }
  return count === files.size
}

async function readProjectFile(folder: string): Promise<void> {
  const path = join(folder, PROJECT_FILE)
  try {
    await readFile(path)
  } catch (error) {
    throw new StorageError('read', path, error)
  }
}

/** @param backups - The latest first. */
async function removeOld(folder: string, backups: readonly Backup[]): Promise<void> {
  const days = new Set([...new Set(backups.map(dayOf))].slice(0, KEPT_DAYS))
  const kept = backups.filter((backup) => days.has(dayOf(backup)))
  for (const backup of backups) {
    if (!kept.includes(backup)) await removeFileDurably(manifestPath(folder, backup.name))
  }
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

/** Paths of all sets and reviews inside a project, with what merges have left, in order. */
async function workPaths(folder: string): Promise<readonly string[]> {
  const paths = [
    ...(await pathsIn(folder, ANNOTATIONS_FOLDER)),
    ...(await pathsIn(folder, REVIEWS_FOLDER)),
    ...(await pathsIn(folder, MERGED_FOLDER)),
  ]
  return paths.filter((path) => fileAt(path) !== undefined).toSorted()
}

async function pathsIn(folder: string, inner: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(folder, inner), { recursive: true })
    return names.map((name) => `${inner}/${name.replaceAll('\\', '/')}`)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', join(folder, inner), error)
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
