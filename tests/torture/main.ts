import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Counts } from './counts.ts'
import { readOptions, USAGE } from './options.ts'
import { report } from './report.ts'
import { torture } from './torture.ts'

const TORTURES = { 'one annotator': ['Ann'], 'two at once': ['Ann', 'Ben'] } as const

/** Rounds between two lines that say how far it is. */
const TOLD = 50

/**
 * Tortures and prints what came of it.
 * @param program - The bundled `annotator.ts`.
 * @returns The exit code.
 */
export async function main(args: readonly string[], program: string): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    console.log(USAGE)
    return 0
  }
  const { rounds, seed } = options
  const again = `--seed ${seed} --rounds ${rounds}`
  console.error(`Seed ${seed}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'rubricator-torture-'))
  const columns: Record<string, Counts> = {}
  const failures: string[] = []
  for (const [title, names] of Object.entries(TORTURES)) {
    const onRound = (counts: Counts): void => {
      if (counts.rounds % TOLD === 0) console.error(`${title}: ${counts.rounds} rounds`)
    }
    const result = await torture({ program, folder, seed, rounds, names, onRound })
    columns[title] = result.counts
    failures.push(...result.failures.map((failure) => `${title}, ${failure}`))
  }
  console.log(`Killed at random moments, ${again}\n\n${report(columns)}\n`)
  if (failures.length === 0) {
    await rm(folder, { recursive: true, force: true })
    console.log('Nothing was lost.')
    return 0
  }
  for (const failure of failures) console.error(failure)
  console.error(`${failures.length} things went wrong; again with: npm run torture -- ${again}`)
  return 1
}
