import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeFindWorker, HOSTILE } from '../../../tests/support/fake-find-worker.ts'
import { RegexSearch, TIME_LIMIT, type ExpressionRequest, type Found } from './regex-search.ts'

const TEXT = 'aab ab'

let workers: FakeFindWorker[]
let answers: Found[]
let search: RegexSearch

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  answers = []
  search = new RegexSearch((listener) => {
    const worker = new FakeFindWorker(listener)
    workers.push(worker)
    return worker
  })
})

afterEach(() => {
  vi.useRealTimers()
})

function seek(source: string, more: Partial<ExpressionRequest> = {}): void {
  const request = { text: TEXT, source, matchCase: false, wholeWord: false, ...more }
  search.search(request, (found) => answers.push(found))
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(10)
}

describe('searching by an expression', () => {
  it('gives its hits, and sends the text once', async () => {
    seek('a+')
    await settle()
    seek('B')
    await settle()
    expect(answers).toEqual([
      {
        hits: [
          { start: 0, end: 2 },
          { start: 4, end: 5 },
        ],
        hasMore: false,
        problem: null,
      },
      {
        hits: [
          { start: 2, end: 3 },
          { start: 5, end: 6 },
        ],
        hasMore: false,
        problem: null,
      },
    ])
    expect(workers.map(({ tasks }) => tasks.map(({ type }) => type))).toEqual([
      ['text', 'search', 'search'],
    ])
  })

  it('takes another text to another worker', async () => {
    seek('a')
    await settle()
    seek('c', { text: 'c' })
    await settle()
    expect(answers.at(-1)?.hits).toEqual([{ start: 0, end: 1 }])
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
  })

  it('says at once what is wrong with the expression, and starts nothing for it', () => {
    seek('(a')
    expect(answers).toEqual([
      { hits: [], hasMore: false, problem: 'Not a regular expression: Unterminated group' },
    ])
    expect(workers).toEqual([])
  })

  it('ends an expression that takes too long, and searches again after it', async () => {
    seek(HOSTILE)
    await vi.advanceTimersByTimeAsync(TIME_LIMIT + 10)
    expect(answers.map(({ problem }) => problem)).toEqual([
      'This expression takes too long; make it simpler',
    ])
    expect(workers[0]?.isEnded).toBe(true)
    seek('b')
    await settle()
    expect(answers.at(-1)?.hits).toHaveLength(2)
  })

  it('answers only the search asked for last, without waiting for one that goes on', async () => {
    seek('a')
    seek('b')
    await settle()
    expect(answers.map(({ hits }) => hits[0]?.start)).toEqual([2])
    expect(workers).toHaveLength(1)
    seek(HOSTILE)
    await settle()
    seek('b')
    await settle()
    expect(answers).toHaveLength(2)
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(2 * TIME_LIMIT)
    expect(answers).toHaveLength(2)
  })

  it('answers nothing after it was stopped', async () => {
    seek('a')
    search.stop()
    await vi.advanceTimersByTimeAsync(2 * TIME_LIMIT)
    expect(answers).toEqual([])
    expect(workers[0]?.isEnded).toBe(true)
  })

  it('says so where no worker can be started', async () => {
    seek('a')
    workers[0]?.fail()
    await settle()
    expect(answers.map(({ problem }) => problem)).toEqual([
      'Expressions cannot be searched for here',
    ])
  })
})
