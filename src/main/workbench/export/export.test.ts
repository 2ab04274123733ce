import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../../../../tests/support/add-article.ts'
import { articleWith, errorOf, NOW, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { contentOf } from '../../../../tests/support/folder-content.ts'
import { messyText } from '../../../../tests/support/messy-text.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { newDocument } from '../../../core/annotation/history.ts'
import type { Span } from '../../../core/annotation/span.ts'
import { splitsSurrogatePair } from '../../../core/text/offsets.ts'
import { ok } from '../../../core/result.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'
import { ProjectStore } from '../../store/project-store.ts'
import { importPaths } from '../import/import-paths.ts'
import { buildSample } from '../sample.ts'
import { exportDelivery } from './export-delivery.ts'
import { writeDelivery } from './write-delivery.ts'

const SEEDS = join(import.meta.dirname, '../../../../seeds')
const NOBODY_ELSE = { annotator: null }

async function exported(store: ProjectStore, annotator: string | null = null): Promise<string> {
  const delivery = valueOf(exportDelivery(store, { annotator }))
  const parts: string[] = []
  for await (const part of delivery.parts()) parts.push(part.toString())
  const content = parts.join('')
  expect(content.split('\n')).toHaveLength(delivery.lines + 1)
  return content
}

/** Imports a file of JSONL into a new project and exports that. */
async function roundTrip(content: string): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'in.jsonl'), content)
  const store = valueOf(await ProjectStore.create(join(folder, 'p'), 'P'))
  const options = { now: () => new Date('2030-01-01T00:00:00Z') }
  const summary = valueOf(await importPaths(store, [join(folder, 'in.jsonl')], options))
  expect(summary.problems).toEqual([])
  return exported(valueOf(await ProjectStore.open(store.folder)))
}

async function mark(store: ProjectStore, id: string, annotator: string, spans: readonly Span[]) {
  const set = { article: id, annotator, status: 'in-progress', spans } as const
  const document = { ...newDocument(set), revision: 1 }
  valueOf(await store.updateDocument(id, annotator, () => ok(document)))
}

/** Article and annotator of every line. */
const linesOf = (content: string): (string | null)[][] =>
  content
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; annotator: string | null })
    .map(({ id, annotator }) => [id, annotator])

/** Two lines, or one and a failure. */
const twoLines = (fails: boolean) => ({
  name: 'out.jsonl',
  lines: 2,
  async *parts() {
    yield '{"at":"first"}\n'
    if (fails) throw new Error(NOW)
    yield '{"at":"second"}\n'
  },
})

const spansOf = (file: object): readonly unknown[] => (file as { spans: readonly unknown[] }).spans

/** With the log before what is exported, as this program begins it. */
function logFirst(file: object): string {
  if (!('history' in file)) return JSON.stringify(file)
  const { history, format, ...rest } = file as { history: unknown; format: string }
  const [head, log, tail] = [{ format }, history, rest].map((part) => JSON.stringify(part).slice(1))
  return `{${head?.slice(0, -1)},\n  "history": [${log},${tail}`
}

