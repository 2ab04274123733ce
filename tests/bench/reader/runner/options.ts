import path from 'node:path'
import { parseArgs } from 'node:util'
import { DOCUMENTS, type DocumentName } from '../documents/documents.ts'
import { CONTESTANTS } from './contestants.ts'

export interface Options {
  readonly documents: readonly DocumentName[]
  readonly contestants: readonly string[]
  readonly rounds: number
  readonly seed: number
  /** File for everything that was measured. */
  readonly json: string | null
  readonly markdown: boolean
}

export const USAGE = `npm run bench:reader -- [options]

  --documents D1,D3       which documents (${Object.keys(DOCUMENTS).join(', ')})
  --contestants a,b       who takes part (${Object.keys(CONTESTANTS).join(', ')})
  --rounds N              how often everything is measured (3)
  --seed N                of the documents and of the order (1)
  --json FILE             write every value that was measured
  --markdown              print the tables as Markdown
  --help                  print this`

/** @returns Null when only help was asked for. @throws Error that says what is wrong. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string' },
      contestants: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  // Relative to where npm was called, which is not where it runs scripts.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  return {
    documents: chosen('documents', values.documents, Object.keys(DOCUMENTS)) as DocumentName[],
    contestants: chosen('contestants', values.contestants, Object.keys(CONTESTANTS)),
    rounds: wholeNumber('rounds', values.rounds, 1),
    seed: wholeNumber('seed', values.seed, 0),
    json: values.json === undefined ? null : path.resolve(from, values.json),
    markdown: values.markdown,
  }
}

function chosen(
  name: string,
  value: string | undefined,
  all: readonly string[],
): readonly string[] {
  if (value === undefined) return all
  const wanted = value.split(',').map((part) => part.trim())
  const unknown = wanted.find((part) => !all.includes(part))
  if (unknown === undefined) return all.filter((part) => wanted.includes(part))
  throw new Error(`--${name}: there is no ${unknown}, only ${all.join(', ')}`)
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`--${name} is a whole number of at least ${least}`)
}
