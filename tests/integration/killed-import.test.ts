import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ProjectStore } from '../../src/main/store/project-store.ts'
import { writeJsonl } from '../bench/project/write-jsonl.ts'
import { Random } from '../bench/reader/documents/random.ts'
import { valueOf } from '../support/builders.ts'
import { contentOf } from '../support/folder-content.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/rubricator', import.meta.url))
/** Some ten megabytes: several pieces, on several threads. */
const OPTIONS = { articles: 900, seed: 3, annotators: 2, spans: 10 }
const ROUNDS = 10

/** Runs an import, and kills it after a while. @returns How long it went on, in milliseconds. */
function run(project: string, file: string, patience: number): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [PROGRAM, 'import', project, file], { stdio: 'ignore' })
  const killing = setTimeout(() => child.kill('SIGKILL'), patience)
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(killing)
      resolve(performance.now() - begun)
    })
  })
}

/** What is in a project, but for what belongs to its desk. */
async function filesOf(project: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await contentOf(project))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.')))
}

test('an import that is killed happens whole or not at all', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'in.jsonl')
  await writeJsonl(file, OPTIONS)
  const random = new Random(11)
  const outcomes = { nothing: 0, everything: 0 }
  let whole = Infinity
  for (let round = 0; round <= ROUNDS; round++) {
    const project = path.join(folder, `p${round}`)
    await valueOf(await ProjectStore.create(project, 'P')).close()
    const before = await filesOf(project)
    // The first one is left alone, to know how long it takes.
    const patience = round === 0 ? 600_000 : random.between(0, Math.ceil(whole))
    const took = await run(project, file, patience)
    if (round === 0) whole = took
    const store = valueOf(await ProjectStore.open(project, { mends: true }))
    expect(store.problems).toEqual([])
    const { length } = store.articles()
    if (length === 0) expect(await filesOf(project)).toEqual(before)
    else {
      expect(length).toBe(OPTIONS.articles)
      expect(store.articles().flatMap(({ id }) => store.setsOn(id))).toHaveLength(2 * length)
      expect(store.project.annotators).toHaveLength(2)
    }
    outcomes[length === 0 ? 'nothing' : 'everything']++
    await store.close()
  }
  console.log(`${ROUNDS} imports killed, one not: ${JSON.stringify(outcomes)}, 0 by halves`)
  expect(outcomes.everything).toBeGreaterThan(0)
}, 300_000)
