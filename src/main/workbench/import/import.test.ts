import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../../../../tests/support/add-article.ts'
import { articleWith, errorOf, NOW, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { contentOf } from '../../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { recordsOf, writeLine } from '../../../core/formats/rubricator/write.ts'
import { emptySet, type AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import { newDocument } from '../../../core/annotation/history.ts'
import type { Article, Metadata } from '../../../core/article/article.ts'
import { ok } from '../../../core/result.ts'
import { ProjectStore } from '../../store/project-store.ts'
import { collectPaths } from './collect-paths.ts'
import { importPaths } from './import-paths.ts'

const OPTIONS = { now: () => new Date(NOW) }
const TEXT = '😀 «سلام» said the envoy.'

async function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

async function newStore(): Promise<ProjectStore> {
  return valueOf(await ProjectStore.create(join(await temporaryFolder(), 'p'), 'P'))
}

/** A line of JSONL for one set. */
function lineOf(article: Article, more: Partial<AnnotationSet> | null = {}): string {
  const set: AnnotationSet = {
    article: article.id,
    annotator: 'ann',
    status: 'done',
    spans: [spanOn(article.text, 'envoy')],
    ...more,
  }
  return recordsOf(article, more === null ? [] : [set])
    .map(writeLine)
    .join('')
}

describe('collectPaths', () => {
  it('finds the texts and datasets below a folder, in order, and tells what it left out', async () => {
    const folder = await temporaryFolder()
    const files = [
      'b.txt',
      'a/z.TXT',
      'a/b/c.jsonl',
      'a.txt',
      'a/d.ndjson',
      '.hidden.txt',
      '.git/x.txt',
    ]
    await write(
      folder,
      Object.fromEntries([...files, 'x.pdf', 'a/y.docx'].map((name) => [name, 'x'])),
    )
    await symlink(folder, join(folder, 'a/loop'))
    await symlink('nowhere', join(folder, 'a/dangling.txt'))
    const { candidates, problems } = await collectPaths([folder])
    expect(candidates.map(({ name }) => name)).toEqual([
      'a.txt',
      'a/b/c.jsonl',
      'a/d.ndjson',
      'a/z.TXT',
      'b.txt',
    ])
    expect(problems.map(({ reason }) => reason)).toEqual([
      'it could not be read: it does not exist',
      '2 files that are neither .txt nor .jsonl were left out: a/y.docx, x.pdf',
    ])
  })

  it('takes chosen files whatever their names, and names what is not there', async () => {
    const folder = await temporaryFolder()
    await write(folder, { 'story.md': 'x' })
    await mkdir(join(folder, 'empty'))
    const paths = ['story.md', 'none.txt', 'empty'].map((name) => join(folder, name))
    const { candidates, problems } = await collectPaths(paths)
    expect(candidates.map(({ name }) => name)).toEqual(['story.md'])
    expect(problems).toEqual([
      { name: 'none.txt', reason: 'it could not be read: it does not exist' },
      { name: 'empty', reason: 'the folder holds no .txt or .jsonl file' },
    ])
  })
})

describe('importPaths', () => {
  it('imports what it can and names every other file', async () => {
    const folder = await temporaryFolder()
    await write(folder, {
      'one.txt': 'One headline\r\n\r\nThe text.\u2028It goes on.',
      'sub/two.txt': '\uFEFFTwo',
      'sub/two again.txt': 'Two',
      'three.txt': Uint8Array.from([0x93, 0x54, 0x65, 0x78, 0x74, 0x94, 0x20, 0x74, 0x77, 0x6f]),
      'empty.txt': ' \n',
      'image.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
      'cut.jsonl': '{"format":',
      'latin.jsonl': Uint8Array.from([0x22, 0xe9, 0x22]),
    })
    await writeFile(join(folder, 'huge.txt'), '')
    await truncate(join(folder, 'huge.txt'), 51 * 1024 * 1024)
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const store = await newStore()
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary).toMatchObject({ articles: 3, sets: 0, added: [] })
    expect(summary.duplicates).toEqual([{ name: 'sub/two.txt', title: 'Two' }])
    const problems = Object.fromEntries(summary.problems.map(({ name, reason }) => [name, reason]))
    expect(problems).toMatchObject({
      'empty.txt': 'it holds no text',
      'image.txt': 'it is not a text file',
      'cut.jsonl': expect.stringContaining('line 1: this is not JSON'),
      'latin.jsonl': 'it is not UTF-8: byte 1 begins no character',
      'huge.txt': 'it is larger than 50 MB',
      ...(process.platform === 'win32' ? {} : { 'pipe.txt': 'it is not a regular file' }),
    })
    expect(store.articles().map(({ meta }) => meta.source)).toEqual([
      'one.txt',
      'sub/two again.txt',
      'three.txt',
    ])
    const [first] = store.articles()
    expect(valueOf(await store.readArticle(first?.id ?? '')).text).toBe(
      'One headline\r\n\r\nThe text.\u2028It goes on.',
    )
    expect(store.article(summary.firstArticle ?? '')?.meta.source).toBe('one.txt')
    const again = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(again).toMatchObject({ articles: 0, firstArticle: null })
    expect(again.duplicates).toHaveLength(4)
  })

  it('brings labels and annotators along with sets, and takes the same sets once', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    const spans = [spanOn(TEXT, 'envoy', { label: 'weapon' })]
    await write(folder, {
      'a.jsonl': lineOf(article, { spans }) + lineOf(article, { annotator: 'bob' }),
    })
    const store = await newStore()
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary).toMatchObject({ articles: 1, sets: 2 })
    expect(summary.added).toEqual(['label "weapon"', 'annotator "ann"', 'annotator "bob"'])
    expect(store.summary(article.id, 'ann')).toMatchObject({ status: 'done', spans: 1 })
    const again = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(again).toMatchObject({ articles: 0, sets: 0, problems: [], added: [] })
    const reopened = valueOf(await ProjectStore.open(store.folder))
    expect(reopened.problems).toEqual([])
    expect(reopened.documents(article.id)).toEqual(store.documents(article.id))
  })

  it('takes one annotator’s sets when it is asked to', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    await write(folder, { 'a.jsonl': lineOf(article) + lineOf(article, { annotator: 'bob' }) })
    const store = await newStore()
    const options = { ...OPTIONS, annotator: 'bob' }
    const summary = valueOf(await importPaths(store, [folder], options))
    expect(summary).toMatchObject({ articles: 1, sets: 1, added: ['annotator "bob"'] })
    expect(store.setsOn(article.id).map(({ annotator }) => annotator)).toEqual(['bob'])
  })

  it('refuses a file without a set by the annotator that it is asked for', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    await write(folder, {
      'a.jsonl': lineOf(article) + lineOf(article, { annotator: 'bob' }),
      'b.jsonl': lineOf(articleWith('No envoy'), null),
    })
    const store = await newStore()
    const options = { ...OPTIONS, annotator: 'bbo' }
    const summary = valueOf(await importPaths(store, [folder], options))
    expect(summary.problems).toEqual([
      { name: 'a.jsonl', reason: 'it holds no set by "bbo", only by ann, bob' },
    ])
    expect(summary).toMatchObject({ articles: 1, sets: 0, added: [] })
  })

  it('puts sets on the article that holds their text, whatever its id', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    await write(folder, { 'a.jsonl': lineOf({ ...article, id: 'theirs' }) })
    const store = await newStore()
    await addArticle(store, article)
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary.duplicates).toEqual([{ name: 'a.jsonl', title: 'A title' }])
    expect(summary.sets).toBe(1)
    expect(store.summary(article.id, 'ann').spans).toBe(1)
  })

  it('never writes over marks that are there', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    await write(folder, { 'a.jsonl': lineOf(article) })
    const store = await newStore()
    await addArticle(store, article)
    const spans = [spanOn(TEXT, 'said'), spanOn(TEXT, 'سلام')]
    const mine = { article: article.id, annotator: 'ann', status: 'in-progress', spans } as const
    const document = { ...newDocument(mine), revision: 3 }
    valueOf(await store.updateDocument(article.id, 'ann', () => ok(document)))
    const kept = store.document(article.id, 'ann')
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary.sets).toBe(0)
    expect(summary.problems[0]?.reason).toBe(
      'line 1: this article already has a set by ann that differs ' +
        '(2 spans here, 1 in the file); it was left as it is',
    )
    expect(store.document(article.id, 'ann')).toEqual(kept)
  })

  it('replaces a set that nobody has marked in, and counts its revision on', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    await write(folder, { 'a.jsonl': lineOf(article) })
    const store = await newStore()
    await addArticle(store, article)
    const empty = {
      article: article.id,
      annotator: 'ann',
      status: 'not-started',
      spans: [],
    } as const
    const document = { ...newDocument(empty), revision: 4 }
    valueOf(await store.updateDocument(article.id, 'ann', () => ok(document)))
    expect(valueOf(await importPaths(store, [folder], OPTIONS)).sets).toBe(1)
    expect(valueOf(await store.document(article.id, 'ann')).revision).toBe(5)
  })

  it('takes marks that come after an untouched set of the same annotator', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    const untouched = lineOf(article, { status: 'not-started', spans: [] })
    await write(folder, { 'a.jsonl': untouched, 'b.jsonl': lineOf(article) })
    for (const revision of [0, 4]) {
      const store = await newStore()
      await addArticle(store, article)
      const empty = newDocument(emptySet(article.id, 'ann'))
      if (revision > 0) {
        valueOf(await store.updateDocument(article.id, 'ann', () => ok({ ...empty, revision })))
      }
      const summary = valueOf(await importPaths(store, [folder], OPTIONS))
      expect(summary).toMatchObject({ sets: 1, problems: [] })
      const document = valueOf(await store.document(article.id, 'ann'))
      expect(document).toMatchObject({ revision: revision + 1, set: { status: 'done' } })
    }
  })

  it('refuses a file whole when an id in it names another text', async () => {
    const folder = await temporaryFolder()
    const [first, second] = [articleWith(TEXT), articleWith('Other envoy')]
    await write(folder, {
      'a.jsonl': lineOf(articleWith('A third envoy')) + lineOf({ ...second, id: first.id }),
      'b.jsonl': lineOf(first) + lineOf({ ...second, id: first.id }, { annotator: 'bob' }),
    })
    const store = await newStore()
    await addArticle(store, first)
    const before = await contentOf(store.folder)
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary.problems.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      `a.jsonl: line 2: another text, “A title”, has the id ${first.id}`,
      `b.jsonl: line 2: the article ${first.id} has another text on an earlier line`,
    ])
    expect(summary.articles).toBe(0)
    expect(await contentOf(store.folder)).toEqual(before)
  })

  it('tells when the details of an article that is there differ', async () => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    const meta = { ...article.meta, outlet: 'Other' }
    await write(folder, { 'a.jsonl': lineOf({ ...article, meta }, null) })
    const store = await newStore()
    await addArticle(store, article)
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary.problems[0]?.reason).toContain('differ from the project’s, which were kept')
    expect(store.article(article.id)?.meta).toEqual(article.meta)
  })

  it.each<[string, Partial<Metadata>, Partial<Metadata>, number]>([
    ['another language', { language: 'ar' }, { language: 'fa' }, 1],
    ['a language where the project has none', {}, { language: 'fa' }, 1],
    ['another direction', { direction: 'rtl' }, { direction: 'ltr' }, 1],
    ['neither, as older files do', { language: 'ar', direction: 'rtl' }, {}, 0],
  ])('tells of a file that states %s', async (_what, held, stated, told) => {
    const folder = await temporaryFolder()
    const article = articleWith(TEXT)
    const line = lineOf({ ...article, meta: { ...article.meta, ...stated } }, null)
    await write(folder, { 'a.jsonl': line })
    const store = await newStore()
    const kept = { ...article, meta: { ...article.meta, ...held } }
    await addArticle(store, kept)
    const summary = valueOf(await importPaths(store, [folder], OPTIONS))
    expect(summary.problems).toHaveLength(told)
    expect(valueOf(await store.readArticle(article.id))).toEqual(kept)
  })

  it('states the language that a text looks to be in, and none where that is not sure', async () => {
    const folder = await temporaryFolder()
    const store = await newStore()
    await write(folder, {
      'a.txt': 'قالت الوزارة يوم الثلاثاء إن الطريق المؤدي إلى الشمال سيبقى مغلقا.\n',
      'b.txt': 'Berlin 12:30\n',
    })
    valueOf(await importPaths(store, [folder], OPTIONS))
    const stated = store.articles().map(({ meta }) => [meta.language, meta.direction])
    expect(stated).toEqual([
      ['ar', null],
      [null, null],
    ])
  })

  it.each(['.transactions', 'annotations', 'annotations/bob', 'articles'])(
    'takes everything back when the disk does not take %s',
    async (broken) => {
      const folder = await temporaryFolder()
      const articles = Array.from({ length: 4 }, (_, index) => articleWith(`${TEXT} ${index}`))
      await write(folder, {
        'a.jsonl': articles.map((article) => lineOf(article, { annotator: 'bob' })).join(''),
        'b.txt': 'Another text',
      })
      const store = await newStore()
      // A file where a folder is needed.
      await write(store.folder, { [broken]: '' })
      const before = await contentOf(store.folder)
      const error = errorOf(await importPaths(store, [folder], OPTIONS))
      expect(error.message).toMatch(/Could not .*; nothing was imported/)
      expect(await contentOf(store.folder)).toEqual(before)
      expect(store.articles()).toEqual([])
      expect(store.project.annotators).toEqual([])
      // The disk works again, and so does the import.
      await rm(join(store.folder, broken))
      expect(valueOf(await importPaths(store, [folder], OPTIONS))).toMatchObject({
        articles: 5,
        sets: 4,
      })
      await store.close()
      expect(valueOf(await ProjectStore.open(store.folder)).problems).toEqual([])
    },
  )
})
