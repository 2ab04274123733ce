import path from 'node:path'
import { adjudicatedDelivery } from '../workbench/export/adjudicated-delivery.ts'
import type { Delivery } from '../workbench/host.ts'
import { ReviewQueue } from '../workbench/review/review-queue.ts'
import { exportDelivery } from '../workbench/export/export-delivery.ts'
import { writeDelivery } from '../workbench/export/write-delivery.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { openProject } from './open-project.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { complain, oneLine, print } from './terminal.ts'

interface ExportOptions {
  readonly out?: string
  readonly annotator?: string
  readonly adjudicated?: boolean
}

export function exportCommand({ root, end }: CommandLine): void {
  root
    .command('export')
    .description('export native JSONL, one line for each annotation set')
    .argument('<DIR>', "the project's folder")
    .option('--out <FILE>', 'write to this file, whole or not at all, instead of standard output')
    .option('--annotator <ID>', 'only the sets of this annotator')
    .option(
      '--adjudicated',
      'the adjudicated sets with their verdicts, a line for each reviewed article',
    )
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

async function run(folder: string, options: ExportOptions): Promise<Outcome> {
  const { out, annotator } = options
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const store = opened.value
  if (options.adjudicated === true) {
    if (annotator !== undefined) {
      return failed('--adjudicated and --annotator cannot go together: it is a set of its own')
    }
    return exportAdjudicated(store, out)
  }
  const known = annotatorsOf(store)
  if (annotator !== undefined && !known.includes(annotator)) {
    const names = known.length === 0 ? 'nobody has marked it yet' : `it has ${known.join(', ')}`
    return failed(`The project has no annotator "${annotator}": ${names}`)
  }
  const exported = exportDelivery(store, { annotator: annotator ?? null })
  if (!exported.ok) return failed(exported.error)
  return write(exported.value, out)
}

async function exportAdjudicated(store: ProjectStore, out: string | undefined): Promise<Outcome> {
  const exported = await adjudicatedDelivery(store, new ReviewQueue(store))
  if (!exported.ok) return failed(exported.error)
  const { unreviewed, unapproved, open, untaken, withoutLabel } = exported.value
  const lacks = [
    [unreviewed, 'articles that nobody has begun to review are not in it'],
    [unapproved, 'articles in it are not approved yet'],
    [open, 'disagreements are not decided, and what they are about is not in it'],
    [untaken, 'places that all agree on are not taken, and are not in it'],
    [withoutLabel, 'spans of verdicts are not in it, because their label was deleted'],
  ] as const
  for (const [number, words] of lacks) if (number > 0) complain(`${number} ${words}`)
  return write(exported.value, out)
}

async function write(delivery: Delivery, out: string | undefined): Promise<Outcome> {
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
