import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../../../tests/support/add-article.ts'
import { articleWith, errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { applyChange, nextStep, type Change } from '../../core/annotation/history.ts'
import { ok } from '../../core/result.ts'
import { articleFile, setFile } from './project-layout.ts'
import { ProjectStore } from './project-store.ts'

const TEXT = '😀 «سلام» said the envoy.\r\nAt least 34 soldiers died.\u2028End'
const ARTICLE = articleWith(TEXT)
const ARTICLE_FILE = articleFile(ARTICLE.id)
const SET_FILE = setFile(ARTICLE.id, 'ann')
const CHANGES: readonly Change[] = [
  { type: 'do', at: NOW, edit: { type: 'add', span: spanOn(TEXT, 'the envoy') } },
  { type: 'do', at: NOW, edit: { type: 'add', span: spanOn(TEXT, '34 soldiers') } },
  { type: 'undo', at: NOW },
]

async function newStore(folder: string): Promise<ProjectStore> {
  const store = valueOf(await ProjectStore.create(folder, 'Test'))
  await addArticle(store, ARTICLE)
  return store
}

/** Applies changes to Ann's set. */
async function mark(store: ProjectStore, changes: readonly Change[]): Promise<void> {
  const labels = new Set(store.project.labels.map(({ name }) => name))
  for (const change of changes) {
    const updated = await store.updateDocument(ARTICLE.id, 'ann', (document) =>
      ok(valueOf(applyChange(document, change, { text: TEXT, labels, annotator: 'ann' }))),
    )
    valueOf(updated)
  }
}

async function fullDisk(): Promise<void> {
  throw new Error('the disk is full')
}

describe('ProjectStore', () => {
  it('finds everything again, undo and redo too', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'project')
    const store = await newStore(folder)
    await mark(store, CHANGES)
    await store.updateProject((now) => ({ ...now, annotators: [{ id: 'ann', name: 'Ann' }] }))
    const again = valueOf(await ProjectStore.open(folder))
    expect(again.problems).toEqual([])
    expect(again.project).toEqual(store.project)
    expect(again.articles().map(({ id }) => id)).toEqual([ARTICLE.id])
    expect(valueOf(await again.readArticle(ARTICLE.id))).toEqual(ARTICLE)
    expect(again.articleByHash(ARTICLE.text_sha256)?.id).toBe(ARTICLE.id)
    expect(await again.document(ARTICLE.id, 'ann')).toEqual(await store.document(ARTICLE.id, 'ann'))
    expect(again.summary(ARTICLE.id, 'ann')).toMatchObject({ status: 'not-started', spans: 1 })
    expect(nextStep(valueOf(await again.document(ARTICLE.id, 'ann')), 'redo')).not.toBeNull()
  })

  it('writes offsets in code points, a span and a step on a line each', async () => {
    const folder = await temporaryFolder()
    await mark(await newStore(folder), CHANGES)
    const content = (await contentOf(folder))[SET_FILE] ?? ''
    const { spans } = JSON.parse(content) as { spans: { start: number; end: number }[] }
    const points = [...TEXT]
    expect(spans.map(({ start, end }) => points.slice(start, end).join(''))).toEqual(['the envoy'])
    expect(content.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(
      1 + CHANGES.length,
    )
    expect(content).not.toMatch(/[\u0085\u2028\u2029]/)
  })

  it('opens an empty folder’s project, not a folder that holds something', async () => {
    const folder = await temporaryFolder()
    expect(errorOf(await ProjectStore.open(folder)).code).toBe('not-found')
    expect(errorOf(await ProjectStore.open(join(folder, 'none'))).message).toContain('no folder')
    await writeFile(join(folder, '.DS_Store'), '')
    valueOf(await ProjectStore.create(folder, 'First'))
    expect(errorOf(await ProjectStore.create(folder, 'Second')).message).toContain(
      'already a project',
    )
    const other = await temporaryFolder()
    await writeFile(join(other, 'thesis.doc'), '')
    expect(errorOf(await ProjectStore.create(other, 'Third')).message).toContain('not empty')
    expect(Object.keys(await contentOf(other))).toEqual(['thesis.doc'])
  })

  it('keeps memory and disk as they were when the disk fails', async () => {
    const folder = await temporaryFolder()
    await mark(await newStore(folder), CHANGES)
    const before = await contentOf(folder)
    const store = valueOf(await ProjectStore.open(folder, { write: fullDisk }))
    const document = valueOf(await store.document(ARTICLE.id, 'ann'))
    await expect(mark(store, [{ type: 'redo', at: NOW }])).rejects.toThrow('the disk is full')
    const meta = { ...ARTICLE.meta, title: 'Other' }
    await expect(store.setMetadata(ARTICLE.id, meta)).rejects.toThrow('the disk is full')
    expect(valueOf(await store.document(ARTICLE.id, 'ann'))).toEqual(document)
    expect(store.articles().map(({ meta: { title } }) => title)).toEqual([ARTICLE.meta.title])
    expect(await contentOf(folder)).toEqual(before)
  })

  it('waits for writes', async () => {
    const folder = await temporaryFolder()
    const store = await newStore(folder)
    const marking = mark(store, CHANGES.slice(0, 1))
    await store.settled()
    expect(valueOf(await store.document(ARTICLE.id, 'ann')).revision).toBe(1)
    await marking
  })

  it('passes over what is not of the project', async () => {
    const folder = await temporaryFolder()
    const store = await newStore(folder)
    await mark(store, CHANGES)
    await store.updateProject((now) => ({ ...now, annotators: [{ id: 'ann', name: 'Ann' }] }))
    for (const file of [
      '.git/config.json',
      '.cache/index.json',
      'articles/.DS_Store',
      'articles/readme.md',
      `${dirname(SET_FILE)}/.${ARTICLE.id}.json.0123.tmp`,
      'notes.json',
      'exports/old.jsonl',
    ]) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), 'x')
    }
    expect(valueOf(await ProjectStore.open(folder)).problems).toEqual([])
  })
})

