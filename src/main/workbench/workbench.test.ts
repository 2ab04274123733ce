import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { ProjectStore } from '../store/project-store.ts'
import { checkProject } from './check-project.ts'
import { buildSample } from './sample.ts'

const SEEDS = join(import.meta.dirname, '../../../seeds')

describe('settings', () => {
  it('are remembered across starts', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Şule Yıldız' }))
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Şule Demir' }))
    valueOf(await call(workbench, host, 'project.sample', {}))
    const [article] = valueOf(await call(workbench, host, 'articles.list', {}))
    const panes = { library: 300, inspector: 320 }
    const remembered = { panes, article: article?.id ?? '' }
    valueOf(await call(workbench, host, 'settings.remember', remembered))
    await workbench.close()

    const again = await startWorkbench(folder)
    const path = join(folder, 'projects', 'Sample project')
    expect(again.settings.current.recent).toEqual([{ name: 'Sample project', path }])
    valueOf(await again.openProject(path))
    expect(again.state(host)).toMatchObject({
      annotator: { id: 'sule-yildiz', name: 'Şule Demir' },
      panes,
      lastArticle: article?.id,
    })
  })

  it('are put aside when they are broken', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'settings'))
    await writeFile(join(folder, 'settings', 'settings.json'), '{"format":')
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const workbench = await startWorkbench(folder)
    expect(stderr.mock.calls.join('')).toContain('it ends in the middle')
    stderr.mockRestore()
    expect(workbench.settings.current.annotator).toBeNull()
    await workbench.settings.update((settings) => ({ ...settings, panes: null, recent: [] }))
    expect(Object.keys(await contentOf(join(folder, 'settings'))).toSorted()).toEqual([
      'settings.broken.json',
      'settings.json',
    ])
  })

  it('give a name in another script an id, and keep ten recent projects', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    const { annotator } = valueOf(await call(workbench, host, 'annotator.name', { name: 'مريم' }))
    expect(annotator?.id).toMatch(/^annotator-[0-9a-f]{6}$/)
    for (let number = 1; number <= 12; number++) {
      const path = join(folder, `p${number}`)
      valueOf(await call(workbench, host, 'project.create', { path, name: `P${number}` }))
    }
    expect(workbench.settings.current.recent).toHaveLength(10)
    expect(workbench.settings.current.recent[0]?.name).toBe('P12')
  })
})

