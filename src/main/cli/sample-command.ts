import path from 'node:path'
import { buildSample } from '../workbench/sample.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { print } from './terminal.ts'

export function sampleCommand({ root, program, end }: CommandLine): void {
  root
    .command('sample')
    .description('make the sample project, five articles marked by two annotators')
    .argument('<DIR>', 'a new or empty folder')
    .addHelpText('after', '\nExample:\n  rubricator sample sample-project')
    .action(async (folder: string) => end(await run(folder, program.seedsFolder)))
}

async function run(typed: string, seedsFolder: string): Promise<Outcome> {
  const folder = path.resolve(typed)
  const built = await buildSample(seedsFolder, folder)
  if (!built.ok) return failed(built.error)
  const articles = plural(built.value.articles().length, 'article')
  await print(`Made the sample project with ${articles} in ${folder}\n`)
  return DONE
}
