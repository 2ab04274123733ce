import { describe, expect, it, vi } from 'vitest'
import { NOW, spanOn } from '../../../../tests/support/builders.ts'
import { openWorkspace } from '../../../../tests/support/open-workspace.ts'
import { instant } from '../../../../tests/support/review-records.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { beginThread, resolve, type Saying } from '../../../core/review/say.ts'
import { goToComment } from './go-to-comment.ts'

const TEXT = 'The envoy spoke on Monday.'
const envoy = spanOn(TEXT, 'envoy', { id: 'envoy' })
const says = (by: string, id: string, at: number): Saying => ({
  by,
  at: instant(at),
  step: id,
  newId: () => id,
})
const MINE = beginThread('Mine?', { annotator: 'ann', span: envoy }, says('rev', 't1', 1))
const THEIRS = beginThread('Theirs?', { annotator: 'ben', span: envoy }, says('rev', 't2', 2))
const DONE = beginThread('Done.', null, says('ann', 't3', 3))

async function setUp() {
  const opened = await openWorkspace(TEXT, { spans: [envoy] })
  const { workspace, bridge, session } = opened
  const records: readonly ReviewRecord[] = [THEIRS, DONE, resolve('t3', true, says('ann', 'r', 4))]
  bridge.answers['review.comments'] = () =>
    ok([
      {
        article: session.id,
        title: 'A title',
        records: [MINE],
        quotes: [{ thread: 't1', quote: 'envoy' }],
      },
      { article: 'b2', title: 'B', records: [...records], quotes: [] },
    ] as never)
  bridge.answers['review.record'] = () => ok(null)
  await workspace.comments.load()
  return { ...opened, comments: workspace.comments }
}

describe('Comments', () => {
  it('lists the threads that pass the filter, by article', async () => {
    const { comments } = await setUp()
    expect(comments.counts.get()).toEqual({ open: 2, mine: 2, resolved: 1, all: 3 })
    const shown = (filter: Parameters<typeof comments.filter.set>[0]): readonly string[] => {
      comments.filter.set(filter)
      return comments.shown
        .get()
        .flatMap(({ title, threads }) => threads.map(({ comment }) => `${title} ${comment.id}`))
    }
    expect(shown('open')).toEqual(['A title t1', 'B t2'])
    expect(shown('mine')).toEqual(['A title t1', 'B t3'])
    expect(shown('resolved')).toEqual(['B t3'])
    expect(comments.all.get()[0]?.quotes.get('t1')).toBe('envoy')
  })

  it('answers and resolves where the thread is, and saves it', async () => {
    const { comments, workspace, bridge } = await setUp()
    const [thread] = comments.all.get()[1]!.threads
    comments.answer('b2', thread!, ' Yes. ')
    comments.resolve('b2', thread!, true)
    comments.answer('b2', thread!, '  ')
    expect(comments.all.get()[1]?.threads[0]).toMatchObject({
      answers: [{ text: 'Yes.', by: 'ann', thread: 't2' }],
      isResolved: true,
    })
    await workspace.flush()
    const saved = bridge.argumentsOf('review.record')
    expect(new Set(saved.map(({ article }) => article))).toEqual(new Set(['b2']))
    expect(saved.flatMap(({ records }) => records.map(({ kind }) => kind))).toEqual([
      'comment',
      'resolution',
    ])
    const [answer] = saved.flatMap(({ records }) => records)
    expect(answer!.at > THEIRS.at).toBe(true)
  })

  it('says why they cannot be read, and forgets that', async () => {
    const { comments, bridge } = await setUp()
    bridge.answers['review.comments'] = () => fail({ code: 'refused', message: 'No' })
    await comments.load()
    expect(comments.problem.get()).toBe('No')
    comments.clear()
    expect(comments.problem.get()).toBeNull()
    expect(comments.isLoading.get()).toBe(true)
  })
})

describe('goToComment', () => {
  it('selects the own mark in the text, or its place where it has gone', async () => {
    const { workspace, session } = await setUp()
    await goToComment(workspace, session.id, MINE)
    expect(session.selectedId.get()).toBe('envoy')
    session.edit([{ type: 'remove', id: 'envoy' }])
    session.select(null)
    await goToComment(workspace, session.id, MINE)
    expect(session.selection.get()).toEqual({ start: envoy.start, end: envoy.end })
  })

  it('opens the review at a mark of somebody else', async () => {
    const { workspace, session, bridge } = await setUp()
    const set = (annotator: string) => ({
      article: session.id,
      annotator,
      status: 'done' as const,
      spans: [{ ...envoy, end: envoy.end + (annotator === 'ben' ? 6 : 0) }],
    })
    bridge.answers['review.queue'] = () => ok([])
    bridge.answers['review.open'] = ({ article }) =>
      ok({
        article,
        text: TEXT,
        meta: session.meta.get(),
        sets: [set('ann'), set('ben')],
        hidden: [],
        records: [{ ...THEIRS, at: NOW }],
      } as never)
    await goToComment(workspace, session.id, THEIRS)
    expect(workspace.view.get()).toBe('review')
    await vi.waitFor(() =>
      expect(workspace.review.session.get()?.current.get()?.marks).toHaveLength(2),
    )
  })
})
