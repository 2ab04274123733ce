import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { contentOf } from '../../../tests/support/folder-content.ts'
import {
  call,
  makeTestProject,
  TestHost,
  type TestProject,
} from '../../../tests/support/test-workbench.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import { newDocument, type Change } from '../../core/annotation/history.ts'
import type { Span } from '../../core/annotation/span.ts'
import { ok } from '../../core/result.ts'
import { ProjectStore } from '../store/project-store.ts'

const TEXT = '😀 «سلام» said the envoy.\r\nAt least 34 soldiers died on 27 Feb.\u2028End'

type Bench = TestProject
const bench = (): Promise<Bench> => makeTestProject(TEXT)

const add = (span: Span): Change => ({ type: 'do', at: NOW, edit: { type: 'add', span } })

function apply({ workbench, host, id }: Bench, baseRevision: number, changes: readonly Change[]) {
  return applyAs({ workbench, host, id }, randomUUID(), baseRevision, changes)
}

function applyAs(
  { workbench, host, id }: Pick<Bench, 'workbench' | 'host' | 'id'>,
  batch: string,
  baseRevision: number,
  changes: readonly Change[],
) {
  const project = workbench.current?.store.folder
  const args = { project, article: id, batch, baseRevision, changes: structuredClone([...changes]) }
  return call(workbench, host, 'annotations.apply', args as never)
}

