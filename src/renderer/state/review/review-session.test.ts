import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { setBy, spanOf } from '../../../../tests/support/review.ts'
import type { CallReply } from '../../../contract/calls.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Verdict } from '../../../core/review/log/record.ts'
import { Client } from '../client.ts'
import { ReviewSession } from './review-session.ts'

const TEXT = 'Two men died on Friday in Idlib, said the envoy of Ankara.'

const OPENED: CallReply<'review.open'> = {
  article: 'a1',
  text: TEXT,
  meta: {
    title: 'A title',
    outlet: null,
    published: null,
    language: 'en',
    direction: null,
    source: null,
  },
  sets: [
    setBy('ada', spanOf('a1', 0, 7), spanOf('a2', 16, 22, 'date'), spanOf('a3', 26, 31, 'actor')),
    setBy('bo', spanOf('b1', 0, 3), spanOf('b2', 16, 22, 'date'), spanOf('b4', 38, 47, 'actor')),
  ],
  hidden: [],
  records: [],
}

let bridge: FakeBridge
let session: ReviewSession

beforeEach(() => {
  bridge = new FakeBridge({ 'review.record': () => Promise.resolve(ok(null)) })
  session = new ReviewSession({
    client: new Client(bridge),
    project: '/project',
    opened: OPENED,
    by: 'rev',
    onChange: () => undefined,
  })
})

const opened = (): readonly string[] => session.open.get().map(({ id }) => id)
const outcomes = (): readonly string[] =>
  session.state
    .get()
    .verdicts.flatMap(({ outcome }) => outcome.map(({ start, end }) => TEXT.slice(start, end)))

describe('deciding', () => {
  it('begins at the first place that is open, and goes on with each verdict', () => {
    expect(opened()).toEqual(['ada/a1', 'ada/a3', 'bo/b4'])
    expect(session.currentId.get()).toBe('ada/a1')
    expect(session.take(1)).toBe(true)
    expect(session.currentId.get()).toBe('ada/a3')
    expect(session.reject()).toBe(true)
    expect(session.currentId.get()).toBe('bo/b4')
    expect(session.take(5), 'there are two versions').toBe(false)
    session.take(session.choice.get())
    expect(opened()).toEqual([])
    expect(outcomes()).toEqual(['Two', 'the envoy'])
  })

  it('takes what is agreed, and again with an approval', () => {
    expect(session.takeAgreed()).toBe(1)
    expect(session.takeAgreed()).toBe(0)
    expect(session.undo('undo')).toBe(true)
    session.setStatus('approved')
    expect(outcomes()).toEqual(['Friday'])
    expect(session.progress.get()).toMatchObject({ status: 'approved', open: 3, agreed: 0 })
  })

  it('undoes and redoes a verdict, and looks at its place', () => {
    session.take(0)
    session.undo('undo')
    expect(session.currentId.get()).toBe('ada/a1')
    expect(opened()).toHaveLength(3)
    session.undo('redo')
    expect(opened()).toEqual(['ada/a3', 'bo/b4'])
    expect(session.undo('redo')).toBe(false)
  })

  it('decides with bounds and a label of the reviewer’s own, or adds a span', () => {
    session.beginDraft(null, 'claim')
    expect(session.draft.get()).toEqual({ start: 0, end: 7, label: 'claim', attributes: {} })
    session.draft.set({ start: 0, end: 12, label: 'actor', attributes: {} })
    expect(session.acceptDraft()).toBe(true)
    session.beginDraft({ start: 51, end: 57 }, 'actor')
    expect(session.acceptDraft()).toBe(true)
    expect(outcomes()).toEqual(['Two men died', 'Ankara'])
    const [own, added] = session.state.get().verdicts as readonly [Verdict, Verdict]
    expect(own.ground.map(({ span }) => span.id)).toEqual(['a1', 'b1'])
    expect(added.ground).toEqual([])
  })

  it('gives a version of the reviewer’s own values, and takes them along', () => {
    const count = { count: 2, hedged: true }
    const [ada, bo] = OPENED.sets
    session.opened.set({
      ...OPENED,
      sets: [{ ...ada!, spans: ada!.spans.map((span) => ({ ...span, attributes: count })) }, bo!],
    })
    session.beginDraft(null, 'claim')
    expect(session.draft.get()?.attributes).toEqual(count)
    session.giveValue('outcome', 'killed')
    session.giveValue('hedged', null)
    for (let more = 2; more < 32; more++) session.giveValue(`more ${more}`, true)
    expect(session.giveValue('one too many', true)).toBe(false)
    for (let more = 2; more < 32; more++) session.giveValue(`more ${more}`, null)
    session.draft.set({ ...session.draft.get()!, label: 'actor' })
    session.acceptDraft()
    const [first] = session.state.get().verdicts as readonly [Verdict]
    expect(first.outcome).toMatchObject([
      { label: 'actor', attributes: { count: 2, outcome: 'killed' } },
    ])

    // It goes on from there when the place is looked at again.
    session.look('ada/a1')
    session.beginDraft(null, 'claim')
    expect(session.draft.get()).toMatchObject({ label: 'actor', attributes: { outcome: 'killed' } })
    session.chosen.set(1)
    session.beginDraft(null, 'claim')
    expect(session.draft.get()).toMatchObject({ start: 0, end: 3, attributes: {} })
  })

  it('changes a span that the reviewer has added, and gives nothing of it to others', () => {
    session.beginDraft({ start: 51, end: 57 }, 'actor')
    expect(session.draft.get()?.attributes).toEqual({})
    session.giveValue('count', 1)
    session.acceptDraft()
    const added = session.state.get().verdicts[0]!
    session.look(added.id)
    session.beginDraft(null, 'claim')
    expect(session.draft.get()).toMatchObject({ start: 51, end: 57, attributes: { count: 1 } })
    session.giveValue('count', 2)
    session.acceptDraft()
    expect(session.state.get().verdicts).toMatchObject([
      { replaces: [added.id], ground: [], outcome: [{ start: 51, attributes: { count: 2 } }] },
    ])
    session.look(session.state.get().verdicts[0]!.id)
    session.beginDraft({ start: 26, end: 31 }, 'claim')
    expect(session.draft.get()?.attributes, 'it is another thing').toEqual({})
  })

  it('writes a reason and a guideline down with one verdict', () => {
    session.reason.set(' The article is left out. ')
    session.guideline.set('claim')
    session.take(0)
    session.take(0)
    expect(
      session.state.get().verdicts.map(({ reason, guideline }) => [reason, guideline]),
    ).toEqual([
      ['The article is left out.', 'claim'],
      [null, null],
    ])
  })

  it('asks again only for what has changed', () => {
    for (let index = 0; index < 3; index++) session.take(0)
    const [ada, bo] = OPENED.sets
    if (ada === undefined || bo === undefined) throw new Error('There are two sets')
    const moved = { ...bo, spans: [spanOf('b1', 0, 12), ...bo.spans.slice(1)] }
    const said = session.records.get()
    session.refresh({ ...OPENED, sets: [ada, moved], records: said }, said)
    expect(session.open.get().map(({ id, state }) => `${id} ${state}`)).toEqual(['bo/b1 changed'])
  })
})

