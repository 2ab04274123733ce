import { storeNewSet } from '../../../../core/annotation/stored-document.ts'
import { orderedSpans } from '../../../../core/annotation/stored-span.ts'
import type { Article } from '../../../../core/article/article.ts'
import type { WrittenRecord } from '../../../../core/formats/rubricator/record.ts'
import type { Job } from '../../../crew/job.ts'
import {
  indexArticle,
  indexSet,
  type IndexedArticle,
  type IndexedSet,
} from '../../../store/cache/index-entry.ts'
import { SET_FORMAT } from '../../../store/project-kinds.ts'
import { setFile } from '../../../store/project-layout.ts'
import { sha256 } from '../../../store/sha256.ts'
import { stableJson } from '../../../store/stable-json.ts'
import { articleChange } from '../../../store/transact.ts'
import { PartWriter } from '../../../store/transaction/part-file.ts'
import { linesOf } from './lines-of.ts'

/** What becomes of one line. */
export interface LineOrder {
  /** Counts from 1 within the bytes. */
  readonly line: number
  /** The article under which its text is held. */
  readonly article: string
  /** Whether the article is written. */
  readonly writesArticle: boolean
  /** What the set's file is to follow upon; null: no set is written. */
  readonly set: { readonly revision: number; readonly before: string | null } | null
}

interface WriteInput {
  readonly bytes: Uint8Array
  /** What the bytes are to have, or the file was changed. */
  readonly sha256: string
  readonly orders: readonly LineOrder[]
  /** Path of the part of the transaction. */
  readonly part: string
  /** The time of the import. */
  readonly at: string
}

/** What was written, for the index; nobody has looked at the files yet. */
export interface WrittenLines {
  readonly articles: readonly IndexedArticle[]
  readonly sets: readonly { readonly article: string; readonly set: IndexedSet }[]
}

/** Writes lines of native JSONL into a part of a transaction; null when they are not what they were. */
export const writeDatasetJob: Job<WriteInput, WrittenLines | null> = {
  name: 'write a dataset',
  run: async ({ bytes, sha256: expected, orders, part, at }) => {
    // What was read and checked once needs no second check.
    if (sha256(bytes) !== expected) return null
    const lines = [...linesOf(bytes)]
    const writer = new LineWriter(new PartWriter(part), at)
    try {
      for (const order of orders) writer.write(recordOn(lines, order.line), order)
      writer.end()
    } finally {
      writer.close()
    }
    return writer.written
  },
}

function recordOn(lines: readonly string[], line: number): WrittenRecord {
  return JSON.parse((lines[line - 1] ?? '').replace(/^\uFEFF/, '')) as WrittenRecord
}

class LineWriter {
  readonly written = {
    articles: [] as IndexedArticle[],
    sets: [] as WrittenLines['sets'][number][],
  }
  readonly #part: PartWriter
  readonly #at: string
  #isEnded = false

  constructor(part: PartWriter, at: string) {
    this.#part = part
    this.#at = at
  }

  write(record: WrittenRecord, { article: id, writesArticle, set }: LineOrder): void {
    const { text_sha256, annotator, status } = record
    if (writesArticle) this.#writeArticle(record, id)
    if (set === null || annotator === null) return
    const spans = [...orderedSpans(record.spans)]
    const { revision, before } = set
    const stored = storeNewSet({ article: id, annotator, text_sha256, status, spans }, revision)
    const content = stableJson(stored, SET_FORMAT.rows)
    this.#part.add({ path: setFile(id, annotator), before, content })
    const outline = { annotator, status, spans }
    this.written.sets.push({ article: id, set: indexSet({ revision, set: outline }, '') })
  }

  end(): void {
    this.#part.end()
    this.#isEnded = true
  }

  close(): void {
    if (!this.#isEnded) this.#part.abort()
  }

  #writeArticle({ text, text_sha256, meta }: WrittenRecord, id: string): void {
    const { title, outlet, published, language = null, direction = null, source } = meta
    const article: Article = {
      format: 'rubricator-article/1',
      id,
      text,
      text_sha256,
      meta: { title, outlet, published, language, direction, source },
      imported: { at: this.#at, encoding: null },
    }
    this.#part.add(articleChange(article))
    this.written.articles.push(indexArticle(article, ''))
  }
}
