import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { call, makeTestProject, type TestProject } from '../../../tests/support/test-workbench.ts'
import { emptySet, type Status } from '../../core/annotation/annotation-set.ts'
import { newDocument } from '../../core/annotation/history.ts'
import type { Span } from '../../core/annotation/span.ts'
import { ok } from '../../core/result.ts'
import type { ReviewRecord } from '../../core/review/log/record.ts'
import type { ProjectStore } from '../store/project-store.ts'

const TEXT = 'The envoy said so. At least 34 soldiers died.'
const mine = spanOn(TEXT, 'envoy', { id: 'mine' })
const theirs = spanOn(TEXT, 'The envoy', { id: 'theirs' })

let project: TestProject

/** Ann and Ben have marked the same article, and Rev has taken Ben's version and asks for changes. */
beforeEach(async () => {
  project = await makeTestProject(TEXT)
  await marks('ann', 'in-progress', mine)
  await marks('ben', 'done', theirs)
  const step = { by: 'rev', at: NOW, step: 's1' }
  const ground = [
    { annotator: 'ann', span: mine },
    { annotator: 'ben', span: theirs },
  ]
  const records: readonly ReviewRecord[] = [
    {
      kind: 'verdict',
      id: 'v1',
      ...step,
      took: 'ben',
      replaces: [],
      reason: 'The article belongs to it.',
      guideline: 'actor',
      ground,
      outcome: [theirs],
    },
    { kind: 'status', id: 's1', ...step, status: 'changes-asked', open: 0 },
  ]
  valueOf(await store().reviews.add(project.id, 'rev', records))
})

function store(): ProjectStore {
  const current = project.workbench.current
  if (current === null) throw new Error('No project is open')
  return current.store
}

async function marks(annotator: string, status: Status, span: Span): Promise<void> {
  const set = { ...emptySet(project.id, annotator), status, spans: [span] }
  valueOf(await store().updateDocument(project.id, annotator, () => ok(newDocument(set))))
}

describe('review.feedback', () => {
  it('tells the verdict on the own mark, and nothing of Ben’s but the outcome', async () => {
    const { workbench, host, id } = project
    const told = valueOf(await call(workbench, host, 'review.feedback', { article: id }))
    expect(told).toMatchObject({
      article: id,
      status: 'changes-asked',
      records: [{ id: 'v1', took: null, ground: [{ annotator: 'ann' }], outcome: [theirs] }],
    })
    expect(JSON.stringify(told)).not.toContain('"ben"')
  })

  it('says why an article cannot be read', async () => {
    const { workbench, host } = project
    const told = await call(workbench, host, 'review.feedback', { article: 'none' })
    expect(told).toMatchObject({ ok: false })
  })
})

describe('review.asked', () => {
  it('lists articles whose changes are asked for, until that is over', async () => {
    const { workbench, host, id } = project
    const asked = async (): Promise<readonly string[]> =>
      valueOf(await call(workbench, host, 'review.asked', {}))
    expect(await asked()).toEqual([id])
    const approved: ReviewRecord = {
      kind: 'status',
      id: 's2',
      by: 'rev',
      at: '2026-03-02T10:00:00.000Z',
      step: 's2',
      status: 'approved',
      open: 0,
    }
    valueOf(await store().reviews.add(id, 'rev', [approved]))
    expect(await asked()).toEqual([])
  })

  it('leaves articles out that the annotator has not begun', async () => {
    await marks('ann', 'not-started', mine)
    const { workbench, host } = project
    expect(valueOf(await call(workbench, host, 'review.asked', {}))).toEqual([])
  })
})

describe('review.comments', () => {
  const onTheirs: ReviewRecord = {
    kind: 'comment',
    id: 't1',
    by: 'rev',
    at: NOW,
    step: 't1',
    text: 'With the article?',
    thread: null,
    mark: { annotator: 'ben', span: theirs },
  }

  it('hides the marks of others from somebody who has not finished', async () => {
    const { workbench, host, id } = project
    valueOf(await store().reviews.add(id, 'rev', [onTheirs]))
    const blind = valueOf(await call(workbench, host, 'review.comments', {}))
    expect(blind).toMatchObject([
      {
        article: id,
        records: [{ id: 't1', mark: { annotator: 'ann', span: mine } }],
        quotes: [{ thread: 't1', quote: 'envoy' }],
      },
    ])
    await marks('ann', 'done', mine)
    const seen = valueOf(await call(workbench, host, 'review.comments', {}))
    expect(seen).toMatchObject([
      { records: [onTheirs], quotes: [{ thread: 't1', quote: 'The envoy' }] },
    ])
  })

  it('does not tell of them in the review either', async () => {
    const { workbench, host, id } = project
    valueOf(await store().reviews.add(id, 'rev', [onTheirs]))
    const blind = valueOf(await call(workbench, host, 'review.open', { article: id }))
    expect(blind.hidden).toEqual(['ben'])
    expect(JSON.stringify(blind.records)).not.toContain('"ben"')
  })
})
