import { describe, expect, it, vi } from 'vitest'
import { articleWith, NOW, spanOn } from '../../../../tests/support/builders.ts'
import { openWorkspace } from '../../../../tests/support/open-workspace.ts'
import { verdictOn } from '../../../../tests/support/review-records.ts'
import { emptySet } from '../../../core/annotation/annotation-set.ts'
import type { Span } from '../../../core/annotation/span.ts'
import { feedbackFor } from '../../../core/review/feedback.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { fail, ok } from '../../../core/result.ts'
import { feedbackWords } from './feedback-words.ts'
import { takeOverFeedback } from './take-over-feedback.ts'

const TEXT = 'The envoy spoke on Monday. At least 34 soldiers died.'
const envoy = spanOn(TEXT, 'envoy', { id: 'envoy', note: 'who?' })
const monday = spanOn(TEXT, 'on Monday', { id: 'monday', label: 'date' })

const BOUNDS = verdictOn([], {
  id: 'v1',
  ground: [{ annotator: 'ann', span: envoy }],
  outcome: [spanOn(TEXT, 'The envoy', { id: 'theirs' })],
  reason: 'The article belongs to it.',
})
const REMOVED = verdictOn([], {
  id: 'v2',
  ground: [{ annotator: 'ann', span: monday }],
  outcome: [],
})
const ADDED = verdictOn([], {
  id: 'v3',
  ground: [],
  outcome: [spanOn(TEXT, '34 soldiers', { id: 'toll', label: 'casualty figure' })],
})
const THREAD: ReviewRecord = {
  kind: 'comment',
  id: 't1',
  by: 'rev',
  at: NOW,
  step: 't1',
  text: 'With the article?',
  thread: null,
  mark: { annotator: 'ann', span: envoy },
}
const ON_ARTICLE: ReviewRecord = { ...THREAD, id: 't2', text: 'Good work.', mark: null }

async function setUp(
  records: readonly ReviewRecord[] = [BOUNDS, REMOVED, ADDED],
  spans: readonly Span[] = [envoy, monday],
) {
  const opened = await openWorkspace(TEXT, { spans })
  const { workspace, bridge } = opened
  bridge.answers['review.feedback'] = ({ article }) =>
    ok({ article, status: 'changes-asked', records: [...records] } as never)
  bridge.answers['review.record'] = () => ok(null)
  await workspace.feedback.load()
  return { ...opened, feedback: workspace.feedback }
}