/** Ruins one file of a project, and what is told of it. */
interface Ruin {
  readonly name: string
  readonly file: string
  readonly ruin: (path: string, content: string) => Promise<void>
  readonly reason: string
}

const replaceIn =
  (from: string | RegExp, to: string): Ruin['ruin'] =>
  async (path, content) => {
    const changed = content.replace(from, to)
    expect(changed).not.toBe(content)
    await writeFile(path, changed)
  }
const cut: Ruin['ruin'] = (path, content) => writeFile(path, content.slice(0, -40))

const RUINS: readonly Ruin[] = [
  { name: 'a cut article', file: ARTICLE_FILE, ruin: cut, reason: 'it ends in the middle' },
  {
    name: 'an empty article',
    file: ARTICLE_FILE,
    ruin: (path) => writeFile(path, ''),
    reason: 'ends',
  },
  {
    name: 'an article whose text was changed',
    file: ARTICLE_FILE,
    ruin: replaceIn('34 soldiers', '33 soldiers'),
    reason: 'field "text_sha256": it is not the SHA-256 of the text',
  },
  {
    name: 'an article under another id',
    file: ARTICLE_FILE,
    ruin: replaceIn(/"id": "\w+"/, '"id": "other"'),
    reason: 'field "id": it says "other"',
  },
  {
    name: 'an article that is not UTF-8',
    file: ARTICLE_FILE,
    ruin: (path, content) => writeFile(path, Buffer.from(content, 'latin1')),
    reason: 'it is not UTF-8 text',
  },
  { name: 'a cut set', file: SET_FILE, ruin: cut, reason: 'it ends in the middle' },
  {
    name: 'a set with an offset in UTF-16',
    file: SET_FILE,
    ruin: replaceIn('"start":14', '"start":15'),
    reason: 'span s15: code points 15 to 23 read',
  },
  {
    name: 'a set with conflict markers',
    file: SET_FILE,
    ruin: replaceIn('  "status"', '<<<<<<< HEAD\n  "status"'),
    reason: 'it holds both sides of a merge ("<<<<<<<")',
  },
  {
    name: 'a set of another text',
    file: SET_FILE,
    ruin: replaceIn(/"text_sha256": "../, '"text_sha256": "00'),
    reason: 'made on another text',
  },
  {
    name: 'a set with an unknown label',
    file: SET_FILE,
    ruin: replaceIn('"label":"actor"', '"label":"weapon"'),
    reason: 'no label "weapon"',
  },
  {
    name: 'a set with an unknown field',
    file: SET_FILE,
    ruin: replaceIn('  "status"', '  "colour": "red",\n  "status"'),
    reason: 'field "colour"',
  },
  {
    name: 'a set of another annotator',
    file: SET_FILE,
    ruin: replaceIn('"annotator": "ann"', '"annotator": "bob"'),
    reason: 'field "annotator": it says "bob"',
  },
]

it('keeps what two programs add to project.json from stale copies', async () => {
  const folder = join(await temporaryFolder(), 'p')
  const one = valueOf(await ProjectStore.create(folder, 'News'))
  const other = valueOf(await ProjectStore.open(folder))
  for (const [store, id] of [
    [one, 'ann'],
    [other, 'ben'],
  ] as const) {
    await store.updateProject((now) => ({
      ...now,
      annotators: [...now.annotators, { id, name: id }],
    }))
  }
  const { project } = valueOf(await ProjectStore.open(folder))
  expect(project.annotators.map(({ id }) => id)).toEqual(['ann', 'ben'])
})

it('says what annotators are called, whether project.json lists them or their own files', async () => {
  const folder = join(await temporaryFolder(), 'p')
  const store = valueOf(await ProjectStore.create(folder, 'News'))
  await store.updateProject((now) => ({ ...now, annotators: [{ id: 'zoe', name: 'Zoe' }] }))
  await store.nameAnnotator({ id: 'ben', name: 'Ben' })
  await store.nameAnnotator({ id: 'ann', name: 'Ann' })
  await store.nameAnnotator({ id: 'zoe', name: 'Zoë' })
  const again = valueOf(await ProjectStore.open(folder))
  expect(again.problems).toEqual([])
  expect(again.project.annotators.map(({ name }) => name)).toEqual(['Zoë', 'Ann', 'Ben'])
})

it('sweeps what writes have left long ago, when it mends', async () => {
  const folder = join(await temporaryFolder(), 'p')
  await newStore(folder)
  const [old, young] = ['.project.json.0123456789ab.tmp', '.project.json.ba9876543210.tmp']
  const spare = join(folder, '.last-good/.spare.0123456789ab.tmp')
  await mkdir(join(folder, '.last-good'), { recursive: true })
  for (const path of [join(folder, old), join(folder, young), spare]) await writeFile(path, '')
  const then = new Date(Date.now() - 2 * 3_600_000)
  for (const path of [join(folder, old), spare]) await utimes(path, then, then)
  await ProjectStore.open(folder)
  expect(await readdir(folder)).toEqual(expect.arrayContaining([old, young]))
  await ProjectStore.open(folder, { mends: true })
  expect(await readdir(folder)).not.toContain(old)
  expect(existsSync(spare)).toBe(false)
  expect(await readdir(folder)).toContain(young)
})

describe('a broken file', () => {
  it.each(RUINS)(
    'is told and never written over, the rest opens: $name',
    async ({ file, ruin, reason }) => {
      const folder = await temporaryFolder()
      const made = await newStore(folder)
      await mark(made, CHANGES)
      await addArticle(made, articleWith('A second article.'))
      const path = join(folder, file)
      await ruin(path, await readFile(path, 'utf8'))
      const before = await contentOf(folder)

      const store = valueOf(await ProjectStore.open(folder))
      const found = store.problems.filter(({ severity }) => severity === 'broken')
      expect(found.find((problem) => problem.file === file)?.reason).toContain(reason)
      expect(store.articles()).toHaveLength(file === ARTICLE_FILE ? 1 : 2)
      expect((await store.document(ARTICLE.id, 'ann')).ok).toBe(false)
      const update = await store.updateDocument(ARTICLE.id, 'ann', (document) => ok(document))
      expect(update.ok).toBe(false)
      expect(await contentOf(folder)).toEqual(before)
    },
  )

  it('fails the whole only if it is project.json', async () => {
    const folder = await temporaryFolder()
    await newStore(folder)
    await writeFile(join(folder, 'project.json'), '{"format": "rubricator-project/9"}')
    const { code, message } = errorOf(await ProjectStore.open(folder))
    expect(code).toBe('refused')
    expect(message).toContain('made by a newer Rubricator ("rubricator-project/9")')
  })

  it('is told when it lies in the wrong place or has a wrong name', async () => {
    const folder = await temporaryFolder()
    await mark(await newStore(folder), CHANGES)
    const shard = dirname(join(folder, SET_FILE))
    await mkdir(join(folder, 'annotations/ann/zz'))
    await writeFile(join(shard, `${ARTICLE.id} (conflicted copy).json`), '{}')
    await rename(join(folder, SET_FILE), join(folder, `annotations/ann/zz/${ARTICLE.id}.json`))
    await mkdir(join(folder, 'annotations/Some One'))
    await writeFile(join(folder, 'articles/loose.json'), '{}')
    await symlink('nowhere', join(folder, 'articles/dangling'))
    const { problems } = valueOf(await ProjectStore.open(folder))
    expect(problems.map(({ file, severity }) => `${severity} ${file}`)).toEqual([
      'notice annotations/Some One',
      `notice ${dirname(SET_FILE)}/${ARTICLE.id} (conflicted copy).json`,
      `broken annotations/ann/zz/${ARTICLE.id}.json`,
      'notice articles/loose.json',
    ])
  })

  it('is a set whose article is missing', async () => {
    const folder = await temporaryFolder()
    await mark(await newStore(folder), CHANGES)
    await rm(join(folder, ARTICLE_FILE))
    const { problems } = valueOf(await ProjectStore.open(folder))
    expect(problems).toContainEqual({
      file: SET_FILE,
      reason: `the project has no article ${ARTICLE.id}`,
      severity: 'broken',
    })
  })
})
