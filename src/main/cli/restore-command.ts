import { existsSync } from 'node:fs'
import path from 'node:path'
import { listBackups, type Backup } from '../store/backup/backup-files.ts'
import { restoreBackup } from '../store/backup/restore-backup.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { formatTable } from './table.ts'
import { print } from './terminal.ts'

interface Options {
  readonly annotator?: string
}

export function restoreCommand({ root, end }: CommandLine): void {
  root
    .command('restore')
    .description('list the backups of a project, or put its sets back as they were')
    .argument('<DIR>', "the project's folder")
    .argument('[BACKUP]', 'the backup, by its day, such as 2026-11-22, or as it is listed')
    .option('--annotator <ID>', 'restore only the sets of this annotator')
    .addHelpText(
      'after',
      `
What the files hold now is kept in .quarantine/ of the project; sets that are newer than the backup
stay. Nothing is restored while a window writes to the project: close it first.

Examples:
  rubricator restore casualties
  rubricator restore casualties 2026-11-22 --annotator ada`,
    )
    .action(async (folder: string, name: string | undefined, options: Options) =>
      end(await run(path.resolve(folder), name, options.annotator ?? null)),
    )
}

async function run(
  folder: string,
  name: string | undefined,
  annotator: string | null,
): Promise<Outcome> {
  const backups = await listBackups(folder)
  if (!existsSync(folder)) return failed(`There is no folder ${folder}`)
  if (backups.length === 0) return failed(`There are no backups in ${folder}`)
  if (name === undefined) {
    await print(tableOf(backups))
    return DONE
  }
  const backup = backups.find((each) => each.name === name)
  if (backup === undefined) {
    return failed(`There is no backup ${name}: ${backups.map((each) => each.name).join(', ')}`)
  }
  const restored = await restoreBackup(folder, backup, { annotator })
  if (!restored.ok) return failed(restored.error)
  const { files, same, aside } = restored.value
  await print(`Restored ${plural(files.length, 'file')}; ${same} were as they are in the backup.\n`)
  if (aside !== null) await print(`What they held is kept in ${path.join(folder, aside)}\n`)
  return DONE
}

function tableOf(backups: readonly Backup[]): string {
  const rows = backups.map(({ name, made, files }) => [name, made, String(files.size)])
  return formatTable(['BACKUP', 'MADE', 'FILES'], rows)
}
