import path from 'node:path'
import type { ImportSummary } from '../../contract/models.ts'
import { importPaths } from '../workbench/import/import-paths.ts'
import { openToWrite } from './open-project.ts'
import { doneWith, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { oneLine, print } from './terminal.ts'

export function importCommand({ root, end }: CommandLine): void {
  root
    .command('import')
    .description('import text files, native JSONL, and folders of them')
    .argument('<DIR>', "the project's folder")
    .argument('<PATH...>', 'files, and folders that are searched to the bottom')
    .option('--annotator <ID>', 'import only the sets of this annotator, of JSONL that holds more')
    .addHelpText(
      'after',
      `
Each file that cannot be imported is named with its reason, the others are imported; the exit code
is then 1. A text that the project holds already is told and not imported again.

Examples:
  rubricator import casualties ~/articles late-report.txt
  rubricator import casualties colleague.jsonl`,
    )
    .action(async (folder: string, paths: string[], options: { annotator?: string }) =>
      end(await run(folder, paths, options.annotator)),
    )
}

async function run(
  folder: string,
  paths: readonly string[],
  annotator: string | undefined,
): Promise<Outcome> {
  const opened = await openToWrite(folder)
  if (!opened.ok) return failed(opened.error)
  const imported = await importPaths(
    opened.value,
    paths.map((typed) => path.resolve(typed)),
    { now: () => new Date(), ...(annotator === undefined ? {} : { annotator }) },
  )
  if (!imported.ok) return failed(imported.error)
  await print(describe(imported.value))
  return doneWith(imported.value.problems.map(({ name, reason }) => `${name}: ${reason}`))
}

function describe({ articles, sets, duplicates, added, problems }: ImportSummary): string {
  const lines = [
    `Imported ${plural(articles, 'article')} and ${plural(sets, 'annotation set')}.`,
    ...duplicates.map(({ name, title }) => `Already in the project: ${name} ("${title}")`),
    ...added.map((what) => `Added to the project: ${what}`),
    ...(problems.length === 0 ? [] : [`Not imported: ${plural(problems.length, 'file')}.`]),
  ]
  return lines.map((line) => `${oneLine(line)}\n`).join('')
}
