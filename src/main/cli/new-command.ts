import path from 'node:path'
import * as v from 'valibot'
import { ProjectNameSchema } from '../../core/project/project.ts'
import { ProjectStore } from '../store/project-store.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import type { CommandLine } from './command-line.ts'
import { oneLine, print } from './terminal.ts'

export function newCommand({ root, end }: CommandLine): void {
  root
    .command('new')
    .description('make a project in a new or empty folder')
    .argument('<DIR>', 'the folder')
    .option('--name <NAME>', "the project's name; the folder's name unless given")
    .addHelpText('after', '\nExample:\n  rubricator new casualties --name "Casualty figures"')
    .action(async (folder: string, { name }: { name?: string }) => end(await run(folder, name)))
}

async function run(typed: string, typedName: string | undefined): Promise<Outcome> {
  const folder = path.resolve(typed)
  const name = v.safeParse(ProjectNameSchema, typedName ?? path.basename(folder))
  if (!name.success) return failed('A name has 1 to 120 characters: give one with --name')
  const created = await ProjectStore.create(folder, name.output)
  if (!created.ok) return failed(created.error)
  await print(`Made the project "${oneLine(name.output)}" in ${folder}\n`)
  return DONE
}