describe('Workbench', () => {
  it('keeps the present project when another cannot be opened', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    valueOf(await workbench.createProject(join(folder, 'p'), 'P'))
    expect(errorOf(await workbench.openProject(join(folder, 'none'))).code).toBe('not-found')
    expect(workbench.current?.store.project.name).toBe('P')
  })

  it('tells the other windows of a project and a name', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const [host, other] = [new TestHost(), new TestHost()]
    workbench.windows.add(host)
    const remove = workbench.windows.add(other)
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
    valueOf(await call(workbench, host, 'project.sample', {}))
    expect(host.events).toEqual([])
    expect(other.events.map(({ type }) => type)).toEqual(['state', 'state'])
    remove()
    valueOf(await workbench.openSample())
    expect(host.events).toHaveLength(1)
    expect(other.events).toHaveLength(2)
  })

  it('loses nothing that is marked while the same project is opened again', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
    valueOf(await call(workbench, host, 'project.sample', {}))
    const [entry] = valueOf(await call(workbench, host, 'articles.list', {}))
    const id = entry?.id ?? ''
    const { text } = valueOf(await call(workbench, host, 'articles.open', { id }))
    const path = workbench.current?.store.folder ?? ''
    let acknowledged = 0
    for (let round = 0; round < 5; round++) {
      const opening = workbench.openProject(path)
      for (let step = 0; step < 5; step++) {
        const span = spanOn(text, text.slice(acknowledged, acknowledged + 5), {
          id: `s${acknowledged}`,
          start: acknowledged,
          end: acknowledged + 1,
        })
        const result = await call(workbench, host, 'annotations.apply', {
          project: workbench.current?.store.folder ?? '',
          article: id,
          batch: crypto.randomUUID(),
          baseRevision: acknowledged,
          changes: [{ type: 'do', at: NOW, edit: { type: 'add', span: structuredClone(span) } }],
        } as never)
        // A change that came in between is refused, and the window sends it again.
        if (result.ok) acknowledged = result.value.revision
        else expect(result.error.code).toBe('storage')
      }
      valueOf(await opening)
    }
    expect(workbench.current?.store.summary(id, 'ann').spans).toBe(acknowledged)
    const disk = valueOf(await ProjectStore.open(path))
    expect(disk.summary(id, 'ann').spans).toBe(acknowledged)
  })

  it('corrects an article’s details and nothing else', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
    valueOf(await call(workbench, host, 'project.sample', {}))
    const [entry] = valueOf(await call(workbench, host, 'articles.list', {}))
    const id = entry?.id ?? ''
    const { store } = valueOf(workbench.requireProject())
    const before = valueOf(await store.readArticle(id))
    const meta = {
      title: 'Corrected',
      outlet: null,
      published: '2020-02-28T07:03',
      language: 'zh-Hant',
      direction: 'rtl' as const,
    }
    const project = workbench.current?.store.folder ?? ''
    valueOf(await call(workbench, host, 'articles.describe', { project, id, meta }))
    const disk = valueOf(await ProjectStore.open(project))
    const after = valueOf(await disk.readArticle(id))
    expect(after).toEqual({ ...before, meta: { ...before.meta, ...meta } })
    const wrong = { ...meta, published: '2020-02-31' }
    const refused = await call(workbench, host, 'articles.describe', { project, id, meta: wrong })
    expect(errorOf(refused).code).toBe('invalid-call')
    const partial: Partial<typeof meta> = { ...meta }
    delete partial.language
    const lacking = { project, id, meta: partial as typeof meta }
    const half = await call(workbench, host, 'articles.describe', lacking)
    expect(errorOf(half).code).toBe('invalid-call')
  })

  it('refuses details of an article of a project that is no longer open', async () => {
    const folder = await temporaryFolder()
    const workbench = await startWorkbench(folder)
    const host = new TestHost()
    valueOf(await call(workbench, host, 'project.sample', {}))
    const [entry] = valueOf(await call(workbench, host, 'articles.list', {}))
    const id = entry?.id ?? ''
    const project = join(folder, 'elsewhere')
    const unknown = { outlet: null, published: null, language: null, direction: null }
    const meta = { title: 'Corrected', ...unknown }
    const refused = await call(workbench, host, 'articles.describe', { project, id, meta })
    const message = `These details belong to ${project}, which is no longer open`
    expect(errorOf(refused)).toEqual({ code: 'conflict', message })
    expect(workbench.current?.store.article(id)?.meta.title).not.toBe('Corrected')
  })
})

describe('the sample project', () => {
  it('holds five articles, each marked by two annotators, and nothing is wrong with it', async () => {
    const folder = await temporaryFolder()
    const store = valueOf(await buildSample(SEEDS, join(folder, 'sample')))
    expect(await checkProject(store)).toMatchObject({ articles: 5, sets: 10, problems: [] })
    expect(store.project.annotators).toHaveLength(2)
    expect(Object.keys(await contentOf(folder)).every((file) => file.startsWith('sample/'))).toBe(
      true,
    )
  })

  it('is not built over something, nor left half-built', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'thesis.doc'), 'x')
    expect(errorOf(await buildSample(SEEDS, folder)).code).toBe('refused')
    const seeds = join(folder, 'seeds')
    await mkdir(join(seeds, 'annotations'), { recursive: true })
    const target = join(folder, 'sample')
    await expect(buildSample(seeds, join(folder, 'thesis.doc', 'x'))).rejects.toThrow('thesis.doc')
    expect(await readFile(join(folder, 'thesis.doc'), 'utf8')).toBe('x')
    expect(Object.keys(await contentOf(folder))).toEqual(['thesis.doc'])
    valueOf(await buildSample(SEEDS, target))
    expect(errorOf(await buildSample(SEEDS, target)).message).toContain('not empty')
  })
})
