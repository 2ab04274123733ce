import fc from 'fast-check'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Prose } from '../../bench/reader/documents/prose.ts'
import { Random } from '../../bench/reader/documents/random.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { KEY_STEPS } from '../model/key-steps.ts'
import { MarkingModel } from '../model/marking-model.ts'
import { MOUSE_STEPS } from '../model/mouse-steps.ts'
import { ReaderProbe } from '../model/reader-probe.ts'

/** A failure tells the seed that it had; another than the usual one tries other steps. */
const SEED = Number(process.env['RUBRICATOR_SEED'] ?? 20_260_302)
const RUNS = Number(process.env['RUBRICATOR_RUNS'] ?? 5)
/** Half of them on average. */
const MOST_STEPS = 50

test('the reader, the list and the disk agree whatever is done', async ({ home, start }) => {
  test.setTimeout(60_000 + RUNS * 60_000)
  const project = home.path('Model')
  const texts = Array.from({ length: RUNS }, (_, run) => textOf(run))
  await home.run('new', project)
  await mkdir(home.path('texts'))
  for (const [run, text] of texts.entries()) {
    await writeFile(path.join(home.path('texts'), `${titleOf(run)}.txt`), text)
  }
  await home.run('import', project, home.path('texts'))
  const workbench = await start({ project })
  const { window } = workbench
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.selected).toHaveAttribute('aria-setsize', String(RUNS))

  let run = 0
  const property = fc.asyncProperty(
    fc.commands([...KEY_STEPS, ...MOUSE_STEPS].flatMap(repeated), {
      maxCommands: MOST_STEPS,
      size: 'max',
    }),
    (steps) =>
      test.step(`run ${run}`, async () => {
        const text = texts[run] ?? ''
        if (run > 0) await window.press('j')
        await expect(window.library.selected).toHaveAccessibleName(titleOf(run))
        run++
        // The keyboard goes to the text.
        await window.press('Escape')
        const setup = async (): Promise<{ model: MarkingModel; real: ReaderProbe }> => {
          return {
            model: new MarkingModel(text),
            real: new ReaderProbe(workbench, project, 'ada-unal'),
          }
        }
        await fc.asyncModelRun(setup, steps)
      }),
  )
  // Each run has an article of its own: what failed is not tried again on the same one.
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
})

function titleOf(run: number): string {
  return `Article ${String(run + 1).padStart(3, '0')}`
}

/** Some screens of plain words, and a line of what is not plain. */
function textOf(run: number): string {
  const prose = new Prose(new Random(SEED + run))
  const messy = 'Cafe\u0301 👩‍👩‍👧‍👦 said: 34\u00A0soldiers 👍🏽 died 💔 on Friday, in 𝒮𝒸𝓇𝒾𝓅𝓉.'
  // Of every second article one paragraph is so long that it is drawn in pieces.
  const long = prose.paragraph(run % 2 === 0 ? 500 : 7000)
  const parts = [titleOf(run), prose.article(2500), messy, long, prose.article(2500)]
  return `${parts.join('\r\n\r\n')}\n`
}

/** Commands are chosen evenly: what should be tried more often stands there more often. */
function repeated<T>({ weight, arbitrary }: fc.WeightedArbitrary<T>): readonly fc.Arbitrary<T>[] {
  return Array.from({ length: weight }, () => arbitrary)
}
