import { expect, it } from 'vitest'
import { FakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { setBy, spanOf } from '../../../../tests/support/review.ts'
import type { CallReply } from '../../../contract/calls.ts'
import { fail, ok } from '../../../core/result.ts'
import { Client } from '../client.ts'
import { Review } from './review.ts'

const OPENED: CallReply<'review.open'> = {
  article: 'a1',
  text: 'Two men died on Friday.',
  meta: {
    title: 'A title',
    outlet: null,
    published: null,
    language: 'en',
    direction: null,
    source: null,
  },
  sets: [setBy('ada', spanOf('a1', 0, 7)), setBy('bo', spanOf('b1', 0, 3))],
  hidden: [],
  records: [],
}

it('shows what is on disk once what is not saved was given up, and saves what comes then', async () => {
  let isFull = true
  const full = fail({ code: 'storage' as const, message: 'The disk is full' })
  const bridge = new FakeBridge({
    'review.queue': () => ok([]),
    'review.open': () => ok(OPENED),
    'review.record': () => (isFull ? full : ok(null)),
  })
  const client = new Client(bridge)
  const review = new Review({
    client: () => client,
    ask: (name, args) => client.call(name, args),
    project: () => '/project',
    annotator: () => 'rev',
  })
  await review.open('a1')
  review.session.get()?.take(0)
  await review.flush()
  expect(review.save.get().type).toBe('unsaved')
  const { text, meta } = OPENED
  expect(review.unsaved.get()).toMatchObject([
    { article: 'a1', title: 'A title', ground: { text, meta }, records: [{ kind: 'verdict' }] },
  ])
  review.session.get()?.comment('Said while the disk was full already', null)
  expect(review.unsaved.get()).toMatchObject([
    { records: [{ kind: 'verdict' }, { kind: 'comment' }] },
  ])

  review.abandon()
  await review.reload()
  expect(review.save.get().type).toBe('saved')
  expect(review.session.get()?.open.get(), 'nothing of it is shown as decided').toHaveLength(1)

  isFull = false
  review.session.get()?.take(0)
  await review.flush()
  expect(review.save.get().type).toBe('saved')
  expect(bridge.argumentsOf('review.record').at(-1)?.records).toHaveLength(1)
})

it('does not let the queue say what it was before a decision that was taken meanwhile', async () => {
  const { article, meta } = OPENED
  const entry: CallReply<'review.queue'>[number] = {
    article,
    title: meta.title,
    outlet: null,
    published: null,
    annotators: ['ada', 'bo'].map((id) => ({ id, status: 'done', spans: 1 })),
    status: 'to-review',
    items: 1,
    open: 1,
    agreed: 0,
    changed: 0,
    f1: 0,
    threads: 0,
    withoutLabel: 0,
  }
  const meanwhile: (() => void)[] = []
  const bridge: FakeBridge = new FakeBridge({
    'review.queue': () => {
      // It was read by then, and is under way.
      for (const decide of meanwhile.splice(0)) decide()
      return ok([entry])
    },
    'review.open': () => {
      const said = bridge.argumentsOf('review.record').flatMap(({ records }) => records)
      return ok({ ...OPENED, records: said })
    },
    'review.record': () => ok(null),
  })
  const client = new Client(bridge)
  const review = new Review({
    client: () => client,
    ask: (name, args) => client.call(name, args),
    project: () => '/project',
    annotator: () => 'rev',
  })
  await review.refresh()
  expect(review.entries.get()).toMatchObject([{ status: 'to-review', open: 1 }])
  meanwhile.push(() => {
    review.session.get()?.take(0)
  })
  await review.refresh()
  expect(review.entries.get()).toMatchObject([{ status: 'in-review', open: 0 }])
})
