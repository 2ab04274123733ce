import type { ProjectStore } from '../store/project-store.ts'
import { openProject, unreadFiles } from './open-project.ts'
import { doneWith, failed, type Outcome } from './outcome.ts'
import type { CommandLine } from './command-line.ts'
import { formatTable } from './table.ts'
import { print } from './terminal.ts'

export function listCommand({ root, end }: CommandLine): void {
  root
    .command('list')
    .description('list the articles with their annotation sets')
    .argument('<DIR>', "the project's folder")
    .option('--json', 'as a JSON array, for programs')
    .addHelpText(
      'after',
      `
A set is written ANNOTATOR:STATUS:SPANS.

Examples:
  rubricator list casualties
  rubricator list casualties --json | python3 -m json.tool`,
    )
    .action(async (folder: string, { json }: { json?: true }) => end(await run(folder, json)))
}

async function run(folder: string, json: true | undefined): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const rows = rowsOf(opened.value)
  await print(json ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows))
  return doneWith(unreadFiles(opened.value))
}

interface Row {
  readonly id: string
  readonly title: string
  readonly outlet: string | null
  readonly published: string | null
  readonly sets: readonly { annotator: string; status: string; spans: number }[]
}

function rowsOf(store: ProjectStore): readonly Row[] {
  return store.articles().map(({ id, meta: { title, outlet, published } }) => {
    const sets = store
      .setsOn(id)
      .map(({ annotator, status, spans }) => ({ annotator, status, spans }))
    return { id, title, outlet, published, sets }
  })
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, title, outlet, published, sets }) => [
    id,
    title,
    outlet ?? '',
    published ?? '',
    sets.map(({ annotator, status, spans }) => `${annotator}:${status}:${spans}`).join(' '),
  ])
  return formatTable(['ID', 'TITLE', 'OUTLET', 'PUBLISHED', 'SETS'], lines)
}
