import { beforeEach, expect, test } from 'vitest'
import { FakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { agreementReport } from '../../../../tests/support/agreement-report.ts'
import { fail, ok } from '../../../core/result.ts'
import { Client } from '../client.ts'
import { Figures, type FigureItem } from './figures.ts'

function place(start: number): FigureItem {
  return {
    article: 'a1',
    title: 'A',
    kind: 'bounds',
    start,
    end: start + 4,
    marks: [],
    missing: [],
  }
}

/** A promise that is resolved from outside. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve: () => resolve() }
}

let bridge: FakeBridge
let figures: Figures

beforeEach(() => {
  bridge = new FakeBridge({
    'agreement.measure': () => ok(agreementReport()),
    'agreement.cancel': () => ok(null),
    'agreement.items': ({ from }) =>
      ok(
        from.place === 0
          ? { items: [place(0), place(10)], next: { article: 0, place: 2 } }
          : { items: [place(20)], next: null },
      ),
  })
  figures = new Figures(() => new Client(bridge))
})

test('what is chosen is measured, once until something changes', async () => {
  await figures.show()
  await figures.show()
  expect(bridge.argumentsOf('agreement.measure')).toEqual([
    { annotators: null, labels: null, articles: null },
  ])
  expect(figures.report.get()?.agreement.articles).toBe(5)
  figures.isStale.set(true)
  await figures.show()
  await figures.choose({ labels: ['date'], filter: { outlet: 'Wire' } })
  expect(figures.isStale.get()).toBe(false)
  expect(bridge.argumentsOf('agreement.measure').at(-1)).toMatchObject({
    labels: ['date'],
    articles: { outlet: 'Wire', text: '' },
  })
})

test('a late answer to what was asked before is passed over', async () => {
  const { promise: waiting, resolve: answer } = withResolvers()
  let calls = 0
  bridge.answers['agreement.measure'] = async () => {
    if (++calls > 1) return ok({ ...agreementReport(), hidden: 2 })
    await waiting
    return fail({ code: 'refused', message: 'Measuring was cancelled' })
  }
  const first = figures.refresh()
  await figures.refresh()
  answer()
  await first
  expect(figures.report.get()?.hidden).toBe(2)
  expect(figures.problem.get()).toBeNull()
  expect(figures.isMeasuring.get()).toBe(false)
})

test('a failure is told, and the next time is measured anew', async () => {
  const measured = bridge.answers['agreement.measure']
  bridge.answers['agreement.measure'] = () => fail({ code: 'storage', message: 'It is gone' })
  await figures.show()
  expect(figures.problem.get()).toBe('It is gone.')
  if (measured) bridge.answers['agreement.measure'] = measured
  await figures.show()
  expect(figures.problem.get()).toBeNull()
  await figures.cancel()
  expect(bridge.argumentsOf('agreement.cancel')).toHaveLength(1)
})

test('a figure opens the list of its places, page after page', async () => {
  figures.annotators.set(['ada', 'bo', 'cy'])
  const question = { label: 'date' }
  await figures.open({ type: 'places', title: 'date', question, annotators: ['ada', 'bo'] })
  expect(figures.list.get()).toMatchObject({ title: 'date', hasMore: true, isLoading: false })
  await figures.more()
  await figures.more()
  expect(figures.list.get()?.places.map(({ start }) => start)).toEqual([0, 10, 20])
  expect(figures.list.get()?.hasMore).toBe(false)
  expect(bridge.argumentsOf('agreement.items')).toMatchObject([
    { selection: { annotators: ['ada', 'bo'] }, question, from: { article: 0, place: 0 } },
    { from: { article: 0, place: 2 } },
  ])
  const articles = [{ article: 'a1', title: 'A', detail: '2 open places' }]
  await figures.open({ type: 'articles', title: 'Approved', articles })
  expect(figures.list.get()).toMatchObject({ articles, places: [], hasMore: false })
  figures.close()
  expect(figures.list.get()).toBeNull()
})

test('a list that cannot be read on says why, and keeps what it has', async () => {
  await figures.open({ type: 'places', title: 'all', question: {} })
  bridge.answers['agreement.items'] = () => fail({ code: 'storage', message: 'It is gone' })
  await figures.more()
  expect(figures.list.get()).toMatchObject({ problem: 'It is gone.', hasMore: true })
  expect(figures.list.get()?.places).toHaveLength(2)
})
