import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly edits: number
  /** Articles of the import during which a person goes on working. */
  readonly busy: number
  readonly seed: number
  /** Whether the one file takes part. */
  readonly baseline: boolean
  /** Holds the projects; which disk it is on decides about everything that is written. */
  readonly folder: string
  /** File for everything that was measured. */
  readonly json: string | null
}

export const USAGE = `npm run bench:store -- [options]

  --sizes 1000,10000   articles of the projects (1000,10000,50000)
  --rounds N           how often all but the edits is measured (3)
  --edits N            how many spans are added, after 600 others (1000)
  --busy N             articles of the import during which somebody works (1000)
  --no-baseline        leave out the project in one file
  --folder DIR         where the projects are made (the system’s folder for temporary files)
  --seed N             of the projects (1)
  --json FILE          write every value that was measured
  --help               print this`

/** @returns Null when only help was asked for. @throws Error that says what is wrong. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000,50000' },
      rounds: { type: 'string', default: '3' },
      edits: { type: 'string', default: '1000' },
      busy: { type: 'string', default: '1000' },
      'no-baseline': { type: 'boolean', default: false },
      folder: { type: 'string', default: tmpdir() },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  // Relative to where npm was called, which is not where it runs scripts.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  return {
    sizes: values.sizes.split(',').map((size) => wholeNumber('sizes', size.trim(), 1)),
    rounds: wholeNumber('rounds', values.rounds, 1),
    edits: wholeNumber('edits', values.edits, 1),
    busy: wholeNumber('busy', values.busy, 1),
    seed: wholeNumber('seed', values.seed, 0),
    baseline: !values['no-baseline'],
    folder: path.resolve(from, values.folder),
    json: values.json === undefined ? null : path.resolve(from, values.json),
  }
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`--${name} is a whole number of at least ${least}`)
}
