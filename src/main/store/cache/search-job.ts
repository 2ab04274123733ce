import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldForSearch } from '../../../core/article/search-terms.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError, decodeFile } from '../durable-json-adapter.ts'
import { articleKind } from '../project-kinds.ts'
import { articleFile } from '../project-layout.ts'
import { codeOf } from '../storage-error.ts'
import { scanShard } from './scan-shard.ts'
import { BEFORE_ID, BEFORE_TEXT, joinTexts, textsFile } from './shard-cache.ts'

interface SearchInput {
  readonly folder: string
  readonly shards: readonly string[]
  /** Folded, none of them empty; each is looked for by itself. */
  readonly terms: readonly string[]
}

/**
 * Looks for words in the texts of some shards. Folded texts are remembered in the project's `.cache`;
 * where they are not, because its folder takes nothing, each search reads and folds the articles.
 */
export const searchJob: Job<SearchInput, readonly (readonly string[])[]> = {
  name: 'search',
  run: async ({ folder, shards, terms }) => {
    const sought = terms.map((term) => Buffer.from(term))
    const ids: string[][] = terms.map(() => [])
    for (const shard of shards) {
      const bytes = remembered(folder, shard) ?? folded(folder, shard)
      for (const [index, term] of sought.entries()) ids[index]?.push(...holders(bytes, term))
    }
    return ids
  },
}

function remembered(folder: string, shard: string): Buffer | null {
  try {
    return readFileSync(textsFile(folder, shard))
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}

function folded(folder: string, shard: string): Buffer {
  const texts = new Map<string, Buffer>()
  for (const id of scanShard(folder, shard, []).articles) {
    const path = join(folder, articleFile(id))
    try {
      const { text } = decodeFile(path, articleKind(id), readFileSync(path))
      texts.set(id, Buffer.from(foldForSearch(text)))
    } catch (error) {
      // It has gone, or was told when the project was opened.
      if (!(error instanceof BrokenFileError) && codeOf(error) === undefined) throw error
    }
  }
  return joinTexts(texts)
}

/** The ids of the articles whose texts hold a term. */
function* holders(bytes: Buffer, term: Buffer): Generator<string> {
  for (let at = bytes.indexOf(term); at !== -1;) {
    const mark = bytes.lastIndexOf(BEFORE_ID, at)
    const text = bytes.indexOf(BEFORE_TEXT, mark)
    // An id is no text.
    if (at > text) {
      yield bytes.toString('latin1', mark + 1, text)
      const next = bytes.indexOf(BEFORE_ID, at)
      at = next === -1 ? -1 : bytes.indexOf(term, next)
    } else at = bytes.indexOf(term, text + 1)
  }
}
