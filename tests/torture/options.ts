import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

export interface Options {
  readonly rounds: number
  readonly seed: number
}

export const USAGE = `npm run torture -- [options]

  --rounds N   how often one annotator is killed, and how often two are (300)
  --seed N     of the edits and of the moments; another one in each run unless it is given
  --help       print this`

/** @returns Null when only help was asked for. @throws Error that says what is wrong. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '300' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return {
    rounds: wholeNumber('rounds', values.rounds, 1),
    seed: wholeNumber('seed', values.seed, 0),
  }
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`--${name} is a whole number of at least ${least}`)
}
