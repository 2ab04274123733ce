import { randomUUID } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ARTICLES, WORKS } from '../../../tests/fixtures/projects/fixture-work.ts'
import { addArticle } from '../../../tests/support/add-article.ts'
import { errorOf, NOW, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { EVERY_PLACE } from '../../contract/agreement-models.ts'
import { ANY_ARTICLE } from '../../contract/article-filter.ts'
import { calls, isCallName, type CallArguments, type CallName } from '../../contract/calls.ts'
import type { ProjectView } from '../../contract/models.ts'
import { articleFile, setFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'
import { checkProject } from './check-project.ts'
import { dispatch } from './dispatch.ts'
import type { Workbench } from './workbench.ts'

const FIXTURE = join(import.meta.dirname, '../../../tests/fixtures/projects/version-3')
const ARTICLE = ARTICLES[0]?.id ?? ''
const SET = setFile(ARTICLE, 'ada')
const MADE_BY_NEWER =
  'This project was made by a newer Rubricator (rubricator-project/4). It can be read here, not changed: update the program'

type Json = Record<string, unknown>

let root = ''
let folder = ''
let host: TestHost
let workbench: Workbench

beforeEach(async () => {
  root = await temporaryFolder()
  folder = join(root, 'project')
  await cp(FIXTURE, folder, { recursive: true })
  workbench = await startWorkbench(root)
  await workbench.settings.update((now) => ({ ...now, annotator: { id: 'ada', name: 'Ada' } }))
  host = new TestHost()
  workbench.windows.add(host)
})

async function change(file: string, how: (json: Json) => Json): Promise<void> {
  const path = join(folder, file)
  const json = JSON.parse(await readFile(path, 'utf8')) as Json
  await writeFile(path, JSON.stringify(how(json)))
}

/** Makes the project one of a program to come. */
async function makeNewer(): Promise<void> {
  await change('project.json', (json) => ({
    ...json,
    format: 'rubricator-project/4',
    deadline: 'Friday',
    labels: (json['labels'] as Json[]).map((label) => ({
      ...label,
      attributes: [{ name: 'kind', type: 'moment' }],
    })),
  }))
  await change(SET, (json) => ({
    ...json,
    format: 'rubricator-annotations/3',
    relations: [{ from: 'a1', to: 'a3' }],
    spans: (json['spans'] as Json[]).map((span) => ({
      ...span,
      attributes: { ...(span['attributes'] as Json), kind: { of: ['killed'] } },
    })),
  }))
  await change(articleFile(ARTICLE), (json) => ({
    ...json,
    format: 'rubricator-article/2',
    meta: { ...(json['meta'] as Json), section: 'World' },
  }))
}

async function open(): Promise<ProjectView> {
  valueOf(await workbench.openProject(folder))
  return workbench.state(host).project as ProjectView
}

const present = async (): Promise<ProjectStore> => valueOf(await ProjectStore.open(FIXTURE))

describe('a project of a newer program', () => {
  it('is read, without what this one does not know, and says so', async () => {
    const store = await present()
    await makeNewer()
    const view = await open()
    expect(view).toMatchObject({ newerFormat: 'rubricator-project/4', heldBy: null, problems: [] })
    expect(view.labels).toEqual(store.project.labels)
    const list = valueOf(await call(workbench, host, 'articles.list', {}))
    expect(list).toHaveLength(ARTICLES.length)
    const opened = valueOf(await call(workbench, host, 'articles.open', { id: ARTICLE }))
    expect(opened.text).toBe(ARTICLES[0]?.text)
    expect(opened.document).toEqual(valueOf(await store.document(ARTICLE, 'ada')))
  })

  it('shows the spans where the history is of a kind to come', async () => {
    const { set } = valueOf(await (await present()).document(ARTICLE, 'ada'))
    await makeNewer()
    await change(SET, (json) => ({ ...json, history: [{ how: 'merged' }] }))
    await open()
    const opened = valueOf(await call(workbench, host, 'articles.open', { id: ARTICLE }))
    expect(opened.document).toMatchObject({ set, history: [] })
  })

  it('tells files that do not fit even so, and opens the rest', async () => {
    await makeNewer()
    await change(SET, (json) => ({ ...json, offset_unit: 'grapheme' }))
    const { problems } = await open()
    expect(problems).toEqual([
      {
        file: SET,
        reason: expect.stringContaining(
          'it was made by a newer Rubricator ("rubricator-annotations/3"): update the program (field "offset_unit"',
        ),
      },
    ])
    expect((await call(workbench, host, 'articles.open', { id: ARTICLE })).ok).toBe(false)
  })

  it('is not opened where project.json cannot be read even so', async () => {
    await makeNewer()
    await change('project.json', (json) => ({ ...json, name: ['Two', 'articles'] }))
    const { message } = errorOf(await workbench.openProject(folder))
    expect(message).toContain('The project cannot be opened: project.json')
    expect(message).toContain('newer Rubricator ("rubricator-project/4"): update the program')
  })

  it('is never written: no lock, no mending, no migration, no backup, at no call', async () => {
    await makeNewer()
    // A damaged set, one of the first format, and what a write has left long ago.
    const [, , third] = WORKS
    await writeFile(
      join(folder, setFile(third?.article ?? '', third?.annotator ?? '')),
      '{"format":',
    )
    const earlier = join(FIXTURE, '../version-1')
    const [, second] = WORKS
    const file = setFile(second?.article ?? '', second?.annotator ?? '')
    await cp(join(earlier, file), join(folder, file))
    const before = await contentOf(folder)
    for (const name of callNames) {
      // Some lead to another project.
      await open()
      await dispatch(workbench, host, name, argumentsOf(name))
    }
    await workbench.close()
    expect(await contentOf(folder)).toEqual(before)
  })

  it('can be left for another project, and settings can be changed', async () => {
    await makeNewer()
    await open()
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Ada L.' }))
    const path = join(root, 'other')
    const { project } = valueOf(
      await call(workbench, host, 'project.create', { path, name: 'New' }),
    )
    expect(project).toMatchObject({ name: 'New', newerFormat: null })
  })

  it('is not exported', async () => {
    await makeNewer()
    await open()
    const { code, message } = errorOf(
      await call(workbench, host, 'export.jsonl', { annotator: null }),
    )
    expect(code).toBe('refused')
    expect(message).toBe(
      `${MADE_BY_NEWER}; what this program does not know of it would be missing from the export`,
    )
    expect(host.delivered).toHaveLength(0)
  })

  it('is no sound project to a check', async () => {
    await makeNewer()
    const { problems } = await checkProject(valueOf(await ProjectStore.open(folder)))
    expect(problems).toEqual([{ file: 'project.json', reason: MADE_BY_NEWER }])
  })

  it('may be only one set, which a newer program has led forward before it was ended', async () => {
    await makeNewer()
    await cp(join(FIXTURE, 'project.json'), join(folder, 'project.json'))
    await cp(join(FIXTURE, articleFile(ARTICLE)), join(folder, articleFile(ARTICLE)))
    expect(await open()).toMatchObject({ newerFormat: 'rubricator-annotations/3', problems: [] })
    const refused = await dispatch(
      workbench,
      host,
      'articles.describe',
      argumentsOf('articles.describe'),
    )
    expect(errorOf(refused).code).toBe('read-only')
  })

  it('becomes one while it is open, and is not written from then on', async () => {
    expect(await open()).toMatchObject({ newerFormat: null })
    await makeNewer()
    const before = (await contentOf(folder))[SET]
    // At once: nobody has told this process of the files yet.
    const edit = { type: 'status', status: 'done' } as const
    const store = workbench.current?.store
    const { revision } = valueOf((await store?.document(ARTICLE, 'ada')) ?? fail())
    const args = { project: folder, article: ARTICLE, batch: randomUUID(), baseRevision: revision }
    const changes = [{ type: 'do' as const, at: NOW, edit }]
    const refused = await call(workbench, host, 'annotations.apply', { ...args, changes })
    expect(errorOf(refused).code).toBe('read-only')
    expect((await contentOf(folder))[SET]).toBe(before)
    await vi.waitFor(
      () => {
        const states = host.events.flatMap((event) => (event.type === 'state' ? event.state : []))
        expect(states.at(-1)?.project?.newerFormat).toMatch(/^rubricator-\w+\/[23]$/)
      },
      { timeout: 10_000 },
    )
    await workbench.close()
  })
})

/** Calls that write elsewhere than to the project that is open. */
const ELSEWHERE: readonly CallName[] = [
  'annotator.name',
  'project.open',
  'project.create',
  'project.sample',
  'folder.pick',
  'folder.list',
  'import.cancel',
  'settings.remember',
]
const callNames = Object.keys(calls).filter((name) => isCallName(name))
const refusedCalls = callNames.filter((name) => calls[name].writes && !ELSEWHERE.includes(name))

describe('every call that writes to a project', () => {
  it.each(refusedCalls)('is refused on one of a newer program: %s', async (name) => {
    await makeNewer()
    await open()
    const refused = await dispatch(workbench, host, name, argumentsOf(name))
    expect(errorOf(refused)).toEqual({ code: 'read-only', message: MADE_BY_NEWER })
  })

  it('is refused by the store too, whoever asks', async () => {
    await makeNewer()
    await open()
    const store = workbench.current?.store ?? fail()
    const { imported: _, ...rest } = ARTICLES[0] ?? fail()
    for (const write of [
      () => store.updateDocument(ARTICLE, 'ada', (document) => ({ ok: true, value: document })),
      () => addArticle(store, { ...(ARTICLES[0] ?? fail()), id: 'new' }),
      () => store.setMetadata(ARTICLE, rest.meta),
      () => store.nameAnnotator({ id: 'ada', name: 'Somebody else' }),
      () => store.updateProject((project) => ({ ...project, name: 'Other' })),
    ]) {
      await expect(write()).rejects.toThrow(MADE_BY_NEWER)
    }
    expect(await store.claim('ada')).toBeNull()
  })
})

function argumentsOf(name: CallName): object {
  const project = folder
  const id = randomUUID()
  const meta = { title: 'X', outlet: null, published: null, language: null, direction: null }
  const all: { readonly [N in CallName]: CallArguments<N> } = {
    'workbench.state': {},
    'annotator.name': { name: 'Ada L.' },
    'project.open': { path: folder },
    'project.create': { path: join(root, 'projects', 'X'), name: 'X' },
    'project.sample': {},
    'folder.pick': { purpose: 'new-project' },
    'folder.list': { path: null },
    'articles.list': {},
    'articles.open': { id: ARTICLE },
    'articles.search': { filter: ANY_ARTICLE, from: 0 },
    'articles.describe': { project, id: ARTICLE, meta },
    'annotations.apply': {
      project,
      article: ARTICLE,
      batch: id,
      baseRevision: 15,
      changes: [{ type: 'undo', at: NOW }],
    },
    'import.pick': { kind: 'folder' },
    'import.offer': { import: null, files: [{ name: 'a.txt', bytes: new Uint8Array([97]) }] },
    'import.read': { import: id },
    'import.decode': { import: id, index: 0, encoding: 'UTF-8' },
    'import.commit': { import: id },
    'import.cancel': { import: id },
    'export.jsonl': { annotator: null },
    'export.unsaved': { articles: [] },
    'export.unsavedReviews': { project, reviews: [] },
    'backups.list': { annotator: null },
    'backups.make': {},
    'backups.restore': { project, backup: '2026-11-22', annotator: null },
    'labels.list': {},
    'labels.preview': { change: { type: 'rename', label: 'claim', to: 'assertion' } },
    'labels.change': { project, change: { type: 'rename', label: 'claim', to: 'assertion' } },
    'labels.undo': { project, change: 'a-change' },
    'labels.cancel': {},
    'project.blind': { project, blind: false },
    'labels.edit': { project, labels: [] },
    'agreement.measure': { annotators: null, labels: null, articles: null },
    'agreement.cancel': {},
    'agreement.items': {
      selection: { annotators: null, labels: null, articles: null },
      question: EVERY_PLACE,
      from: { article: 0, place: 0 },
    },
    'figures.save': { name: 'figures.csv', content: 'x' },
    'review.queue': {},
    'review.open': { article: ARTICLE },
    'review.feedback': { article: ARTICLE },
    'review.asked': {},
    'review.record': {
      project,
      article: ARTICLE,
      records: [
        { kind: 'status', id: 'r1', by: 'ada', at: NOW, step: 's1', status: 'approved', open: 0 },
      ],
    },
    'review.comments': {},
    'review.summary': {},
    'export.adjudicated': {},
    'review.phrase': { phrase: 'x', from: 0 },
    'review.withdrawStep': { project, step: 's1', articles: [ARTICLE] },
    'review.decidePhrase': {
      project,
      places: [{ article: ARTICLE, start: 0, end: 1 }],
      label: null,
      reason: null,
    },
    'packs.make': { articles: null, annotators: null, texts: true },
    'packs.preview': { import: id, index: 0, choices: { labels: [], addArticles: true } },
    'packs.take': { project, import: id, index: 0, choices: { labels: [], addArticles: true } },
    'packs.cancel': {},
    'packs.latest': {},
    'packs.undo': { project, pack: 'a-pack' },
    'window.stay': {},
    'keys.export': { keys: {} },
    'settings.remember': { article: ARTICLE },
  }
  return all[name]
}

function fail(): never {
  throw new Error('The test has no such thing')
}