describe('annotations.apply', () => {
  it('answers when the change is on disk, lists the annotator, and tells other windows', async () => {
    const now = await bench()
    const other = new TestHost()
    now.workbench.windows.add(other)
    now.host.events.length = 0
    const result = await apply(now, 0, [add(spanOn(TEXT, 'the envoy'))])
    expect(result).toEqual({ ok: true, value: { revision: 1 } })
    const disk = valueOf(await ProjectStore.open(now.folder))
    expect(disk.sets(now.id)[0]?.spans).toHaveLength(1)
    expect(disk.project.annotators).toEqual([{ id: 'ann', name: 'Ann' }])
    expect(now.host.events).toEqual([])
    expect(other.events.map(({ type }) => type)).toEqual(['state', 'articles'])
    const [entry] = valueOf(await call(now.workbench, now.host, 'articles.list', {}))
    expect(entry).toMatchObject({ spans: 1, status: 'not-started' })
  })

  it('applies a batch once, however often it is sent, also at the same time', async () => {
    const now = await bench()
    const batch = randomUUID()
    const changes = [add(spanOn(TEXT, 'the envoy')), add(spanOn(TEXT, '34 soldiers'))]
    const sendings = Array.from({ length: 5 }, () => applyAs(now, batch, 0, changes))
    for (const result of await Promise.all(sendings)) expect(valueOf(result).revision).toBe(2)
    expect(valueOf(await applyAs(now, batch, 0, changes)).revision).toBe(2)
    expect(valueOf(await ProjectStore.open(now.folder)).sets(now.id)[0]?.spans).toHaveLength(2)
    valueOf(await apply(now, 2, [{ type: 'undo', at: NOW }]))
    expect(errorOf(await applyAs(now, batch, 0, changes)).code).toBe('conflict')
  })

  it('refuses a change made on another revision', async () => {
    const now = await bench()
    expect(errorOf(await apply(now, 1, [{ type: 'undo', at: NOW }])).code).toBe('conflict')
    const both = [spanOn(TEXT, 'the envoy'), spanOn(TEXT, '34 soldiers')]
    const results = await Promise.all(both.map((span) => apply(now, 0, [add(span)])))
    expect(results.map((result) => result.ok)).toEqual([true, false])
  })

  it.each<[string, readonly Change[], string]>([
    ['an unknown label', [add(spanOn(TEXT, 'envoy', { label: 'weapon' }))], 'no label "weapon"'],
    ['half a character', [add(spanOn(TEXT, 'envoy', { start: 1 }))], 'cuts a character in two'],
    ['a place after the end', [add(spanOn(TEXT, 'envoy', { end: 999 }))], 'ends after the text'],
    [
      'somebody else’s mark',
      [add(spanOn(TEXT, 'envoy', { created: { by: 'bob', at: NOW, via: 'mouse' } }))],
      'made by bob',
    ],
    ['nothing to undo', [{ type: 'undo', at: NOW }], 'nothing to undo'],
    [
      'the second of two',
      [add(spanOn(TEXT, 'envoy')), add(spanOn(TEXT, 'envoy', { id: 'other' }))],
      'already marked',
    ],
  ])('refuses %s and applies nothing', async (_name, changes, message) => {
    const now = await bench()
    const before = await contentOf(now.folder)
    const error = errorOf(await apply(now, 0, changes))
    expect(error.code).toBe('refused')
    expect(error.message).toContain(message)
    expect(await contentOf(now.folder)).toEqual(before)
    valueOf(await apply(now, 0, [add(spanOn(TEXT, 'the envoy'))]))
  })

  it('lets somebody else’s mark come back that was in the set, but not as it never was', async () => {
    const now = await bench()
    const created = { by: 'bob', at: NOW, via: 'mouse' }
    const set = { ...emptySet(now.id, 'ann'), spans: [spanOn(TEXT, 'envoy', { created })] }
    const store = now.workbench.current?.store ?? fail()
    valueOf(
      await store.updateDocument(now.id, 'ann', () => ok({ ...newDocument(set), revision: 1 })),
    )
    const [span = fail()] = set.spans
    const remove: Change = { type: 'do', at: NOW, edit: { type: 'remove', id: span.id } }
    valueOf(await apply(now, 1, [remove, add({ ...span, note: 'again' })]))
    const later = { ...span, created: { ...created, at: '2026-03-02T10:00:00.000Z' } }
    expect(errorOf(await apply(now, 3, [remove, add(later)])).message).toContain('made by bob')
  })

  it('writes down when each change was made and that the annotator made it', async () => {
    const now = await bench()
    const at = '2026-03-02T10:00:00.000Z'
    valueOf(await apply(now, 0, [add(spanOn(TEXT, 'envoy')), { type: 'undo', at }]))
    const { history } = valueOf(now.workbench.current?.store.document(now.id, 'ann') ?? fail())
    expect(history.map((entry) => `${entry.how} ${entry.by} ${entry.at}`)).toEqual([
      `do ann ${NOW}`,
      `undo ann ${at}`,
    ])
  })

  it('undoes and redoes a group as one', async () => {
    const now = await bench()
    const edits = [spanOn(TEXT, 'envoy'), spanOn(TEXT, '34')].map(
      (span) => ({ type: 'add', span }) as const,
    )
    const group: Change = { type: 'do', at: NOW, edit: { type: 'group', edits } }
    valueOf(await apply(now, 0, [group, { type: 'undo', at: NOW }, { type: 'redo', at: NOW }]))
    expect(valueOf(await ProjectStore.open(now.folder)).sets(now.id)[0]?.spans).toHaveLength(2)
  })

  it('can be undone and redone after a restart, whatever was done', async () => {
    const now = await bench()
    const changeOf = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ at: fc.nat(70), length: fc.integer({ min: 1, max: 30 }) }),
      },
      { weight: 2, arbitrary: fc.constantFrom('undo', 'redo', 'remove', 'status', 'note', 'move') },
    )
    let revision = 0
    let serial = 0
    await fc.assert(
      fc.asyncProperty(fc.array(changeOf, { minLength: 1, maxLength: 12 }), async (wishes) => {
        for (const wish of wishes) {
          const present = valueOf(now.workbench.current?.store.document(now.id, 'ann') ?? fail())
          const [first] = present.set.spans
          const result = await apply(now, revision, [changeFor(wish, first, serial++)])
          if (result.ok) revision = result.value.revision
          else expect(result.error.code).toBe('refused')
        }
        const memory = now.workbench.current?.store.document(now.id, 'ann')
        const reopened = valueOf(await ProjectStore.open(now.folder))
        expect(reopened.problems).toEqual([])
        expect(reopened.document(now.id, 'ann')).toEqual(memory)
      }),
      { numRuns: 25 },
    )
    valueOf(await now.workbench.openProject(now.folder))
    for (;;) {
      const undone = await apply(now, revision, [{ type: 'undo', at: NOW }])
      if (!undone.ok) break
      revision = undone.value.revision
    }
    const empty = valueOf(now.workbench.current?.store.document(now.id, 'ann') ?? fail())
    expect(empty.set).toMatchObject({ spans: [], status: 'not-started' })
  }, 30_000)
})

function fail(): never {
  throw new Error('No project is open')
}

type Wish = 'undo' | 'redo' | 'remove' | 'status' | 'note' | 'move' | { at: number; length: number }

function changeFor(wish: Wish, first: Span | undefined, serial: number): Change {
  if (wish === 'undo' || wish === 'redo') return { type: wish, at: NOW }
  const doing = { type: 'do', at: NOW } as const
  if (typeof wish === 'object') {
    const id = `span-${serial}`
    return add({ ...spanOn(TEXT, 'envoy'), id, start: wish.at, end: wish.at + wish.length })
  }
  const id = first?.id ?? 'none'
  if (wish === 'remove') return { ...doing, edit: { type: 'remove', id } }
  if (wish === 'note')
    return { ...doing, edit: { type: 'note', id, note: `a\u2028note ${serial}` } }
  if (wish === 'status') return { ...doing, edit: { type: 'status', status: 'done' } }
  return { ...doing, edit: { type: 'move', id, start: serial % 60, end: (serial % 60) + 4 } }
}
