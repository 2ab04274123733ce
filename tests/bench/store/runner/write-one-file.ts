import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DEFAULT_LABEL_SET } from '../../../../src/core/annotation/label-set.ts'
import { storeDocument } from '../../../../src/core/annotation/stored-document.ts'
import { createOffsetMap } from '../../../../src/core/text/offsets.ts'
import { makeArticle, type MadeArticle, type MadeOptions } from '../../project/made-article.ts'

const LABELS = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))

/** Writes a made project as one JSON file, in parts: as one string it may be too long for JavaScript. */
export async function writeOneFile(file: string, options: MadeOptions): Promise<void> {
  await pipeline(Readable.from(partsOf(options)), createWriteStream(file))
}

function* partsOf(options: MadeOptions): Generator<string> {
  yield '{"articles":['
  for (let index = 0; index < options.articles; index++) {
    const { article } = makeArticle({ ...options, annotators: 0 }, index)
    yield `${index === 0 ? '' : ','}${JSON.stringify(article)}`
  }
  yield '],"sets":['
  for (let index = 0; index < options.articles; index++) {
    const sets = setsOf(makeArticle(options, index)).map((set) => JSON.stringify(set))
    yield `${index === 0 ? '' : ','}${sets.join(',')}`
  }
  yield ']}'
}

function setsOf({ article, documents }: MadeArticle): readonly object[] {
  const { text, text_sha256: sha256 } = article
  const context = { text, sha256, offsets: createOffsetMap(text), labels: LABELS }
  return documents.map((document) => storeDocument(document, context))
}
