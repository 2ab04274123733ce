import path from 'node:path'
import { PACK_ENDING } from '../../core/review/pack/pack-line.ts'
import { writeDelivery } from '../workbench/export/write-delivery.ts'
import { packDelivery } from '../workbench/pack/make-pack.ts'
import { personHere } from './person-here.ts'
import { openProject } from './open-project.ts'
import { DONE, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { oneLine, print } from './terminal.ts'

interface PackOptions {
  readonly annotator?: readonly string[]
  readonly article?: readonly string[]
  readonly withoutTexts?: true
  readonly out?: string
}

export function packCommand({ root, end }: CommandLine): void {
  root
    .command('pack')
    .description('make a review pack: sets with their past, verdicts and comments, in one file')
    .argument('<DIR>', "the project's folder")
    .option('--annotator <ID>', 'only the sets and words of this one; may be repeated', gather)
    .option('--article <ID>', 'only this article; may be repeated', gather)
    .option('--without-texts', 'leave the texts out, for somebody who has the same articles')
    .option('--out <FILE>', `write to this file instead of standard output; *${PACK_ENDING}`)
    .addHelpText(
      'after',
      `
A pack is taken in with "rubricator unpack", or dropped on the window.

Examples:
  rubricator pack casualties --out casualties${PACK_ENDING}
  rubricator pack casualties --annotator miriam-keller --without-texts --out miriam${PACK_ENDING}`,
    )
    .action(async (folder: string, options: PackOptions) => end(await run(folder, options)))
}

async function run(
  folder: string,
  { annotator, article, withoutTexts, out }: PackOptions,
): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const packed = packDelivery(opened.value, {
    articles: article ?? null,
    annotators: annotator ?? null,
    texts: withoutTexts !== true,
    by: await personHere(),
    at: new Date().toISOString(),
  })
  if (!packed.ok) return failed(packed.error)
  const delivery = packed.value
  if (out === undefined) {
    for await (const part of delivery.parts()) await print(part)
  } else {
    await writeDelivery(path.resolve(out), delivery)
    await print(`Wrote ${plural(delivery.lines, 'line')} to ${oneLine(out)}\n`)
  }
  return DONE
}

function gather(typed: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), typed]
}
