import { Command, CommanderError } from 'commander'
import type { Program } from '../page/program.ts'
import { agreeCommand } from './agree-command.ts'
import { backupCommand } from './backup-command.ts'
import { checkCommand } from './check-command.ts'
import type { CommandLine } from './command-line.ts'
import { exportCommand } from './export-command.ts'
import { importCommand } from './import-command.ts'
import { listCommand } from './list-command.ts'
import { newCommand } from './new-command.ts'
import { openCommand } from './open-command.ts'
import type { Outcome } from './outcome.ts'
import { packCommand } from './pack-command.ts'
import { restoreCommand } from './restore-command.ts'
import { sampleCommand } from './sample-command.ts'
import { serveCommand } from './serve-command.ts'
import { unpackCommand } from './unpack-command.ts'
import { complain } from './terminal.ts'

const USAGE_ERROR = 2

/**
 * Carries out one command line.
 * @param args - What the person typed after the program's name.
 * @returns The exit code: 0 only when all went well, 1 when it did not, 2 for a wrong command line.
 */
export async function runCommandLine(args: readonly string[], program: Program): Promise<number> {
  let exitCode = 0
  const end = (outcome: Outcome): void => {
    if (outcome.ok) return
    for (const sentence of outcome.error) complain(sentence)
    exitCode = 1
  }
  const line: CommandLine = { root: rootCommand(program.version), program, end }
  const commands = [
    newCommand,
    sampleCommand,
    importCommand,
    listCommand,
    exportCommand,
    agreeCommand,
    packCommand,
    unpackCommand,
    checkCommand,
    backupCommand,
    restoreCommand,
    serveCommand,
    openCommand,
  ]
  for (const add of commands) add(line)
  try {
    await line.root.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version that were asked for end with 0; everything else was a wrong command line.
    return error.exitCode === 0 ? 0 : USAGE_ERROR
  }
  return exitCode
}

function rootCommand(version: string): Command {
  return new Command('rubricator')
    .description(
      'Marks spans in news articles and exports training data. Nothing leaves the machine.',
    )
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => write(message.replace(/^error: /, 'rubricator: ')),
    })
    .addHelpText(
      'after',
      `
Example:
  rubricator new casualties --name "Casualty figures"
  rubricator import casualties ~/articles
  rubricator serve casualties
  rubricator export casualties --out casualties.jsonl

"rubricator COMMAND --help" tells more about a command.`,
    )
}
