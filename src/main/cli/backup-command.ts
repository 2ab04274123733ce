import path from 'node:path'
import { describeNewer } from '../../core/project/newer-project.ts'
import { backUp } from '../store/backup/back-up.ts'
import { openProject } from './open-project.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { print } from './terminal.ts'

export function backupCommand({ root, end }: CommandLine): void {
  root
    .command('backup')
    .description("make today's backup of a project, unless there is one")
    .argument('<DIR>', "the project's folder")
    .addHelpText(
      'after',
      `
A window does so by itself once a day. The last ten are kept, in .backups/ of the project.

Example:
  rubricator backup casualties`,
    )
    .action(async (folder: string) => end(await run(folder)))
}

async function run(folder: string): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const { newerFormat } = opened.value
  if (newerFormat !== null) return failed(describeNewer(newerFormat))
  const backup = await backUp(path.resolve(folder), new Date())
  await print(
    backup === null
      ? "Today's backup is there already.\n"
      : `Backup of ${backup.name}: ${plural(backup.files.size, 'file')}.\n`,
  )
  return DONE
}
