import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Low, type Adapter } from 'lowdb'
import type { ArticleEntry } from '../../../../src/contract/models.ts'
import type { StoredDocument } from '../../../../src/core/annotation/stored-document.ts'
import type { Article } from '../../../../src/core/article/article.ts'
import type { RubricatorRecord } from '../../../../src/core/formats/rubricator/record.ts'
import { writeFileDurably } from '../../../../src/main/store/durable-write.ts'
import { memoryNow, peakMemory } from './memory.ts'
import type { Opening } from './product.ts'

/** A whole project in one file, as lowdb is mostly used. Nothing is checked when it is read. */
interface OneFileProject {
  readonly articles: Article[]
  readonly sets: StoredSet[]
}

/** A set as its own file would hold it; an import has no history to give. */
type StoredSet = Pick<StoredDocument, 'article' | 'annotator' | 'status' | 'spans'>

/** As durable as the product's own files: it must not win by what it leaves out. */
class WholeFile implements Adapter<OneFileProject> {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  async read(): Promise<OneFileProject | null> {
    return JSON.parse(await readFile(this.#file, 'utf8')) as OneFileProject
  }

  async write(data: OneFileProject): Promise<void> {
    await writeFileDurably(this.#file, JSON.stringify(data))
  }
}

async function openFile(file: string): Promise<Low<OneFileProject>> {
  const db = new Low<OneFileProject>(new WholeFile(file), { articles: [], sets: [] })
  await db.read()
  return db
}

/** From the beginning of reading to the list of articles. */
export async function openOneFile(file: string): Promise<Opening> {
  const begun = performance.now()
  const db = await openFile(file)
  const list = listOf(db.data)
  const time = performance.now() - begun
  return { time, articles: list.length, ...memoryNow() }
}

function listOf({ articles, sets }: OneFileProject): readonly ArticleEntry[] {
  const byArticle = new Map(sets.map((set) => [set.article, set]))
  return articles.map(({ id, meta }) => {
    const set = byArticle.get(id)
    const { title, outlet, published } = meta
    const status = set?.status ?? 'not-started'
    return { id, title, outlet, published, status, spans: set?.spans.length ?? 0 }
  })
}

/** Adds spans, each saved before the next. @returns How long each took, in milliseconds. */
export async function editOneFile(
  file: string,
  { edits: count }: { edits: number },
): Promise<{ readonly edits: readonly number[] }> {
  const { data, ...db } = await opened(file)
  const edits: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const set = data.sets[(turn * 7919) % data.sets.length]
    const [span] = set?.spans ?? []
    if (set === undefined || span === undefined) throw new RangeError('The project is empty')
    const begun = performance.now()
    set.spans.push({ ...span, id: `bench-${turn}` })
    await db.write()
    edits.push(performance.now() - begun)
  }
  return { edits }
}

async function opened(file: string): Promise<{ data: OneFileProject; write(): Promise<void> }> {
  const db = await openFile(file)
  return { data: db.data, write: () => db.write() }
}

export interface Transfer {
  /** In milliseconds, with the start of the process. */
  readonly time: number
  readonly peak: number
}

/** Reads JSONL into a new file. */
export async function importOneFile(file: string, { jsonl }: { jsonl: string }): Promise<Transfer> {
  const db = new Low<OneFileProject>(new WholeFile(file), { articles: [], sets: [] })
  const known = new Set<string>()
  const imported = { at: new Date().toISOString(), encoding: null }
  for await (const line of createInterface({ input: createReadStream(jsonl) })) {
    const record = JSON.parse(line) as RubricatorRecord
    const { id, text, text_sha256, meta, annotator, status, spans } = record
    if (!known.has(id)) {
      const article = { format: 'rubricator-article/1' as const, id, text, text_sha256, meta }
      db.data.articles.push({ ...article, imported })
      known.add(id)
    }
    if (annotator !== null) db.data.sets.push({ article: id, annotator, status, spans })
  }
  await db.write()
  return { time: performance.now(), peak: peakMemory() }
}

/** Writes the file's content as JSONL. */
export async function exportOneFile(file: string, { out }: { out: string }): Promise<Transfer> {
  const { data } = await openFile(file)
  await writeFileDurably(out, linesOf(data))
  return { time: performance.now(), peak: peakMemory() }
}

async function* linesOf({ articles, sets }: OneFileProject): AsyncGenerator<string> {
  const byArticle = new Map(sets.map((set) => [set.article, set]))
  for (const { id, text, text_sha256, meta } of articles) {
    const set = byArticle.get(id)
    const record = { id, text, text_sha256, meta, annotator: set?.annotator, spans: set?.spans }
    yield `${JSON.stringify(record)}\n`
  }
}
