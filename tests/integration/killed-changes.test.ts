import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
const ROUNDS = 6

interface Case {
  readonly name: string
  readonly articles: number
  /** Makes what is taken in. @returns How the command begins to take it into a project. */
  prepare(folder: string): Promise<(project: string) => readonly string[]>
}

const CASES: readonly Case[] = [
  {
    name: 'an import',
    // Some ten megabytes: several pieces, on several threads.
    articles: 900,
    async prepare(folder) {
      const file = await datasetOf(folder, this.articles)
      return (project) => ['import', project, file]
    },
  },
  {
    name: 'a review pack that is taken in',
    articles: 300,
    async prepare(folder) {
      const file = await datasetOf(folder, this.articles)
      const source = path.join(folder, 'source')
      const pack = path.join(folder, 'all.rubricator-pack.jsonl')
      await run('new', source)
      await run('import', source, file)
      await run('pack', source, '--out', pack)
      return (project) => ['unpack', project, pack]
    },
  },
]

test.each(CASES)(
  '$name happens whole or not at all when it is killed',
  async (given) => {
    const folder = await temporaryFolder()
    const command = await given.prepare(folder)
    const random = new Random(11)
    const outcomes = { nothing: 0, everything: 0 }
    let whole = Infinity
    for (let round = 0; round <= ROUNDS; round++) {
      const project = path.join(folder, `p${round}`)
      await valueOf(await ProjectStore.create(project, 'P')).close()
      const before = await filesOf(project)
      // The first one is left alone, to know how long it takes.
      const patience = round === 0 ? 600_000 : random.between(0, Math.ceil(whole))
      const took = await runAndKill(command(project), patience)
      if (round === 0) whole = took
      const store = valueOf(await ProjectStore.open(project, { mends: true }))
      expect(store.problems).toEqual([])
      const { length } = store.articles()
      if (length === 0) expect(await filesOf(project)).toEqual(before)
      else {
        expect(length).toBe(given.articles)
        expect(store.articles().flatMap(({ id }) => store.setsOn(id))).toHaveLength(2 * length)
        expect(store.project.annotators).toHaveLength(2)
      }
      outcomes[length === 0 ? 'nothing' : 'everything']++
      await store.close()
    }
    console.log(
      `${given.name}: ${ROUNDS} killed, one not: ${JSON.stringify(outcomes)}, 0 by halves`,
    )
    expect(outcomes.everything).toBeGreaterThan(0)
  },
  300_000,
)

async function datasetOf(folder: string, articles: number): Promise<string> {
  const file = path.join(folder, 'in.jsonl')
  await writeJsonl(file, { articles, seed: 3, annotators: 2, spans: 10 })
  return file
}

async function run(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 2] })
  expect(await once(child, 'exit')).toEqual([0, null])
}

/** Runs a command, and kills it after a while. @returns How long it went on, in milliseconds. */
async function runAndKill(args: readonly string[], patience: number): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' })
  const killing = setTimeout(() => child.kill('SIGKILL'), patience)
  await once(child, 'exit')
  clearTimeout(killing)
  return performance.now() - begun
}

/** What is in a project, but for what belongs to its desk. */
async function filesOf(project: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await contentOf(project))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.')))
}