/** As JSON may have any character. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

describe('exportDelivery', () => {
  it('gives the sample project the same bytes after a round trip', async () => {
    const store = valueOf(await buildSample(SEEDS, join(await temporaryFolder(), 'sample')))
    const content = await exported(store)
    expect(content.split('\n')).toHaveLength(11)
    expect(await roundTrip(content)).toBe(content)
  })

  it('gives back every text, however messy', async () => {
    const wellFormed = messyText
      .map((text) => text.toWellFormed())
      .filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(wellFormed, { minLength: 1, maxLength: 4 }),
        async (texts) => {
          const folder = await temporaryFolder()
          const store = valueOf(await ProjectStore.create(join(folder, 'p'), 'P'))
          for (const [index, text] of texts.entries()) {
            // What has to be escaped takes another way than what goes through as bytes.
            const note = index % 2 === 0 ? '\u0085"\\' : null
            const article = articleWith(text, note === null ? 'Title 😀' : 'T\u2028itle 😀')
            await addArticle(store, article)
            const ends = Array.from({ length: text.length }, (_, at) => at + 1)
            const spans = ends
              .filter((end) => !splitsSurrogatePair(text, end))
              .map((end): Span => ({ ...spanOn(text, ''), id: `s${end}`, end, note }))
            await mark(store, article.id, 'ann', spans.toReversed())
          }
          const content = await exported(store)
          expect(content).not.toMatch(/[\u0085\u2028\u2029]/)
          for (const line of content.trimEnd().split('\n')) {
            const { text, spans } = JSON.parse(line) as {
              text: string
              spans: { start: number; end: number; text: string }[]
            }
            for (const { start, end, text: quote } of spans) {
              expect([...text].slice(start, end).join('')).toBe(quote)
            }
          }
          expect(await roundTrip(content)).toBe(content)
        },
      ),
      { numRuns: 15 },
    )
  }, 30_000)

  it('writes the same lines of files that somebody has written by hand', async () => {
    const store = valueOf(await ProjectStore.create(join(await temporaryFolder(), 'p'), 'P'))
    const article = articleWith('“One envoy” – café\u2028سلام 😀 \u0085', 'T\u2029itle é')
    await addArticle(store, article)
    const spans = ['سلام', '“One', 'café'].map((quote, index) => ({
      ...spanOn(article.text, quote),
      id: `s${index}`,
    }))
    await mark(store, article.id, 'ann', spans)
    const content = await exported(store)
    const byHand: readonly ((file: object) => string)[] = [
      (file) => JSON.stringify(file),
      (file) => JSON.stringify(file).replaceAll(/[^ -~]/g, escaped),
      (file) => logFirst(file),
      (file) =>
        JSON.stringify('spans' in file ? { ...file, spans: spansOf(file).toReversed() } : file),
    ]
    const files = [articleFile(article.id), setFile(article.id, 'ann')]
    for (const write of byHand) {
      for (const file of files) {
        const path = join(store.folder, file)
        await writeFile(path, write(JSON.parse(await readFile(path, 'utf8')) as object))
      }
      const reopened = valueOf(await ProjectStore.open(store.folder))
      expect(await exported(reopened)).toBe(content)
    }
  })

  it('sorts by article and annotator, and gives an article without a set a line', async () => {
    const store = valueOf(await ProjectStore.create(join(await temporaryFolder(), 'p'), 'P'))
    const articles = ['One envoy', 'Two envoys', 'Three envoys'].map((text) => articleWith(text))
    for (const article of articles) await addArticle(store, article)
    const ids = articles.map(({ id }) => id).toSorted()
    const [first = '', second = ''] = ids
    for (const [id, by] of [
      [second, 'zoe'],
      [second, 'ann'],
      [first, 'zoe'],
    ] as const) {
      await mark(store, id, by, [spanOn(valueOf(await store.readArticle(id)).text, 'envoy')])
    }
    const [, , third = ''] = ids
    expect(linesOf(await exported(store))).toEqual([
      [first, 'zoe'],
      [second, 'ann'],
      [second, 'zoe'],
      [third, null],
    ])
    expect(linesOf(await exported(store, 'ann'))).toEqual([
      [first, null],
      [second, 'ann'],
      [third, null],
    ])
    expect(errorOf(exportDelivery(store, { annotator: 'nobody' })).code).toBe('not-found')
  })

  it('is as the project was when it began', async () => {
    const store = valueOf(await ProjectStore.create(join(await temporaryFolder(), 'p'), 'P'))
    const article = articleWith('One envoy')
    await addArticle(store, article)
    const before = await exported(store)
    const delivery = valueOf(exportDelivery(store, NOBODY_ELSE))
    await mark(store, article.id, 'ann', [spanOn(article.text, 'envoy')])
    let content = ''
    for await (const part of delivery.parts()) content += part
    expect(content).toBe(before)
  })

  it('refuses to leave out what cannot be read', async () => {
    const folder = join(await temporaryFolder(), 'p')
    const store = valueOf(await ProjectStore.create(folder, 'P'))
    const article = articleWith('One envoy')
    await addArticle(store, article)
    await writeFile(join(folder, articleFile(article.id)), '{')
    const reopened = valueOf(await ProjectStore.open(folder))
    const error = errorOf(exportDelivery(reopened, NOBODY_ELSE))
    expect(error.code).toBe('refused')
    expect(error.message).toContain(articleFile(article.id))
  })
})

describe('writeDelivery', () => {
  it('writes whole or not at all', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'out.jsonl')
    await expect(writeDelivery(path, twoLines(true))).rejects.toThrow(`Could not write ${path}`)
    expect(await contentOf(folder)).toEqual({})
    await writeDelivery(path, twoLines(false))
    const written = await readFile(path, 'utf8')
    await expect(writeDelivery(path, twoLines(true))).rejects.toThrow(NOW)
    expect(await contentOf(folder)).toEqual({ 'out.jsonl': written })
    expect(written).toBe('{"at":"first"}\n{"at":"second"}\n')
  })
})
