import path from 'node:path'
import { exportDelivery } from '../workbench/export/export-delivery.ts'
import { writeDelivery } from '../workbench/export/write-delivery.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { openProject } from './open-project.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { oneLine, print } from './terminal.ts'

interface ExportOptions {
  readonly out?: string
  readonly annotator?: string
}

export function exportCommand({ root, end }: CommandLine): void {
  root
    .command('export')
    .description('export native JSONL, one line for each annotation set')
    .argument('<DIR>', "the project's folder")
    .option('--out <FILE>', 'write to this file, whole or not at all, instead of standard output')
    .option('--annotator <ID>', 'only the sets of this annotator')
    .addHelpText(
      'after',
      `
Offsets are counted in code points, as Python counts: text[start:end] is the span's text.

Examples:
  rubricator export casualties --out casualties.jsonl
  rubricator export casualties --annotator miriam-keller | wc -l`,
    )
    .action(async (folder: string, options: ExportOptions) => end(await run(folder, options)))
}

async function run(folder: string, { out, annotator }: ExportOptions): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const store = opened.value
  const known = annotatorsOf(store)
  if (annotator !== undefined && !known.includes(annotator)) {
    const names = known.length === 0 ? 'nobody has marked it yet' : `it has ${known.join(', ')}`
    return failed(`The project has no annotator "${annotator}": ${names}`)
  }
  const exported = exportDelivery(store, { annotator: annotator ?? null })
  if (!exported.ok) return failed(exported.error)
  const delivery = exported.value
  if (out === undefined) {
    for await (const part of delivery.parts()) await print(part)
  } else {
    await writeDelivery(path.resolve(out), delivery)
    await print(`Wrote ${plural(delivery.lines, 'line')} to ${oneLine(out)}\n`)
  }
  return DONE
}

/** Everybody whom the project names, and who has marked without being named there. */
function annotatorsOf(store: ProjectStore): readonly string[] {
  const named = store.project.annotators.map(({ id }) => id)
  const marked = store
    .articles()
    .flatMap(({ id }) => store.setsOn(id).map(({ annotator }) => annotator))
  return [...new Set([...named, ...marked])]
}
