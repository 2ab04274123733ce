import { parseArgs } from 'node:util'
import type { MadeOptions } from './made-article.ts'

export interface MakeOptions extends MadeOptions {
  /** The project to be made. */
  readonly folder: string | null
  readonly jsonl: string | null
}

export const USAGE = `node tests/bench/make-project.mjs [DIR] [options]

  DIR              the project’s folder, new or empty
  --jsonl FILE     the same content as native JSONL; with or without DIR
  --articles N     how many (1000)
  --annotators N   who has marked each of them: 1 or 2 (1)
  --spans N        in each set (25)
  --seed N         the same content for the same seed (1)
  --help           print this`

/** @returns Null when only help was asked for. @throws Error that says what is wrong. */
export function readOptions(args: readonly string[]): MakeOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      jsonl: { type: 'string' },
      articles: { type: 'string', default: '1000' },
      annotators: { type: 'string', default: '1' },
      spans: { type: 'string', default: '25' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const [folder = null, ...more] = positionals
  const jsonl = values.jsonl ?? null
  if (more.length > 0 || (folder === null && jsonl === null)) {
    throw new Error('Name one folder for the project, or a file with --jsonl, or both')
  }
  return {
    folder,
    jsonl,
    articles: wholeNumber('articles', values.articles, 1, 10_000_000),
    annotators: wholeNumber('annotators', values.annotators, 1, 2),
    spans: wholeNumber('spans', values.spans, 0, 1000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
  }
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number
  throw new Error(`--${name} is a whole number from ${least} to ${most}`)
}
