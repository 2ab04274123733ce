import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureAgreement, type Agreement } from './agreement.ts'
import { spanOf } from '../../../../tests/support/review.ts'
import { ArticleCounter, joinCounts } from './count-articles.ts'
import { compareSpans } from '../../annotation/span.ts'
import { krippendorffAlpha } from './kappa.ts'

const TEXT = 'Forty people 💥 were killed in Idlib, officials said on Friday.'
const LENGTH = [...TEXT].length
const LABELS = ['actor', 'date']
type Spans = readonly { readonly label: string; readonly start: number; readonly end: number }[]

const spansOn = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...LABELS), fc.nat(LENGTH - 9), fc.integer({ min: 1, max: 9 }))
    .map(([label, start, size]) => ({ label, start, end: start + size })),
  { maxLength: 6, selector: ({ label, start, end }) => `${label} ${start} ${end}` },
)

/** Articles by what each annotator has marked; null: they never opened it. */
function agreementOn(
  articles: readonly (readonly (Spans | null)[])[],
  annotators: readonly string[] = ['ada', 'bo', 'cy'].slice(0, articles[0]?.length),
): Agreement {
  const selection = { annotators, labels: LABELS }
  const parts = articles.map((sets, article) => {
    const present = sets.flatMap((spans, number) => {
      if (spans === null) return []
      const numbered = spans.map(({ label, start, end }, index) =>
        spanOf(`${number}-${index}`, start, end, label),
      )
      const changed = `2026-03-0${number + 1}T10:00:00.000Z`
      return [
        { annotator: annotators[number] ?? '', spans: numbered.toSorted(compareSpans), changed },
      ]
    })
    const counter = new ArticleCounter(selection)
    counter.add({ id: `a${article}`, text: TEXT, language: 'en', sets: present })
    return counter.result()
  })
  const facts = articles.map(() => ({ outlet: 'Wire', published: '2020-02-28' }))
  const counted = joinCounts(parts, selection)
  return measureAgreement(counted, facts, selection, { samples: 40, seed: 7 })
}

/** Whether a code point is marked as an actor. */
const isIn = (spans: Spans, at: number): boolean =>
  spans.some(({ label, start, end }) => label === 'actor' && start <= at && at < end)

