import { randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import {
  call,
  makeTestProject,
  startWorkbench,
  TestHost,
  type TestProject,
} from '../../../tests/support/test-workbench.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import type { Change } from '../../core/annotation/history.ts'
import type { LabelChange } from '../../core/annotation/label-change.ts'
import type { Span } from '../../core/annotation/span.ts'
import { setFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'

const TEXT = '😀 «سلام» said the envoy.\r\nAt least 34 soldiers died on 27 Feb.\u2028End'
const RENAME: LabelChange = { type: 'rename', label: 'actor', to: 'agent' }
const MERGE: LabelChange = { type: 'merge', label: 'actor', into: 'claim' }
const REMOVE: LabelChange = { type: 'remove', label: 'actor' }

const add = (span: Span): Change => ({ type: 'do', at: NOW, edit: { type: 'add', span } })
const envoy = spanOn(TEXT, 'the envoy', { id: 'envoy' })
const soldiers = spanOn(TEXT, '34 soldiers', { id: 'soldiers', note: 'at least' })
const twin = spanOn(TEXT, '34 soldiers', { id: 'twin', label: 'claim' })

let bench: TestProject

/** Ann and Ben have marked the same article; Ann is at work. */
beforeEach(async () => {
  bench = await makeTestProject(TEXT)
  await apply(bench, 0, [add(envoy), add(soldiers), add(twin)])
  const { store } = bench.workbench.current ?? fail()
  await store.nameAnnotator({ id: 'ben', name: 'Ben' })
  valueOf(
    await store.updateDocument(bench.id, 'ben', (document) => ({
      ok: true,
      value: {
        ...document,
        revision: 1,
        set: { ...document.set, spans: [{ ...envoy, id: 'ben-1' }] },
      },
    })),
  )
})

function ask<N extends Parameters<typeof call>[2]>(
  name: N,
  args: Parameters<typeof call<N>>[3],
): ReturnType<typeof call<N>> {
  return call(bench.workbench, bench.host, name, args)
}

function apply({ workbench, host, id, folder }: TestProject, base: number, changes: Change[]) {
  const args = { project: folder, article: id, batch: randomUUID(), baseRevision: base, changes }
  return call(workbench, host, 'annotations.apply', args)
}

function change(wanted: LabelChange) {
  return ask('labels.change', { project: bench.folder, change: wanted })
}

async function labelsOf(annotator: string): Promise<readonly string[]> {
  const store = valueOf(await ProjectStore.open(bench.folder))
  expect(store.problems).toEqual([])
  const document = valueOf(await store.document(bench.id, annotator))
  return document.set.spans.map(({ id, label }) => `${id} ${label}`)
}

async function latest(): Promise<string> {
  return valueOf(await ask('labels.list', {})).latest?.id ?? ''
}

/** What belongs to the project: caches, locks and what files held before do not. */
async function projectFiles(): Promise<Readonly<Record<string, string>>> {
  const content = Object.entries(await contentOf(bench.folder))
  return Object.fromEntries(content.filter(([name]) => !name.startsWith('.')))
}

/** Another program opens the project, for Ann. */
async function openAgain(): Promise<void> {
  const workbench = await startWorkbench(await temporaryFolder())
  bench = { ...bench, workbench, host: new TestHost() }
  valueOf(await ask('annotator.name', { name: 'Ann' }))
  valueOf(await workbench.openProject(bench.folder))
}

function fail(): never {
  throw new Error('The test has no such thing')
}

describe('labels.change', () => {
  it.each<[LabelChange, readonly string[], readonly string[], object]>([
    [
      RENAME,
      ['envoy agent', 'soldiers agent', 'twin claim'],
      ['ben-1 agent'],
      { spans: 3, sets: 2, annotators: 2 },
    ],
    [MERGE, ['envoy claim', 'twin claim'], ['ben-1 claim'], { spans: 3, sets: 2, annotators: 2 }],
    [REMOVE, ['twin claim'], [], { spans: 3, sets: 2, annotators: 2 }],
  ])('does %o everywhere, and takes it back', async (wanted, ann, ben, counts) => {
    const [before, labels] = [await labelsOf('ann'), bench.workbench.current?.store.project.labels]
    expect(valueOf(await ask('labels.preview', { change: wanted }))).toEqual({
      ...counts,
      inTheWay: [],
    })
    expect(valueOf(await change(wanted))).toEqual(counts)
    expect(await labelsOf('ann')).toEqual(ann)
    expect(await labelsOf('ben')).toEqual(ben)
    const undo = { project: bench.folder, change: await latest() }
    expect(valueOf(await ask('labels.undo', undo))).toEqual(counts)
    expect((await labelsOf('ann')).toSorted()).toEqual([...before].toSorted())
    expect(await labelsOf('ben')).toEqual(['ben-1 actor'])
    expect(bench.workbench.current?.store.project.labels).toEqual(labels)
    expect(await readdir(join(bench.folder, '.label-changes'))).toEqual([])
  })

  it('can be taken back after a restart, and keeps what was marked since', async () => {
    valueOf(await change(REMOVE))
    await bench.workbench.close()
    await openAgain()
    const { document } = valueOf(await ask('articles.open', { id: bench.id }))
    const said = spanOn(TEXT, 'said', { id: 'said', label: 'claim' })
    valueOf(await apply(bench, document.revision, [add(said)]))
    valueOf(await ask('labels.undo', { project: bench.folder, change: await latest() }))
    expect(await labelsOf('ann')).toEqual([
      'said claim',
      'envoy actor',
      'soldiers actor',
      'twin claim',
    ])
  })

  it('takes several back, the latest first', async () => {
    const before = await labelsOf('ann')
    valueOf(await change(RENAME))
    const first = await latest()
    valueOf(await change({ type: 'merge', label: 'agent', into: 'claim' }))
    const early = await ask('labels.undo', { project: bench.folder, change: first })
    expect(errorOf(early).code).toBe('conflict')
    for (let left = 2; left > 0; left--) {
      valueOf(await ask('labels.undo', { project: bench.folder, change: await latest() }))
    }
    expect((await labelsOf('ann')).toSorted()).toEqual([...before].toSorted())
  })

  it('remembers the last ten', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const [from, to] = turn % 2 === 0 ? ['actor', 'agent'] : ['agent', 'actor']
      valueOf(await change({ type: 'rename', label: from ?? '', to: to ?? '' }))
    }
    expect(await readdir(join(bench.folder, '.label-changes'))).toHaveLength(10)
  })

  it('tells the window how far it is, and every window what has become of it', async () => {
    const other = new TestHost()
    bench.workbench.windows.add(other)
    bench.host.events.length = 0
    valueOf(await change(RENAME))
    const told = bench.host.events.flatMap((event) => (event.type === 'progress' ? event : []))
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total })
    expect(told.length).toBeGreaterThan(1)
    expect(other.events.map(({ type }) => type)).toEqual(['state', 'articles'])
  })

  it('lets marks wait that are made meanwhile, and then tells that the set has moved on', async () => {
    const { document } = valueOf(await ask('articles.open', { id: bench.id }))
    const later = add(spanOn(TEXT, 'said', { id: 'said', label: 'claim' }))
    bench.host.events.length = 0
    const changing = change(RENAME)
    await vi.waitFor(() => expect(bench.host.events).not.toEqual([]), { interval: 1 })
    const marked = await apply(bench, document.revision, [later])
    expect(errorOf(marked).code).toBe('conflict')
    valueOf(await changing)
    const { document: now } = valueOf(await ask('articles.open', { id: bench.id }))
    expect(now.set.spans.map(({ label }) => label)).toEqual(['agent', 'agent', 'claim'])
    const died = spanOn(TEXT, 'died', { id: 'died', label: 'agent' })
    valueOf(await apply(bench, now.revision, [add(died)]))
  })

  it('undoes and redoes marks of before in the article, under the new name', async () => {
    valueOf(await change(RENAME))
    const { document } = valueOf(await ask('articles.open', { id: bench.id }))
    const steps = Array.from({ length: 4 }, () => ({ type: 'undo', at: NOW }) as const)
    const undone = valueOf(await apply(bench, document.revision, steps))
    expect(await labelsOf('ann')).toEqual([])
    const back = steps.slice(1).map(() => ({ type: 'redo', at: NOW }) as const)
    valueOf(await apply(bench, undone.revision, back))
    expect(await labelsOf('ann')).toEqual(['envoy agent', 'soldiers agent', 'twin claim'])
  })

  it('changes nothing when it is cancelled before it is decided', async () => {
    const before = await projectFiles()
    const [changed] = await Promise.all([change(RENAME), ask('labels.cancel', {})])
    expect(errorOf(changed).message).toContain('cancelled')
    expect(await projectFiles()).toEqual(before)
  })

  it('is refused by name where a set cannot be used', async () => {
    const file = setFile(bench.id, 'ben')
    await bench.workbench.close()
    await writeFile(join(bench.folder, file), '<<<<<<< HEAD\n')
    await openAgain()
    const before = await projectFiles()
    const refused = errorOf(await change(RENAME))
    expect(refused).toMatchObject({ code: 'refused' })
    expect(refused.message).toContain(file)
    expect(await projectFiles()).toEqual(before)
  })

  it('is refused while somebody else writes, and says who', async () => {
    const other = valueOf(await ProjectStore.open(bench.folder))
    expect(await other.claim('ben')).toBeNull()
    const before = await projectFiles()
    const { inTheWay } = valueOf(await ask('labels.preview', { change: RENAME }))
    expect(inTheWay).toEqual([expect.stringContaining('The marks of ben are written')])
    const refused = errorOf(await change(RENAME))
    expect(refused).toEqual({ code: 'read-only', message: inTheWay[0] })
    expect(refused.message).toContain(`process ${process.pid}`)
    expect(await projectFiles()).toEqual(before)
    await other.close()
    valueOf(await change(RENAME))
  })

  it.each<[string, LabelChange]>([
    ['“claim” already', { type: 'rename', label: 'actor', to: 'claim' }],
    ['no label “x”', { type: 'remove', label: 'x' }],
  ])('is refused: %s', async (reason, wanted) => {
    expect(valueOf(await ask('labels.preview', { change: wanted })).inTheWay[0]).toContain(reason)
    expect(errorOf(await change(wanted)).message).toContain(reason)
  })
})

describe('labels.edit', () => {
  it('changes properties and order, adds a label, and drops none', async () => {
    const { labels } = bench.workbench.current?.store.project ?? fail()
    const [claim, ...others] = labels
    const edited = [
      ...others,
      { ...(claim ?? fail()), hue: 'green', guideline: 'Said by whom?' } as const,
      { ...(claim ?? fail()), name: 'place', key: null },
    ]
    valueOf(await ask('labels.edit', { project: bench.folder, labels: edited }))
    expect(bench.workbench.current?.store.project.labels).toEqual(edited)
    const dropped = await ask('labels.edit', { project: bench.folder, labels: others })
    expect(errorOf(dropped).code).toBe('conflict')
    expect(bench.workbench.current?.store.project.labels).toEqual(edited)
  })
})

it('lists what each label marks', async () => {
  const { labels, latest: none } = valueOf(await ask('labels.list', {}))
  expect(labels).toEqual([
    { name: 'claim', spans: 1, sets: 1 },
    { name: 'actor', spans: 3, sets: 2 },
    { name: 'date', spans: 0, sets: 0 },
    { name: 'casualty figure', spans: 0, sets: 0 },
  ])
  expect(none).toBeNull()
})
