import type { BackupEntry } from '../../../contract/models.ts'
import { sha256 } from '../sha256.ts'
import { soundFiles } from './back-up.ts'
import { fileAt, type Backup } from './backup-files.ts'
import type { RestoreOptions } from './restore-backup.ts'

/**
 * Holds backups against what the files of the project hold now. A file that is damaged counts as gone.
 * @param scope - Whose files count, as when a backup is restored.
 * @throws StorageError when a file cannot be read.
 */
export async function compareBackups(
  folder: string,
  backups: readonly Backup[],
  { annotator }: RestoreOptions,
): Promise<readonly BackupEntry[]> {
  const isMeant = (path: string): boolean =>
    annotator === null || fileAt(path)?.annotator === annotator
  const present = new Map<string, string>()
  for await (const { path, content } of soundFiles(folder)) {
    if (isMeant(path)) present.set(path, sha256(content))
  }
  return backups.map(({ name, made, files }) => {
    const wanted = [...files].filter(([path]) => isMeant(path))
    const gone = wanted.filter(([path]) => !present.has(path)).length
    const same = wanted.filter(([path, hash]) => present.get(path) === hash).length
    const newer = [...present.keys()].filter((path) => !files.has(path)).length
    const changed = wanted.length - gone - same
    return { name, made, files: wanted.length, changed, gone, newer }
  })
}
