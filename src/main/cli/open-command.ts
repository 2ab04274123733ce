import { userFolders } from '../browser-host/user-folders.ts'
import { hostProject } from './host-project.ts'
import type { CommandLine } from './command-line.ts'

/** What `npm start` runs where Electron is missing: it ends when its window is closed. */
export function openCommand({ root, program, end }: CommandLine): void {
  root
    .command('open', { hidden: true })
    .description('open a project in a window that ends the program when it is closed')
    .option('--project <DIR>', "the project's folder; the last one unless given")
    .action(async ({ project }: { project?: string }) =>
      end(
        await hostProject({
          program,
          folders: userFolders(),
          project: project ?? null,
          port: undefined,
          window: 'lead',
        }),
      ),
    )
}
