import { compareSpans, type Span } from './span.ts'

type SpanPlace = Pick<Span, 'id' | 'label' | 'start' | 'end'>

/**
 * Where a place stands among spans, or would stand: the index of the first span that does not precede
 * it. Costs a binary search.
 * @param spans - In the order of `compareSpans`.
 * @returns The number of spans when all of them precede it.
 */
export function indexOfPlace(spans: readonly SpanPlace[], place: SpanPlace): number {
  let from = 0
  let to = spans.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const span = spans[middle]
    if (span !== undefined && compareSpans(span, place) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * The index of the span with an id. It is a plain loop because it runs several times at every key
 * press over what may be ten thousand spans, and a callback for each of them takes twice as long.
 * @returns -1 when there is none.
 */
export function indexOfSpan(spans: readonly Pick<Span, 'id'>[], id: string): number {
  for (let index = 0; index < spans.length; index++) if (spans[index]?.id === id) return index
  return -1
}

/** How many spans each label has; a label without spans is missing. Costs one pass. */
export function countByLabel(spans: readonly Pick<Span, 'label'>[]): ReadonlyMap<string, number> {
  // Each label is looked up once, and not a second time to put the count back.
  const counts = new Map<string, { value: number }>()
  for (const { label } of spans) {
    const count = counts.get(label)
    if (count === undefined) counts.set(label, { value: 1 })
    else count.value += 1
  }
  return new Map([...counts].map(([label, { value }]) => [label, value]))
}
