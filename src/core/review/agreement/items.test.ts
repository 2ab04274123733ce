import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOfOne } from '../../../../tests/support/review.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import { GROUP_KINDS } from '../group-kind.ts'
import { measureAgreement } from './agreement.ts'
import { ArticleCounter } from './count-articles.ts'
import { itemsOf, type ItemQuestion } from './items.ts'
import type { MarkedArticle } from './marked-article.ts'
import type { ValueOutcome } from './value-counter.ts'

const TEXT = 'The 💥 governor said at least 34 died'
const LABELS = ['claim', 'actor', 'date']
const PEOPLE = ['ada', 'bo', 'cy']
const EVERYTHING: ItemQuestion = {
  label: null,
  kinds: null,
  phrase: null,
  pattern: null,
  cell: null,
  value: null,
}

const articles = fc
  .array(spansOfOne('x', { maxLength: 6 }), { minLength: 2, maxLength: 3 })
  .map((lists): MarkedArticle => {
    const sets = lists.map((spans, index) => ({
      annotator: PEOPLE[index] ?? '',
      spans,
      changed: null,
    }))
    return { id: 'a1', text: TEXT, language: 'en', sets }
  })

test('the places of a figure are as many as it says', () => {
  fc.assert(
    fc.property(articles, (article) => {
      const selection = {
        annotators: article.sets.map(({ annotator }) => annotator),
        labels: LABELS,
      }
      const counter = new ArticleCounter(selection)
      counter.add(article)
      const facts = [{ outlet: null, published: null }]
      const bootstrap = { samples: 1, seed: 1 }
      const counted = counter.result()
      const agreement = measureAgreement(counted, facts, selection, bootstrap)
      const { confusion, disputes } = agreement
      const places = (question: Partial<ItemQuestion>): number =>
        itemsOf(article, selection, { ...EVERYTHING, ...question }).length
      for (const kind of GROUP_KINDS) {
        expect(places({ kinds: [kind] })).toBe(disputes.places[kind])
      }
      for (const [label, { attributes }] of Object.entries(agreement.labels)) {
        for (const [attribute, { n }] of Object.entries(attributes)) {
          const valued = (...outcomes: readonly ValueOutcome[]): number =>
            places({ label, value: { attribute, outcomes } })
          expect(valued('equal', 'different')).toBe(n.places)
          expect(valued('equal') + valued('different')).toBe(n.places)
          expect(valued('one')).toBe(n.one_value)
        }
      }
      for (const { pattern, places: count } of disputes.patterns) {
        expect(places({ pattern })).toBe(count)
      }
      for (const { phrase, disputed } of disputes.phrases) {
        const kinds = GROUP_KINDS.filter((kind) => kind !== 'agreed')
        expect(places({ phrase, kinds })).toBe(disputed)
      }
      for (const [row, cells] of confusion.cells.entries()) {
        for (const [column, count] of cells.entries()) {
          const cell = { row: LABELS[row] ?? null, column: LABELS[column] ?? null }
          expect(places({ cell })).toBe(count)
        }
      }
    }),
  )
})

test('a place has what each has marked, in UTF-16', () => {
  const [article] = fc.sample(articles, { seed: 5, numRuns: 1 })
  if (article === undefined) throw new Error('No article was made')
  const { toUtf16 } = createOffsetMap(TEXT)
  const selection = { annotators: PEOPLE.slice(0, 2), labels: LABELS }
  const spans = [
    { id: '1', label: 'actor', start: 6, end: 14 },
    { id: '2', label: 'date', start: 0, end: 3 },
  ].map((span) => ({
    ...span,
    attributes: { sure: true },
    note: null,
    created: { by: 'ada', at: '2026-03-01T10:00:00.000Z', via: 'mouse' },
  }))
  const sets = [
    { annotator: 'ada', spans, changed: null },
    {
      annotator: 'bo',
      spans: spans.slice(0, 1).map((span) => ({ ...span, end: 19 })),
      changed: null,
    },
  ]
  const [first, second] = itemsOf({ ...article, sets }, selection, EVERYTHING)
  expect(first).toMatchObject({ kind: 'missing', start: 0, end: 3, missing: ['bo'] })
  expect(second).toMatchObject({
    kind: 'bounds',
    start: toUtf16(6),
    end: toUtf16(19),
    marks: [
      { annotator: 'ada', quote: 'governor', attributes: { sure: true } },
      { annotator: 'bo', quote: 'governor said' },
    ],
    missing: [],
  })
  const onlyOne = { ...selection, annotators: ['ada', 'dee'] }
  expect(itemsOf({ ...article, sets }, onlyOne, EVERYTHING)).toEqual([])
})