describe('ArticleFeedback', () => {
  it('tells the items in the order of the text, with what was said about each', async () => {
    const { feedback } = await setUp([REMOVED, ADDED, BOUNDS, THREAD, ON_ARTICLE])
    expect(feedback.items.get().map(feedbackWords)).toEqual([
      'Bounds changed',
      'Not taken',
      'Added as casualty figure',
    ])
    expect(feedback.items.get()[0]?.threads).toMatchObject([{ comment: THREAD }])
    expect(feedback.otherThreads.get()).toMatchObject([{ comment: ON_ARTICLE }])
    expect(feedback.status.get()).toBe('changes-asked')
  })

  it('tells values name by name, and takes them over into the own span', async () => {
    const mine = { ...envoy, attributes: { count: 34, hedged: true } }
    const outcome = [{ ...envoy, id: 'theirs', attributes: { count: 35, outcome: 'killed' } }]
    const ground = [{ annotator: 'ann', span: mine }]
    const { feedback, workspace, session } = await setUp(
      [verdictOn([], { id: 'v1', ground, outcome })],
      [mine],
    )
    const [item] = feedback.items.get()
    expect(feedbackWords(item!)).toBe(
      'count: 34 → 35, hedged: yes → not given, outcome: not given → killed',
    )
    takeOverFeedback(workspace, item!)
    expect(session.spans.get()).toEqual([{ ...mine, attributes: { count: 35, outcome: 'killed' } }])
    expect(feedback.open.get()).toEqual([])
    session.undo()
    expect(session.spans.get()).toEqual([mine])
  })

  it('tells values beside other bounds or another label', () => {
    const verdict = verdictOn([], {
      id: 'v1',
      ground: [{ annotator: 'ann', span: envoy }],
      outcome: [spanOn(TEXT, 'The envoy', { label: 'date', attributes: { count: 1 } })],
    })
    const [told] = feedbackFor({ ...emptySet('a1', 'ann'), spans: [envoy] }, [verdict])
    expect(feedbackWords(told!)).toBe('Label changed to date, count: not given → 1')
  })

  it('is about the open article alone', async () => {
    const { feedback, workspace, bridge } = await setUp()
    expect(feedback.isThere.get()).toBe(true)
    const other = articleWith('Another.')
    bridge.answers['review.feedback'] = ({ article }) =>
      ok({ article, status: 'to-review', records: [] })
    const { 'articles.open': open } = bridge.answers
    bridge.answers['articles.open'] = async (args) => {
      const opened = await open!(args)
      return opened.ok ? ok({ ...opened.value, id: other.id, text: other.text }) : opened
    }
    await workspace.openArticle(other.id)
    await vi.waitFor(() => expect(feedback.isThere.get()).toBe(false))
  })

  it('says why it cannot be read', async () => {
    const { feedback, bridge } = await setUp()
    bridge.answers['review.feedback'] = () => fail({ code: 'refused', message: 'It is broken' })
    await feedback.load()
    expect(feedback.problem.get()).toBe('It is broken')
  })

  it('goes from one open item to the next, and selects its span or its place', async () => {
    const { feedback, session } = await setUp()
    expect(feedback.next()).toBe(true)
    expect(session.selectedId.get()).toBe('envoy')
    feedback.next()
    expect(session.selectedId.get()).toBe('monday')
    feedback.next()
    expect(session.selectedId.get()).toBeNull()
    expect(session.quote(session.selection.get()!)).toBe('34 soldiers')
    feedback.next()
    expect(session.selectedId.get()).toBe('envoy')
  })

  it('takes verdicts over, each by one edit that can be undone', async () => {
    const { feedback, workspace, session } = await setUp()
    const before = session.spans.get()
    for (const item of feedback.items.get()) takeOverFeedback(workspace, item)
    expect(feedback.open.get()).toEqual([])
    expect(feedback.next()).toBe(false)
    expect(session.spans.get().map((span) => [session.quote(span), span.note])).toEqual([
      ['The envoy', 'who?'],
      ['34 soldiers', null],
    ])
    expect(session.spans.get()[1]?.created).toMatchObject({ by: 'ann', via: 'review' })
    for (let step = 0; step < 3; step++) session.undo()
    expect(session.spans.get()).toEqual(before)
    expect(feedback.open.get()).toHaveLength(3)
  })

  it('answers in the thread about a span, or begins one about it, and saves it', async () => {
    const { feedback, workspace, bridge } = await setUp([BOUNDS, REMOVED, THREAD])
    const [bounds, removed] = feedback.items.get()
    feedback.answer(bounds!, '  I see. ')
    feedback.answer(removed!, 'It is a date.')
    feedback.answer(removed!, '   ')
    feedback.resolve(feedback.items.get()[0]!.threads[0]!, true)
    expect(feedback.items.get().map(({ threads }) => threads)).toMatchObject([
      [{ answers: [{ text: 'I see.' }], isResolved: true }],
      [{ comment: { text: 'It is a date.', mark: { annotator: 'ann', span: monday } } }],
    ])
    await workspace.flush()
    const saved = bridge.argumentsOf('review.record').flatMap(({ records }) => records)
    expect(saved.map(({ kind, by }) => [kind, by])).toEqual([
      ['comment', 'ann'],
      ['comment', 'ann'],
      ['resolution', 'ann'],
    ])
    expect(workspace.save.get().type).toBe('saved')
    await feedback.load()
    expect(feedback.items.get()[0]?.threads[0]?.answers).toHaveLength(1)
  })

  it('tells that an answer is not saved, and why', async () => {
    const { feedback, workspace, bridge } = await setUp()
    bridge.answers['review.record'] = () => fail({ code: 'refused', message: 'No' })
    feedback.answer(feedback.items.get()[0]!, 'Why?')
    await workspace.flush()
    expect(workspace.save.get()).toMatchObject({ type: 'unsaved', reason: 'No' })
    expect(workspace.unsaved.losses.get()).toMatchObject([{ comments: 1, marks: 0 }])
    bridge.answers['export.unsavedReviews'] = () => ok({ type: 'saved', path: '/p', lines: 3 })
    expect(await workspace.unsaved.export()).toBe(
      'Exported 1 review with words that are not saved to /p',
    )
    const [{ reviews } = { reviews: [] }] = bridge.argumentsOf('export.unsavedReviews')
    expect(reviews).toMatchObject([{ ground: { text: TEXT }, records: [{ text: 'Why?' }] }])
    bridge.answers['review.record'] = () => ok(null)
    await workspace.unsaved.retry()
    expect(workspace.save.get().type).toBe('saved')
    expect(workspace.unsaved.losses.get()).toEqual([])
  })
})
