import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW } from '../../../tests/support/builders.ts'
import { FakeBridge } from '../../../tests/support/fake-bridge.ts'
import type { CallFailure } from '../../contract/failure.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import { newDocument, type Change } from '../../core/annotation/history.ts'
import { fail, ok } from '../../core/result.ts'
import { Client } from './client.ts'
import type { SaveState } from './delivery.ts'
import { SaveQueue } from './save-queue.ts'

const note = (text: string): Change => ({
  type: 'do',
  edit: { type: 'note', id: 'x', note: text },
  at: NOW,
})
const [a, b, c] = [note('a'), note('b'), note('c')] as const

/** A queue on a host that takes some time, and fails as often as there are failures to give. */
function setUp(...failures: CallFailure['code'][]) {
  const bridge = new FakeBridge({
    'annotations.apply': async ({ baseRevision, changes }) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      const code = failures.shift()
      if (code !== undefined) return fail({ code, message: `It is ${code}` })
      return ok({ revision: baseRevision + changes.length })
    },
  })
  const states: SaveState[] = []
  const document = { ...newDocument(emptySet('a1', 'ann')), revision: 7 }
  const client = new Client(bridge)
  const queue = new SaveQueue(client, '/news', document, (state) => states.push(state))
  let latest = document
  return {
    queue,
    document,
    /** Pushes a change, which is not applied: the queue only carries it. */
    push: (change: Change) => {
      latest = { ...latest, revision: latest.revision + 1 }
      queue.push(change, latest)
      return latest
    },
    /** The kinds of states, without those that repeat the one before. */
    kinds: () =>
      states.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]),
    last: () => states.at(-1),
    sent: () => bridge.argumentsOf('annotations.apply'),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('SaveQueue', () => {
  it('sends what was pushed at once together, and is saved only after the answer', async () => {
    const { queue, kinds, sent, push } = setUp()
    expect(queue.isIdle).toBe(true)
    push(a)
    push(b)
    await vi.advanceTimersByTimeAsync(9)
    expect(queue.isIdle).toBe(false)
    expect(kinds()).toEqual(['saving'])
    await vi.advanceTimersByTimeAsync(1)
    expect(queue.isIdle).toBe(true)
    expect(kinds()).toEqual(['saving', 'saved'])
    expect(sent()).toEqual([
      {
        project: '/news',
        article: 'a1',
        batch: expect.any(String),
        baseRevision: 7,
        changes: [a, b],
      },
    ])
  })

  it('keeps the order, and sends what was pushed meanwhile in the next batch', async () => {
    const { queue, kinds, sent, push } = setUp()
    push(a)
    await vi.advanceTimersByTimeAsync(5)
    push(b)
    push(c)
    await queueEnds(queue)
    expect(sent()).toMatchObject([
      { baseRevision: 7, changes: [a] },
      { baseRevision: 8, changes: [b, c] },
    ])
    expect(sent()[0]?.batch).not.toBe(sent()[1]?.batch)
    expect(kinds()).toEqual(['saving', 'saved'])
  })

  it('starts again after it was idle', async () => {
    const { queue, kinds, sent, push } = setUp()
    push(a)
    await queueEnds(queue)
    push(b)
    await queueEnds(queue)
    expect(sent().map(({ baseRevision }) => baseRevision)).toEqual([7, 8])
    expect(kinds()).toEqual(['saving', 'saved', 'saving', 'saved'])
  })

  it.each(['storage', 'internal', 'not-ready', 'read-only'] as const)(
    'tries the very same batch again after %s',
    async (code) => {
      const { queue, last, sent, push } = setUp(code, code)
      push(a)
      await vi.advanceTimersByTimeAsync(10)
      expect(last()).toEqual({ type: 'unsaved', reason: `It is ${code}`, final: false })
      push(b)
      await vi.advanceTimersByTimeAsync(500 + 10 + 1000 + 10)
      expect(sent()).toHaveLength(4)
      expect(sent()[1]).toEqual(sent()[0])
      expect(sent()[2]).toEqual(sent()[0])
      expect(sent()[3]).toMatchObject({ baseRevision: 8, changes: [b] })
      await queueEnds(queue)
      expect(last()).toEqual({ type: 'saved' })
    },
  )

  it('waits longer each time, but never long', async () => {
    const { sent, push } = setUp(...Array.from({ length: 12 }, () => 'storage' as const))
    push(a)
    const counts: number[] = []
    for (const delay of [0, 500, 1000, 2000, 4000, 8000, 8000]) {
      await vi.advanceTimersByTimeAsync(delay + 10)
      counts.push(sent().length)
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('tries at once when it is flushed', async () => {
    const { queue, last, sent, push } = setUp('storage')
    push(a)
    await vi.advanceTimersByTimeAsync(10)
    const flushed = queue.flush()
    await vi.advanceTimersByTimeAsync(10)
    await flushed
    expect(sent()).toHaveLength(2)
    expect(last()).toEqual({ type: 'saved' })
  })

  it.each(['conflict', 'refused', 'invalid-call', 'not-found'] as const)(
    'stops for good after %s',
    async (code) => {
      const { queue, last, sent, push } = setUp(code)
      push(a)
      await vi.advanceTimersByTimeAsync(10)
      push(b)
      await vi.advanceTimersByTimeAsync(60_000)
      await queue.flush()
      expect(sent()).toHaveLength(1)
      expect(last()).toEqual({ type: 'unsaved', reason: `It is ${code}`, final: true })
      expect(queue.isIdle).toBe(false)
    },
  )

  it('does not wait for a disk that goes on failing when it is flushed', async () => {
    const { queue, last, push } = setUp('storage', 'storage', 'storage')
    push(a)
    await vi.advanceTimersByTimeAsync(10)
    const flushed = queue.flush()
    await vi.advanceTimersByTimeAsync(10)
    await flushed
    expect(last()).toMatchObject({ type: 'unsaved' })
    push(b)
    expect(last()).toMatchObject({ type: 'unsaved' })
  })

  it('tries again what has failed for good when a person asks for it', async () => {
    const { queue, kinds, sent, push } = setUp('conflict')
    push(a)
    await vi.advanceTimersByTimeAsync(10)
    push(b)
    const tried = queue.retry()
    await vi.advanceTimersByTimeAsync(30)
    await tried
    expect(sent()).toHaveLength(3)
    expect(sent()[1]).toEqual(sent()[0])
    expect(sent()[2]).toMatchObject({ baseRevision: 8, changes: [b] })
    expect(kinds()).toEqual(['saving', 'unsaved', 'saving', 'saved'])
  })

  it('knows what is on disk', async () => {
    const { queue, document, push } = setUp('storage')
    const first = push(a)
    await vi.advanceTimersByTimeAsync(10)
    push(b)
    expect(queue.saved).toBe(document)
    await vi.advanceTimersByTimeAsync(500 + 10)
    expect(queue.saved).toBe(first)
    await queueEnds(queue)
    expect(queue.saved.revision).toBe(document.revision + 2)
  })

  it.each(['storage', 'conflict'] as const)(
    'sends nothing more once given up, after %s',
    async (code) => {
      const { queue, last, sent, push } = setUp(code, code)
      push(a)
      push(b)
      await vi.advanceTimersByTimeAsync(10)
      queue.abandon()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(sent()).toHaveLength(1)
      expect(queue.isIdle).toBe(true)
      expect(last()).toEqual({ type: 'saved' })
    },
  )

  it('has nothing to flush when nothing was pushed', async () => {
    const { queue, kinds } = setUp()
    await queue.flush()
    expect(kinds()).toEqual([])
  })
})

async function queueEnds(queue: SaveQueue): Promise<void> {
  const ended = queue.flush()
  await vi.advanceTimersByTimeAsync(1000)
  await ended
}
