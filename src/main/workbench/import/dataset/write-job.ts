import { newDocument } from '../../../../core/annotation/history.ts'
import type { Article } from '../../../../core/article/article.ts'
import { readLines, type ReadRecord } from '../../../../core/formats/rubricator/read.ts'
import { createOffsetMap } from '../../../../core/text/offsets.ts'
import type { Job } from '../../../crew/job.ts'
import {
  indexArticle,
  indexSet,
  type IndexedArticle,
  type IndexedSet,
} from '../../../store/cache/index-entry.ts'
import { encodeFile } from '../../../store/file-kind.ts'
import { articleKind, setKind } from '../../../store/project-kinds.ts'
import { articleFile, setFile } from '../../../store/project-layout.ts'
import { sha256 } from '../../../store/sha256.ts'
import { PartWriter } from '../../../store/transaction/part-file.ts'
import { decodeText } from '../decode-text.ts'

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
  /** The project's labels afterwards. */
  readonly labels: readonly string[]
}

/** What was written, for the index; nobody has looked at the files yet. */
export interface WrittenLines {
  readonly articles: readonly IndexedArticle[]
  readonly sets: readonly { readonly article: string; readonly set: IndexedSet }[]
}

/** Writes lines of native JSONL into a part of a transaction; null when they are not what they were. */
export const writeDatasetJob: Job<WriteInput, WrittenLines | null> = {
  name: 'write a dataset',
  run: async ({ bytes, sha256: expected, orders, part, at, labels }) => {
    const decoded = decodeText(bytes, 'UTF-8')
    const read = decoded.ok ? readLines(decoded.value.text, sha256) : null
    if (sha256(bytes) !== expected || read?.ok !== true) return null
    const records = new Map(read.value.map((record) => [record.line, record]))
    const writer = new LineWriter(new PartWriter(part), at, new Set(labels))
    try {
      for (const order of orders) {
        const record = records.get(order.line)
        if (record !== undefined) writer.write(record, order)
      }
      writer.end()
    } finally {
      writer.close()
    }
    return writer.written
  },
}

class LineWriter {
  readonly written = {
    articles: [] as IndexedArticle[],
    sets: [] as WrittenLines['sets'][number][],
  }
  readonly #part: PartWriter
  readonly #at: string
  readonly #labels: ReadonlySet<string>
  #isEnded = false

  constructor(part: PartWriter, at: string, labels: ReadonlySet<string>) {
    this.#part = part
    this.#at = at
    this.#labels = labels
  }

  write({ record, set }: ReadRecord, order: LineOrder): void {
    const { text, text_sha256, meta } = record
    const id = order.article
    if (order.writesArticle) {
      const imported = { at: this.#at, encoding: null }
      const format = 'rubricator-article/1'
      const article: Article = { format, id, text, text_sha256, meta, imported }
      const content = encodeFile(articleKind(id), article)
      this.#part.add({ path: articleFile(id), before: null, content })
      this.written.articles.push(indexArticle(article, ''))
    }
    if (order.set === null || set === null) return
    const { annotator } = set
    const { revision, before } = order.set
    const document = { ...newDocument({ ...set, article: id }), revision }
    const offsets = createOffsetMap(text)
    const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => this.#labels }
    const content = encodeFile(setKind(ground, annotator), document)
    this.#part.add({ path: setFile(id, annotator), before, content })
    this.written.sets.push({ article: id, set: indexSet(document, '') })
  }

  end(): void {
    this.#part.end()
    this.#isEnded = true
  }

  close(): void {
    if (!this.#isEnded) this.#part.abort()
  }
}
