import { readdir, readFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { annotatorFile, mergedFile, PROJECT_FILE, reviewFile, setFile } from '../project-layout.ts'
import { sha256 } from '../sha256.ts'
import { codeOf, StorageError } from '../storage-error.ts'

/*
 * Backups of a project, one a day by itself, and one before its files are led forward from an older
 * format:
 *
 *   .backups/2026-11-22.json            which files there were, and the SHA-256 of each
 *   .backups/2026-11-22.jsonl.gz        the contents that no earlier backup holds, one a line
 *   .backups/2026-11-22-version-1.json  before version 1 of project.json was led forward
 *
 * One that a person asks for has the time of day behind its day: 2026-11-22T140512.
 *
 * A content is kept once, however many days it stays the same.
 */

export const BACKUPS_FOLDER = '.backups'

/** What a backup may be called. */
const NAME = /^\d{4}-\d\d-\d\d(?:T\d{6}|-version-\d+)?$/

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const ManifestSchema = v.strictObject({
  format: v.literal('rubricator-backup/1'),
  made: v.string(),
  files: v.record(v.string(), HashSchema),
})
const ContentSchema = v.strictObject({ sha256: HashSchema, content: v.string() })
/** UTF-16 code units; a set of a hundred thousand spans has less. */
const LONGEST_LINE = 64 * 1024 * 1024

type Content = v.InferOutput<typeof ContentSchema>

/** A project's marks as they were at a moment. */
export interface Backup {
  /**
   * "2026-11-22", or "2026-11-22T140512" for one that was asked for, by Greenwich; before a migration the
   * day and the version: "2026-11-22-version-1".
   */
  readonly name: string
  /** The moment, as ISO 8601. */
  readonly made: string
  /** SHA-256 of each file, by its path inside the project. */
  readonly files: ReadonlyMap<string, string>
}

/** A file that a backup holds. */
export interface BackedUpFile {
  readonly path: string
  /** Whose set it is; null for `project.json`. */
  readonly annotator: string | null
}

/** @returns The backups of a project, the latest first; one that is damaged is passed over. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await backupNames(folder, '.json')
  const backups = await Promise.all(names.map((name) => readManifest(folder, name)))
  return backups.flatMap((backup) => backup ?? []).toSorted(byLatest)
}

/** The day of a backup: "2026-11-22". */
export function dayOf({ name }: Pick<Backup, 'name'>): string {
  return name.slice(0, '2026-11-22'.length)
}

/** Whether a backup was made before the project was led forward. */
export function isOfVersion({ name }: Pick<Backup, 'name'>): boolean {
  return name.includes('-version-')
}

/** The names of the backups of which there are contents. */
export function contentNames(folder: string): Promise<readonly string[]> {
  return backupNames(folder, '.jsonl.gz')
}

/** The one of a day by itself is made at some hour too, so that its name does not tell the order. */
function byLatest(a: Backup, b: Backup): number {
  return a.made < b.made || (a.made === b.made && a.name < b.name) ? 1 : -1
}

export function manifestPath(folder: string, name: string): string {
  return join(folder, BACKUPS_FOLDER, `${name}.json`)
}

export function contentPath(folder: string, name: string): string {
  return join(folder, BACKUPS_FOLDER, `${name}.jsonl.gz`)
}

/** What a file of a project is by its path; undefined where no backup holds such a file. */
export function fileAt(path: string): BackedUpFile | undefined {
  if (path === PROJECT_FILE) return { path, annotator: null }
  const [, annotator = '', , name = ''] = path.split('/')
  if (v.is(IdentifierSchema, annotator) && annotatorFile(annotator) === path)
    return { path, annotator }
  const article = name.slice(0, -'.json'.length)
  const isSet = v.is(IdentifierSchema, annotator) && v.is(IdentifierSchema, article)
  const isOurs = [setFile, reviewFile, mergedFile].some((at) => at(article, annotator) === path)
  return isSet && isOurs ? { path, annotator } : undefined
}

export function manifestOf({ made, files }: Omit<Backup, 'name'>): object {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { format: 'rubricator-backup/1', made, files: Object.fromEntries(sorted) }
}

export function lineOf(content: Content): string {
  return `${JSON.stringify({ sha256: content.sha256, content: content.content })}\n`
}

/**
 * The contents that were new in a backup, one after the other.
 * @throws RangeError when a line is longer than any that this program writes: what is zipped small can be
 *   larger than the memory.
 */
export async function* readContents(folder: string, name: string): AsyncGenerator<Content> {
  const unzipped = createGunzip()
  // An error of the file comes out of the stream that is read.
  pipeline(createReadStream(contentPath(folder, name)), unzipped, () => undefined)
  const decoder = new TextDecoder()
  let parts: string[] = []
  let length = 0
  for await (const chunk of unzipped) {
    const [first = '', ...later] = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n')
    parts.push(first)
    length += first.length
    if (length > LONGEST_LINE) throw new RangeError(`The backup ${name} has an endless line`)
    for (const next of later) {
      yield parseContent(parts.join(''))
      parts = [next]
      length = next.length
    }
  }
}

function parseContent(line: string): Content {
  return v.parse(ContentSchema, JSON.parse(line))
}

/** Looks contents up by their hashes; one that does not have its hash is not taken. */
export async function lookUpContents(
  folder: string,
  needed: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of await contentNames(folder)) {
    if (found.size === needed.size) break
    try {
      for await (const content of readContents(folder, name)) {
        const isWanted = needed.has(content.sha256) && sha256(content.content) === content.sha256
        if (isWanted) found.set(content.sha256, content.content)
      }
    } catch {
      // Cut or damaged: what it held before that place counts, the rest may stand elsewhere.
    }
  }
  return found
}

/** Of the files with this ending, without it. */
async function backupNames(folder: string, ending: string): Promise<readonly string[]> {
  try {
    const files = (await readdir(join(folder, BACKUPS_FOLDER))).filter((file) =>
      file.endsWith(ending),
    )
    return files.map((file) => file.slice(0, -ending.length)).filter((name) => NAME.test(name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new StorageError('list', join(folder, BACKUPS_FOLDER), error)
  }
}

async function readManifest(folder: string, name: string): Promise<Backup | null> {
  try {
    const json: unknown = JSON.parse(await readFile(manifestPath(folder, name), 'utf8'))
    const { made, files } = v.parse(ManifestSchema, json)
    return { name, made, files: new Map(Object.entries(files)) }
  } catch {
    return null
  }
}
