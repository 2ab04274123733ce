import { InvalidArgumentError } from 'commander'
import { userFolders } from '../browser-host/user-folders.ts'
import { hostProject } from './host-project.ts'
import type { CommandLine } from './command-line.ts'

interface ServeOptions {
  readonly project?: string
  readonly port?: number
  readonly open: boolean
}

export function serveCommand({ root, program, end }: CommandLine): void {
  root
    .command('serve')
    .description('open a project in an installed Chromium, Chrome or Edge')
    .argument('[DIR]', "the project's folder; the last one unless given")
    .option('--project <DIR>', 'the same, as an option')
    .option('--port <N>', 'the port on 127.0.0.1; a free one unless given', parsePort)
    .option('--no-open', 'open no window: only print the address')
    .addHelpText(
      'after',
      `
The first line of output is the address with its secret, for a browser on this machine. The server
runs until it is interrupted (Ctrl+C); windows then save what they have not yet saved.

Examples:
  rubricator serve casualties
  rubricator serve casualties --port 8700 --no-open`,
    )
    .action(async (folder: string | undefined, options: ServeOptions, command) => {
      const { project, port, open } = options
      if (folder !== undefined && project !== undefined && folder !== project) {
        command.error('error: give the project once: as DIR or with --project', { exitCode: 2 })
      }
      end(
        await hostProject({
          program,
          folders: userFolders(),
          project: folder ?? project ?? null,
          port,
          window: open ? 'show' : 'none',
        }),
      )
    })
}

function parsePort(typed: string): number {
  const port = Number(typed)
  if (/^\d{1,5}$/.test(typed) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 1 to 65535, or 0 for a free one.')
}
