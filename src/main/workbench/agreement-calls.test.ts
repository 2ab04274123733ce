import { beforeEach, describe, expect, test } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { EVERY_PLACE, type FigureQuestion } from '../../contract/agreement-models.ts'
import { ANY_ARTICLE } from '../../contract/article-filter.ts'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import { ok } from '../../core/result.ts'
import type { Workbench } from './workbench.ts'

type Selection = CallArguments<'agreement.measure'>

type Place = CallReply<'agreement.items'>['items'][number]

const EVERYTHING: Selection = { annotators: null, labels: null, articles: null }

let workbench: Workbench
let host: TestHost

beforeEach(async () => {
  workbench = await startWorkbench(await temporaryFolder())
  host = new TestHost()
  workbench.windows.add(host)
  valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
  valueOf(await call(workbench, host, 'project.sample', {}))
})

async function measure(
  selection: Partial<Selection> = {},
): Promise<CallReply<'agreement.measure'>> {
  return valueOf(await call(workbench, host, 'agreement.measure', { ...EVERYTHING, ...selection }))
}

/** All places of a figure, page after page. */
async function places(
  question: Partial<FigureQuestion>,
  selection: Partial<Selection> = {},
): Promise<readonly Place[]> {
  const found: Place[] = []
  let from: CallReply<'agreement.items'>['next'] = { article: 0, place: 0 }
  while (from !== null) {
    const reply: CallReply<'agreement.items'> = valueOf(
      await call(workbench, host, 'agreement.items', {
        selection: { ...EVERYTHING, ...selection },
        question: { ...EVERY_PLACE, ...question },
        from,
      }),
    )
    expect(reply.items.length).toBeLessThanOrEqual(50)
    found.push(...reply.items)
    from = reply.next
  }
  return found
}

describe('agreement.measure', () => {
  test('gives the figures with progress, of what is chosen', async () => {
    const { agreement, hidden } = await measure()
    expect(hidden).toBe(0)
    expect(agreement.annotators).toEqual(['miriam-keller', 'tarik-aydin'])
    expect(host.events).toContainEqual({ type: 'progress', done: 5, total: 5 })
    const some = await measure({
      labels: ['date'],
      articles: { ...ANY_ARTICLE, outlet: 'Harbour Wire' },
    })
    expect(some.agreement.articles).toBe(1)
    expect(Object.keys(some.agreement.labels)).toEqual(['date'])
    const alone = await measure({ annotators: ['miriam-keller'] })
    expect(alone.agreement.overall.exact_f1).toHaveProperty('undefined')
  })

  test('refuses what the project does not have', async () => {
    const asked = { ...EVERYTHING, annotators: ['nobody'] }
    const refused = errorOf(await call(workbench, host, 'agreement.measure', asked))
    expect(refused.code).toBe('not-found')
  })

  test('ends what the window measured before, and when it is cancelled', async () => {
    const first = call(workbench, host, 'agreement.measure', EVERYTHING)
    const second = call(workbench, host, 'agreement.measure', EVERYTHING)
    const other = call(workbench, new TestHost(), 'agreement.measure', EVERYTHING)
    expect(errorOf(await first).message).toBe('Measuring was cancelled')
    expect((await second).ok).toBe(true)
    expect((await other).ok).toBe(true)
    const third = call(workbench, host, 'agreement.measure', EVERYTHING)
    await call(workbench, host, 'agreement.cancel', {})
    expect((await third).ok).toBe(false)
  })
})

describe('agreement.items', () => {
  test('lists all places of a figure, in pages', async () => {
    const { agreement } = await measure()
    const { disputes, confusion, over_time } = agreement
    const all = await places({})
    expect(all).toHaveLength(disputes.disputed + disputes.places.agreed)
    expect(new Set(all.map(({ article }) => article)).size).toBe(5)
    expect(new Set(all.map((item) => JSON.stringify(item))).size).toBe(all.length)
    expect(await places({ kinds: ['bounds'] })).toHaveLength(disputes.places.bounds)
    for (const { outlet, places: counts, disputed } of disputes.outlets) {
      const found = await places({ outlet: { name: outlet } })
      expect(found).toHaveLength(disputed + counts.agreed)
    }
    const [claim = []] = confusion.cells
    expect(await places({ cell: { row: 'claim', column: null } })).toHaveLength(claim.at(-1) ?? 0)
    for (const [period, list] of [
      ['published', over_time.published],
      ['changed', over_time.changed],
    ] as const) {
      const found = await Promise.all(list.map(({ when }) => places({ [period]: { when } })))
      expect(found.flat()).toHaveLength(all.length)
    }
    expect(await places({ label: 'date' }, { labels: ['claim'] })).toEqual([])
  })

  test('shows nobody what others have marked where they are marking themselves', async () => {
    const store = workbench.current?.store
    const [article] = await places({})
    if (store === undefined || article === undefined) throw new Error('There is nothing to see')
    const changed = await store.updateDocument(article.article, 'ann', (document) =>
      ok({ ...document, revision: 1, set: { ...document.set, status: 'in-progress' as const } }),
    )
    valueOf(changed)
    const { agreement, hidden } = await measure()
    expect({ hidden, articles: agreement.articles }).toEqual({ hidden: 1, articles: 4 })
    const seen = new Set((await places({})).map((item) => item.article))
    expect(seen.has(article.article)).toBe(false)
  })
})

test('figures.save saves a picture or a table, and nothing else', async () => {
  const saved = { name: 'agreement-by-label.csv', content: 'label,exact F1\r\n' }
  expect((await call(workbench, host, 'figures.save', saved)).ok).toBe(true)
  expect(host.delivered.at(-1)).toBe(saved.content)
  for (const name of ['run.exe', '../a.csv', 'a.svg.exe', '.csv']) {
    const refused = await call(workbench, host, 'figures.save', { name, content: 'x' })
    expect(errorOf(refused).code).toBe('invalid-call')
  }
})
