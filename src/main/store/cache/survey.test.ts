import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../../../../tests/support/add-article.ts'
import { articleWith, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { newDocument } from '../../../core/annotation/history.ts'
import { ok } from '../../../core/result.ts'
import { articleFile, setFile, shardOf } from '../project-layout.ts'
import { ProjectStore } from '../project-store.ts'
import { CACHE_FOLDER, readShardCache, textsFile, writeShardCache } from './shard-cache.ts'

const TEXT = 'The envoy met 34 soldiers near the Bridge of Sıghs.'
const ARTICLE = articleWith(TEXT)

interface Remembered {
  readonly textBytes: number
}

/** A closed project of one article with one set. */
async function project(): Promise<string> {
  const folder = join(await temporaryFolder(), 'p')
  const store = valueOf(await ProjectStore.create(folder, 'P'))
  await addArticle(store, ARTICLE)
  await mark(store, ['The envoy', '34 soldiers'])
  await store.close()
  return folder
}

async function mark(store: ProjectStore, quotes: readonly string[]): Promise<void> {
  const spans = quotes.map((quote) => spanOn(TEXT, quote, { note: `Über ${quote}` }))
  const set = { article: ARTICLE.id, annotator: 'ann', status: 'done', spans } as const
  valueOf(
    await store.updateDocument(ARTICLE.id, 'ann', ({ revision }) =>
      ok({ ...newDocument(set), revision: revision + 1 }),
    ),
  )
}

async function opened(folder: string): Promise<ProjectStore> {
  return valueOf(await ProjectStore.open(folder, { mends: true }))
}

const entriesOf = (folder: string): string =>
  join(folder, CACHE_FOLDER, 'entries', `${shardOf(ARTICLE.id)}.json`)

describe('what is remembered of a project', () => {
  it('says the same as the files', async () => {
    const folder = await project()
    const read = await opened(folder)
    const remembered = await opened(folder)
    expect(remembered.articles()).toEqual(read.articles())
    expect(remembered.setsOn(ARTICLE.id)).toEqual(read.setsOn(ARTICLE.id))
    expect(remembered.setsOn(ARTICLE.id)).toMatchObject([
      {
        annotator: 'ann',
        status: 'done',
        spans: 2,
        labels: [{ name: 'actor', spans: 2 }],
        notes: 'uber the envoy\nuber 34 soldiers',
      },
    ])
  })

  it('is used as long as a file looks as it did', async () => {
    const folder = await project()
    await opened(folder)
    const cached = await readFile(entriesOf(folder), 'utf8')
    await writeFile(entriesOf(folder), cached.replace('"spans":2', '"spans":77'))
    expect((await opened(folder)).summary(ARTICLE.id, 'ann').spans).toBe(77)
    const store = await opened(folder)
    await mark(store, ['The envoy'])
    expect(store.summary(ARTICLE.id, 'ann').spans).toBe(1)
    expect((await opened(folder)).summary(ARTICLE.id, 'ann').spans).toBe(1)
  })

  it.each([
    ['gone', (path: string) => rm(path)],
    ['cut', (path: string) => truncate(path, 40)],
    ['of another version', (path: string) => writeFile(path, '{"format":"rubricator-cache/9"}')],
    ['full of what is none of it', (path: string) => writeFile(path, '[{"__proto__":1}]')],
  ])('is found out again when it is %s', async (_, ruin) => {
    const folder = await project()
    await opened(folder)
    const cached = await readFile(entriesOf(folder), 'utf8')
    await ruin(entriesOf(folder))
    expect((await opened(folder)).summary(ARTICLE.id, 'ann').spans).toBe(2)
    expect(await readFile(entriesOf(folder), 'utf8')).toBe(cached)
  })

  it('forgets sets whose labels are gone, and articles that are', async () => {
    const folder = await project()
    const store = await opened(folder)
    await store.updateProject((now) => ({
      ...now,
      labels: now.labels.filter(({ name }) => name !== 'actor'),
    }))
    const [problem] = (await opened(folder)).problems
    expect(problem?.file).toBe(setFile(ARTICLE.id, 'ann'))
    expect(problem?.reason).toContain('no label "actor"')
    await rm(join(folder, articleFile(ARTICLE.id)))
    expect((await opened(folder)).articles()).toEqual([])
    expect(JSON.parse(await readFile(entriesOf(folder), 'utf8'))).toMatchObject({ entries: [] })
  })

  it('is given up where its texts have gone', async () => {
    const folder = await project()
    await opened(folder)
    const texts = textsFile(folder, shardOf(ARTICLE.id))
    await rm(texts)
    // Looks as if it were there, and cannot be read.
    await mkdir(texts)
    const { textBytes } = JSON.parse(await readFile(entriesOf(folder), 'utf8')) as Remembered
    const { size } = await stat(texts)
    const entries = await readFile(entriesOf(folder), 'utf8')
    const lying = entries.replace(`"textBytes":${textBytes}`, `"textBytes":${size}`)
    await writeFile(entriesOf(folder), lying)
    expect(readShardCache(folder, shardOf(ARTICLE.id))?.readTexts()).toBeNull()
    const store = await opened(folder)
    await mark(store, ['The envoy'])
    expect((await opened(folder)).summary(ARTICLE.id, 'ann').spans).toBe(1)
    expect(await readdir(dirname(entriesOf(folder)))).toEqual([])
  })

  it('does not bring back a project that has gone', async () => {
    const folder = join(await temporaryFolder(), 'gone')
    writeShardCache(folder, 'aa', { entries: [], texts: new Map() })
    expect(existsSync(folder)).toBe(false)
  })

  it('is left out where the folder does not take it', async () => {
    const folder = await project()
    await writeFile(join(folder, CACHE_FOLDER), 'a file')
    expect((await opened(folder)).summary(ARTICLE.id, 'ann').spans).toBe(2)
    expect(await readdir(folder)).toContain(CACHE_FOLDER)
  })
})