function sent(): readonly string[] {
  return bridge
    .argumentsOf('review.record')
    .flatMap(({ records }) => records.map(({ kind }) => kind))
}

describe('saving', () => {
  it('sends what was said, in order', async () => {
    session.take(0)
    session.comment('Is it so?', null)
    session.setStatus('changes-asked')
    await session.flush()
    expect(sent()).toEqual(['verdict', 'comment', 'status'])
    expect(session.save.get()).toEqual({ type: 'saved' })
  })

  it('tries again what the disk did not take, and loses nothing', async () => {
    vi.useFakeTimers()
    let isFull = true
    const full = fail({ code: 'storage' as const, message: 'The disk is full' })
    bridge.answers['review.record'] = () => Promise.resolve(isFull ? full : ok(null))
    session.take(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(session.save.get()).toMatchObject({ type: 'unsaved', reason: 'The disk is full' })
    expect(session.isSaved).toBe(false)
    isFull = false
    session.take(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(session.save.get()).toEqual({ type: 'saved' })
    const ids = new Set(
      bridge.argumentsOf('review.record').flatMap(({ records }) => records.map(({ id }) => id)),
    )
    expect(ids.size).toBe(2)
    vi.useRealTimers()
  })

  it('shows what is on disk, and what is not there yet', async () => {
    session.take(0)
    await session.flush()
    const before = session.records.get()
    session.take(0)
    session.refresh(OPENED, before)
    // The first has been taken out of the files, as by a backup; the second is on its way.
    expect(session.records.get()).toHaveLength(1)
    expect(outcomes()).toEqual(['Idlib'])
    await session.flush()
    expect(sent()).toEqual(['verdict', 'verdict'])
  })

  it('sends nothing more once it was given up', async () => {
    const full = fail({ code: 'storage' as const, message: 'The disk is full' })
    bridge.answers['review.record'] = () => Promise.resolve(full)
    session.take(0)
    await session.flush()
    session.abandon()
    const before = sent().length
    session.take(0)
    await session.flush()
    expect(sent()).toHaveLength(before)
  })
})
