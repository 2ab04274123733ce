import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallFailure } from '../../../contract/failure.ts'
import { ok, type Result } from '../../../core/result.ts'
import { writeFileDurably } from '../durable-write.ts'
import { LockedError, ProjectLocks } from '../lock/project-locks.ts'
import { Quarantine } from '../quarantine.ts'
import { sha256 } from '../sha256.ts'
import { refuse } from '../store-failures.ts'
import { fileAt, lookUpContents, type BackedUpFile, type Backup } from './backup-files.ts'

export interface RestoreOptions {
  /** Only the sets of this annotator; null is everything in the backup. */
  readonly annotator: string | null
}

/** What restoring has done. */
export interface Restored {
  /** The files that are now as they were in the backup, by their paths inside the project. */
  readonly files: readonly string[]
  /** How many were so already. */
  readonly same: number
  /** Where what they held until now is kept, inside the project; null when nothing was replaced. */
  readonly aside: string | null
}

/**
 * Puts files of a project back as they were in a backup. What they hold now is kept; sets that the
 * backup does not have stay. All contents are looked up before the first file is touched.
 * @returns A failure, and nothing has changed, when a content is missing or another process writes.
 * @throws StorageError when the disk did not take a file: those before it are restored, and doing it
 *   again goes on from there.
 */
export async function restoreBackup(
  folder: string,
  { name, files }: Backup,
  { annotator }: RestoreOptions,
): Promise<Result<Restored, CallFailure>> {
  const wanted: { readonly file: BackedUpFile; readonly hash: string }[] = []
  let same = 0
  for (const [path, hash] of files) {
    const file = fileAt(path)
    if (file === undefined)
      return refuse(`The backup of ${name} names ${path}, which is no file of a project`)
    if (annotator !== null && file.annotator !== annotator) continue
    if ((await hashOf(join(folder, path))) === hash) same++
    else wanted.push({ file, hash })
  }
  const contents = await lookUpContents(folder, new Set(wanted.map(({ hash }) => hash)))
  const missing = wanted.find(({ hash }) => !contents.has(hash))
  if (missing !== undefined) {
    return refuse(`The backup of ${name} is damaged: what ${missing.file.path} held is not in it`)
  }
  const locks = new ProjectLocks(folder, true)
  const held = await holderOfAny(
    locks,
    wanted.map(({ file }) => file.annotator),
  )
  if (held !== null) return refuse(`Nothing was restored: ${held.message}`)
  const restored: string[] = []
  const reason = `it was replaced by the backup of ${name}`
  const quarantine = new Quarantine(folder)
  for (const { file, hash } of wanted) {
    const write = async (): Promise<void> => {
      await quarantine.keep(file.path, reason)
      await writeFileDurably(join(folder, file.path), contents.get(hash) ?? '', folder)
    }
    try {
      await (file.annotator === null
        ? locks.whileProjectIsOurs(write)
        : locks.whileSetsAreOurs(file.annotator, write))
    } catch (error) {
      if (!(error instanceof LockedError)) throw error
      const done = restored.length > 0 ? `; ${restored.length} files were restored before` : ''
      return refuse(`${file.path} was not restored: ${error.message}${done}`)
    }
    restored.push(file.path)
  }
  return ok({ files: restored, same, aside: quarantine.place })
}

/** @returns Why not all of these files can be written; asked before the first of them is. */
async function holderOfAny(
  locks: ProjectLocks,
  annotators: readonly (string | null)[],
): Promise<LockedError | null> {
  try {
    for (const annotator of new Set(annotators)) {
      if (annotator !== null) await locks.whileSetsAreOurs(annotator, async () => undefined)
    }
    return null
  } catch (error) {
    if (error instanceof LockedError) return error
    throw error
  }
}

async function hashOf(path: string): Promise<string | null> {
  return readFile(path).then(
    (bytes) => sha256(bytes),
    () => null,
  )
}
