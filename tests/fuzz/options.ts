import { parseArgs } from 'node:util'

export interface Options {
  readonly inputs: number
  readonly seed: number
  readonly first: number
  /** The only target; null is all of them. */
  readonly target: string | null
}

export const USAGE = `npm run fuzz -- [options]

Feeds generated inputs to everything that reads what strangers have written, and prints what became
of them. Ends with 1 when one of them failed.

  --inputs N     how many inputs, over all targets; 1,000,000 unless given
  --seed N       the same number gives the same inputs; 1 unless given
  --target NAME  only this target
  --first N      index of the first input of each target, to feed a certain one again; 0 unless given
  --help         this text`

/**
 * Reads the options of the command line.
 * @returns null when help is asked for.
 * @throws Error with a sentence when they make no sense.
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      first: { type: 'string', default: '0' },
      target: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return {
    inputs: numberOf('inputs', values.inputs),
    seed: numberOf('seed', values.seed),
    first: numberOf('first', values.first),
    target: values.target ?? null,
  }
}

function numberOf(name: string, value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new RangeError(`--${name} takes a number, not ${value}`)
  return Number(value)
}
