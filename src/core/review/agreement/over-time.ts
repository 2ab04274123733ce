import { compareText } from '../../annotation/span.ts'
import { measuresOf, sumTallies, talliesIn, tallySize, type TallyMeasures } from './tally.ts'

/** How far annotators agree on the articles of one month, or on those that were finished on one day. */
export interface PeriodAgreement extends TallyMeasures {
  /** YYYY-MM or YYYY-MM-DD; null for articles of which it is not known. */
  readonly when: string | null
  readonly articles: number
  /** Of all annotators. */
  readonly spans: number
}

/**
 * Measures agreement over all labels for each of several periods.
 * @param matrix - A row for each article: the tallies of all labels one after the other.
 * @param whenOf - The period of each row; '' where it is not known.
 * @returns In the order of time, with what is not known last.
 */
export function agreementOverTime(
  matrix: Float64Array,
  { labels, annotators }: { readonly labels: number; readonly annotators: number },
  whenOf: readonly { readonly when: string; readonly spans: number }[],
): readonly PeriodAgreement[] {
  const size = labels * tallySize(annotators)
  const periods = new Map<string, { articles: number; spans: number; sums: Float64Array }>()
  for (const [row, { when, spans }] of whenOf.entries()) {
    const period = periods.get(when) ?? { articles: 0, spans: 0, sums: new Float64Array(size) }
    periods.set(when, period)
    period.articles++
    period.spans += spans
    for (let column = 0; column < size; column++) {
      period.sums[column] = (period.sums[column] ?? 0) + (matrix[row * size + column] ?? 0)
    }
  }
  const inOrder = [...periods].toSorted(([a], [b]) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : compareText(a, b),
  )
  return inOrder.map(([when, { articles, spans, sums }]) => ({
    when: when === '' ? null : when,
    articles,
    spans,
    ...measuresOf(
      sumTallies(talliesIn(sums, labels, annotators).slice(0, -1), annotators),
      annotators,
    ),
  }))
}
