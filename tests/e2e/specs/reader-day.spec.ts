import { rm, writeFile } from 'node:fs/promises'
import { makeDocument } from '../../bench/reader/documents/documents.ts'
import { Random } from '../../bench/reader/documents/random.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import type { StartOptions } from '../hosts/host.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { Analyst } from '../support/analyst.ts'
import { pressFast } from '../support/fast-keys.ts'
import { jsonLine } from '../support/jsonl.ts'
import { PlainSet, type PlainSpan } from '../support/plain-set.ts'
import { readStored } from '../support/stored.ts'

/** What the program makes of the annotator's name. */
const ID = 'ada-unal'
const SEED = 20_260_301

const { text, spans } = makeDocument('D2', SEED)

/** Opens the article with its thousand spans. */
async function open(
  home: Home,
  start: (options: StartOptions) => Promise<Workbench>,
  options: StartOptions = {},
): Promise<Workbench> {
  const project = home.path('Day')
  await home.run('new', project)
  await writeFile(home.path('article.jsonl'), jsonLine(ID, text, spans))
  await home.run('import', project, home.path('article.jsonl'))
  const workbench = await start({ ...options, project })
  await workbench.window.welcome.begin(ANNOTATOR)
  await expect(workbench.window.reader.region).toBeVisible()
  return workbench
}

/** Waits until what lies on disk is what a plain set says. */
async function expectStored(home: Home, { window }: Workbench, set: PlainSet): Promise<void> {
  await window.status.expectSaved()
  const stored = await readStored(home.path('Day'), ID, text)
  expect(stored?.status).toBe(set.status)
  expect(stored?.spans.map(inWords)).toEqual(set.spans.map(inWords))
}

function inWords({ label, start, end, note }: Omit<PlainSpan, 'key'>): string {
  return `${start}–${end} ${label}${note === null ? '' : ` (${note})`}`
}

function newSet(): PlainSet {
  return new PlainSet(
    'in-progress',
    spans.map((span) => ({ ...span, note: null, attributes: {} })),
  )
}

function keysOf(analyst: Analyst, works: number): readonly string[] {
  return Array.from({ length: works }, () => analyst.next()).flat()
}

function repeat(key: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => key)
}

test('a day of three hundred edits by keyboard, taken back and made again', async ({
  home,
  start,
}) => {
  test.slow()
  const workbench = await open(home, start)
  const { page } = workbench
  const analyst = new Analyst(text, newSet(), new Random(SEED))
  const { set } = analyst
  for (let hour = 1; set.undoable < 300; hour++) {
    await test.step(`hour ${hour}`, async () => {
      await pressFast(page, keysOf(analyst, 40))
      await expectStored(home, workbench, set)
    })
  }
  const { undoable } = set
  await test.step('all taken back', async () => {
    await pressFast(page, repeat('Mod+Z', undoable))
    await expectStored(home, workbench, newSet())
    const ids = (await readStored(home.path('Day'), ID, text))?.spans.map(({ id }) => id)
    expect(ids?.toSorted()).toEqual(spans.map(({ id }) => id).toSorted())
  })
  await test.step('all made again', async () => {
    await pressFast(page, repeat('Mod+Shift+Z', undoable))
    await expectStored(home, workbench, set)
  })
})

test('marks faster than the disk can write', async ({ home, start }) => {
  test.slow()
  const diskGate = home.path('the disk waits')
  const workbench = await open(home, start, { diskGate })
  const { window, page } = workbench
  const analyst = new Analyst(text, newSet(), new Random(SEED + 1))
  await writeFile(diskGate, '')
  await pressFast(page, [...keysOf(analyst, 40), ...analyst.changeStatus()])
  await expect(window.status.save, 'the disk is behind').toHaveText(/^Saving/)
  await rm(diskGate)
  await expectStored(home, workbench, analyst.set)

  await test.step('and what was made last is saved before the window closes', async () => {
    await writeFile(diskGate, '')
    await pressFast(page, [...keysOf(analyst, 1), ...analyst.changeStatus()])
    await expect(window.status.save).toHaveText(/^Saving/)
    await workbench.host.beginClose()
    const ended = workbench.host.ended()
    await rm(diskGate)
    await ended
    await workbench.restart()
    await expectStored(home, workbench, analyst.set)
  })
})