describe('agreement', () => {
  test('of the same sets is 1, with every measure that is defined', () => {
    fc.assert(
      fc.property(fc.array(spansOn, { minLength: 1, maxLength: 4 }), (articles) => {
        const { overall, labels } = agreementOn(articles.map((spans) => [spans, spans]))
        for (const { n: _n, ci: _ci, ...measures } of [overall, ...Object.values(labels)]) {
          for (const measure of Object.values(measures)) {
            if (typeof measure === 'number') expect(measure).toBeCloseTo(1, 12)
            else expect(measure.undefined).not.toBe('')
          }
        }
      }),
    )
  })

  test('does not depend on who comes first, and never is no number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spansOn, spansOn), { maxLength: 4 }), (articles) => {
        const one = agreementOn(articles, ['ada', 'bo']).overall
        const other = agreementOn(
          articles.map(([a, b]) => [b, a]),
          ['bo', 'ada'],
        ).overall
        expect(JSON.stringify(one)).not.toContain('null')
        expect(one.exact_f1).toEqual(other.exact_f1)
        expect(one.relaxed_f1).toEqual(other.relaxed_f1)
        if (typeof one.alpha_u === 'number') {
          expect(one.alpha_u).toBeCloseTo(Number(other.alpha_u), 10)
          expect(Number(one.relaxed_f1)).toBeGreaterThanOrEqual(Number(one.exact_f1))
        }
      }),
    )
  })

  test('of two of three is what it is of these two alone', () => {
    const sets = fc.tuple(spansOn, fc.option(spansOn), fc.option(spansOn))
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 4 }), (articles) => {
        const { pairs = [] } = agreementOn(articles)
        expect(pairs.map(({ annotators }) => annotators.join())).toEqual([
          'ada,bo',
          'ada,cy',
          'bo,cy',
        ])
        const {
          disputes: _disputes,
          over_time: _time,
          ...alone
        } = agreementOn(
          articles.map(([, bo, cy]) => [bo, cy]),
          ['bo', 'cy'],
        )
        expect(pairs[2]).toEqual(alone)
      }),
    )
  })

  test('of three takes each character with as many values as there are', () => {
    const sets = fc.tuple(spansOn, fc.option(spansOn), fc.option(spansOn))
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 3 }), (articles) => {
        const rated = articles.flatMap((each) => {
          const present = each.filter((spans) => spans !== null)
          return Array.from({ length: LENGTH }, (_, at) => {
            const inside = present.filter((spans) => isIn(spans, at)).length
            return { ratings: [inside, present.length - inside], units: 1 }
          })
        })
        const { labels } = agreementOn(articles)
        const expected = krippendorffAlpha(rated)
        const measured = labels['actor']?.krippendorff_alpha
        if (typeof expected === 'number') expect(measured).toBeCloseTo(expected, 9)
        else expect(measured).toEqual(expected)
      }),
    )
  })

  test('leaves out who never opened an article, and takes in who found nothing', () => {
    const marked: Spans = [{ label: 'actor', start: 0, end: 5 }]
    const missing = agreementOn([
      [marked, marked],
      [marked, null],
    ])
    expect(missing).toMatchObject({ articles: 1, overall: { exact_f1: 1 } })
    const empty = agreementOn([
      [marked, marked],
      [marked, []],
    ])
    expect(empty).toMatchObject({ articles: 2, overall: { exact_f1: 2 / 3 } })
  })

  test('counts as by hand', () => {
    const { labels, overall } = agreementOn([
      [
        [
          { label: 'actor', start: 0, end: 5 },
          { label: 'actor', start: 3, end: 12 },
          { label: 'date', start: 50, end: 53 },
        ],
        [{ label: 'actor', start: 0, end: 12 }],
      ],
    ])
    expect(labels['actor']).toMatchObject({
      n: {
        articles: 1,
        characters: LENGTH,
        tokens: 11,
        spans: { ada: 2, bo: 1 },
        merged: 1,
      },
      exact_f1: 0,
      relaxed_f1: 2 / 3,
      character_kappa: 1,
      token_kappa: 1,
      alpha_u: 1,
    })
    expect(overall).toMatchObject({ relaxed_f1: 1 / 2, macro_relaxed_f1: 1 / 3 })
  })

  test('is not defined without spans, with one annotator, and says so', () => {
    const none = agreementOn([[[], []]]).overall
    expect(none.exact_f1).toEqual({ undefined: 'there are no spans' })
    expect(none.alpha_u).toEqual({ undefined: 'there are no spans' })
    expect(none.character_kappa).toHaveProperty('undefined')
    const alone = agreementOn([[[{ label: 'actor', start: 0, end: 5 }]]])
    expect(alone.overall.exact_f1).toEqual({
      undefined: 'there are not two annotators to compare',
    })
    expect(alone.overall.alpha_u).toEqual(alone.overall.fleiss_kappa)
  })

  test('has intervals around its figures, the same ones each time', () => {
    const a: Spans = [{ label: 'actor', start: 0, end: 5 }]
    const b: Spans = [{ label: 'actor', start: 4, end: 12 }]
    const articles = Array.from({ length: 30 }, (_, number) => [a, number % 3 === 0 ? b : a])
    const { overall, labels } = agreementOn(articles)
    expect(overall.exact_f1).toBeCloseTo(2 / 3, 12)
    const [low = 1, high = 0] = overall.ci['exact_f1'] ?? []
    expect(low).toBeGreaterThan(0.4)
    expect(low).toBeLessThan(2 / 3)
    expect(high).toBeGreaterThan(2 / 3)
    expect(high).toBeLessThan(0.9)
    expect(labels['date']?.ci).not.toHaveProperty('exact_f1')
    expect(agreementOn(articles).overall.ci).toEqual(overall.ci)
    expect(agreementOn(articles.slice(0, 4)).overall.ci).toEqual({})
  })
})
