import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { compareText } from '../../../src/core/annotation/span.ts'
import { recordsOf, writeLine } from '../../../src/core/formats/rubricator/write.ts'
import { makeArticle, type MadeOptions } from './made-article.ts'

/** Writes a made project as the native JSONL that an export of it would be, to the byte. */
export async function writeJsonl(file: string, options: MadeOptions): Promise<void> {
  await pipeline(Readable.from(linesOf(options)), createWriteStream(file))
}

/** Articles are made twice: once for the order of their ids, which is cheaper than to keep them all. */
function* linesOf(options: MadeOptions): Generator<string> {
  const order = Array.from({ length: options.articles }, (_, index) => ({
    index,
    id: makeArticle({ ...options, annotators: 0 }, index).article.id,
  }))
  for (const { index } of order.toSorted((a, b) => compareText(a.id, b.id))) {
    const { article, documents } = makeArticle(options, index)
    const sets = documents.map(({ set }) => set)
    yield recordsOf(article, sets).map(writeLine).join('')
  }
}
