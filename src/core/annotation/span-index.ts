import type { TextRange } from '../text/range.ts'
import { assignLanes } from './layout.ts'
import type { Span } from './span.ts'

/**
 * Answers what lies where in one set of spans. Spans are gathered in clusters: runs of spans that are
 * linked by overlaps. Clusters are disjoint and in order, so that a question about a range looks at
 * few of them, and only within one can lines meet. All offsets are UTF-16 code units.
 */
export class SpanIndex {
  readonly spans: readonly Span[]
  /** Position in `spans` of each cluster's first span; then the number of spans. */
  readonly #firsts: number[] = []
  /** Where each cluster's text ends. */
  readonly #ends: number[] = []
  readonly #lanes = new Map<number, ReadonlyMap<string, number>>()

  /**
   * Costs one pass.
   * @param spans - In the order of `compareSpans`.
   */
  constructor(spans: readonly Span[]) {
    this.spans = spans
    let end = -1
    for (const [index, span] of spans.entries()) {
      if (span.start >= end) {
        this.#firsts.push(index)
        if (index > 0) this.#ends.push(end)
        end = span.end
      } else end = Math.max(end, span.end)
    }
    if (spans.length > 0) this.#ends.push(end)
    this.#firsts.push(spans.length)
  }

  /** The spans that share text with a range, in order. */
  overlapping(range: TextRange): readonly Span[] {
    const found: Span[] = []
    for (let cluster = this.#clusterAfter(range.start); ; cluster++) {
      const last = this.#firsts[cluster + 1]
      if (last === undefined) return found
      for (let index = this.#firsts[cluster] ?? last; index < last; index++) {
        const span = this.spans[index]
        if (span === undefined || span.start >= range.end) return found
        if (span.end > range.start) found.push(span)
      }
    }
  }

  /** The spans at an offset, the shortest first, as a click there means them. */
  at(offset: number): readonly Span[] {
    return this.overlapping({ start: offset, end: offset + 1 }).toSorted(
      (a, b) => a.end - a.start - (b.end - b.start),
    )
  }

  /** The lane of a span of this set; see `assignLanes`. */
  readonly laneOf = (span: Span): number => {
    const cluster = this.#clusterAfter(span.start)
    const first = this.#firsts[cluster] ?? 0
    const last = this.#firsts[cluster + 1] ?? first
    if (last - first <= 1) return 0
    let lanes = this.#lanes.get(cluster)
    if (lanes === undefined) {
      lanes = assignLanes(this.spans.slice(first, last))
      this.#lanes.set(cluster, lanes)
    }
    return lanes.get(span.id) ?? 0
  }

  /** The smallest range that holds a range and every cluster that shares text with it. */
  reachOf(range: TextRange): TextRange {
    let { start, end } = range
    for (let cluster = this.#clusterAfter(range.start); ; cluster++) {
      const first = this.spans[this.#firsts[cluster] ?? this.spans.length]
      if (first === undefined || first.start >= range.end) return { start, end }
      start = Math.min(start, first.start)
      end = Math.max(end, this.#ends[cluster] ?? end)
    }
  }

  /** The first cluster that ends after an offset; the number of clusters where there is none. */
  #clusterAfter(offset: number): number {
    let from = 0
    let to = this.#ends.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#ends[middle] ?? 0) <= offset) from = middle + 1
      else to = middle
    }
    return from
  }
}

/**
 * The text that spans were changed on between two states of a set, which share the spans that did
 * not change as objects.
 * @returns From the first to the last offset, before or after; undefined when nothing changed.
 */
export function changedRange(
  before: readonly Span[],
  after: readonly Span[],
): TextRange | undefined {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const changed = [
    ...before.slice(head, before.length - tail),
    ...after.slice(head, after.length - tail),
  ]
  if (changed.length === 0) return undefined
  let start = Infinity
  let end = 0
  for (const span of changed) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}
