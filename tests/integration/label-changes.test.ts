import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { latestRecord } from '../../src/main/store/labels/read-records.ts'
import { setFile } from '../../src/main/store/project-layout.ts'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { writeProject } from '../bench/project/write-project.ts'
import { Random } from '../bench/reader/documents/random.ts'
import { valueOf } from '../support/builders.ts'
import { bundle } from '../support/bundle.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROUNDS = 12
const OPTIONS = { articles: 150, annotators: 2, spans: 10, seed: 3 }

let programs = ''
let program = ''

beforeAll(async () => {
  programs = await mkdtemp(path.join(tmpdir(), 'rubricator-test-'))
  program = await bundle(path.join(import.meta.dirname, '../torture/relabeller.ts'), programs)
})

afterAll(() => rm(programs, { recursive: true, force: true }))

test('a change of a label that is killed has happened everywhere or nowhere', async () => {
  const folder = await temporaryFolder()
  const project = path.join(folder, 'project')
  await writeProject(project, OPTIONS)
  const original = await lookAt(project)
  const random = new Random(20)
  const seen = new Map<string, number>()
  let cut = 0
  for (let round = 0; round < ROUNDS; round++) {
    const waited = await workUntilKilled([folder, project, String(round)], random)
    expect(waited, 'killed, and not ended by itself').toBe('SIGKILL')
    cut += await waiting(project)
    const found = await lookAt(project)
    seen.set(found.state, (seen.get(found.state) ?? 0) + 1)
    expect(found.mixtures, `round ${round}`).toEqual([])
    if (found.state === 'original') expect(found.spans).toEqual(original.spans)
  }
  console.log(`${ROUNDS} rounds, ${cut} cut after the decision: ${JSON.stringify([...seen])}`)
  // Otherwise nothing has been tried.
  expect(cut).toBeGreaterThan(0)
  expect(seen.size).toBeGreaterThan(1)
})

/** Starts the program, and kills it some time after it has begun. @returns How it ended. */
async function workUntilKilled(args: readonly string[], random: Random): Promise<string | null> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), ended])
  await delay(random.between(0, 1500))
  child.kill('SIGKILL')
  await ended
  return child.signalCode
}

/** How many changes are decided upon and not completed. */
async function waiting(project: string): Promise<number> {
  const names = await readdir(path.join(project, '.transactions')).catch(() => [])
  return names.filter((name) => !name.endsWith('.new')).length
}

interface Found {
  /** What was done last and not taken back: the type of the change, or 'original'. */
  readonly state: string
  /** What does not fit it. */
  readonly mixtures: readonly string[]
  /** The ids and labels of all spans, a line for each set. */
  readonly spans: readonly string[]
}

/** Opens the project, which completes what was decided, and reads every file of it by itself. */
async function lookAt(project: string): Promise<Found> {
  const store = valueOf(await ProjectStore.open(project, { mends: true }))
  const mixtures = store.problems.map(({ file, reason }) => `${file}: ${reason}`)
  const { change } = (await latestRecord(project))?.record ?? {}
  const file = JSON.parse(await readFile(path.join(project, 'project.json'), 'utf8')) as {
    labels: { name: string }[]
  }
  const names = file.labels.map(({ name }) => name)
  const hasOld = names.includes('claim')
  if (hasOld !== (change === undefined)) mixtures.push(`project.json has ${names.join(', ')}`)
  const spans: string[] = []
  for (const { id } of store.articles()) {
    for (const { annotator } of store.setsOn(id)) {
      const place = setFile(id, annotator)
      const set = JSON.parse(await readFile(path.join(project, place), 'utf8')) as {
        spans: { id: string; label: string }[]
      }
      const unknown = set.spans.filter(({ label }) => !names.includes(label))
      if (unknown.length > 0) mixtures.push(`${place} has ${unknown[0]?.label}`)
      spans.push(
        set.spans
          .map(({ id: span, label }) => `${span} ${label}`)
          .toSorted()
          .join(', '),
      )
    }
  }
  await store.close()
  const mentions = spans.some((line) => line.includes('claim'))
  if (mentions !== hasOld) mixtures.push(`spans are ${mentions ? '' : 'not '}of the old label`)
  return { state: change?.type ?? 'original', mixtures, spans }
}
