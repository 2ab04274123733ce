import { readFileSync } from 'node:fs'
import type { Job } from '../../crew/job.ts'
import { codeOf } from '../storage-error.ts'
import { BEFORE_ID, BEFORE_TEXT, textsFile } from './shard-cache.ts'

interface SearchInput {
  readonly folder: string
  readonly shards: readonly string[]
  /** Folded; each is looked for by itself. */
  readonly needles: readonly string[]
}

/** What was found in some shards. */
export interface FoundTexts {
  /** For each needle, the ids of the articles whose texts hold it. */
  readonly ids: readonly (readonly string[])[]
  /** Shards whose texts are not remembered. */
  readonly missing: readonly string[]
}

/** Looks for words in the texts of a project, as its `.cache` holds them. */
export const searchJob: Job<SearchInput, FoundTexts> = {
  name: 'search',
  run: async ({ folder, shards, needles }) => {
    const sought = needles.map((needle) => Buffer.from(needle))
    const ids: string[][] = needles.map(() => [])
    const missing: string[] = []
    for (const shard of shards) {
      const bytes = read(textsFile(folder, shard))
      if (bytes === null) missing.push(shard)
      else
        for (const [index, needle] of sought.entries()) ids[index]?.push(...holders(bytes, needle))
    }
    return { ids, missing }
  },
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The ids of the articles whose texts hold a needle. */
function* holders(bytes: Buffer, needle: Buffer): Generator<string> {
  for (let at = bytes.indexOf(needle); at !== -1;) {
    const mark = bytes.lastIndexOf(BEFORE_ID, at)
    const text = bytes.indexOf(BEFORE_TEXT, mark)
    // An id is no text.
    if (at > text) {
      yield bytes.toString('latin1', mark + 1, text)
      const next = bytes.indexOf(BEFORE_ID, at)
      at = next === -1 ? -1 : bytes.indexOf(needle, next)
    } else at = bytes.indexOf(needle, text)
  }
}
