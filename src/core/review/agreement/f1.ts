import { NO_SPANS, notDefined, type Measure } from './measure.ts'
import type { MarkedRange } from './range.ts'

/**
 * F1 of two annotators: 2TP / (2TP + FP + FN), the harmonic mean of precision and recall; the same whichever of
 * the two is taken as the standard.
 * @param matches - Spans of both that match, one to one.
 * @param spans - Spans of the one and of the other, added up.
 * @see van Rijsbergen 1979, Information Retrieval; Hripcsak & Rothschild 2005 on its use without a standard
 */
export function f1(matches: number, spans: number): Measure {
  return spans === 0 ? notDefined(NO_SPANS) : (2 * matches) / spans
}

/** How many ranges of one label on one article are the same, both bounds, in both lists. */
export function exactMatches(a: readonly MarkedRange[], b: readonly MarkedRange[]): number {
  const others = new Set(b.map(key))
  return new Set(a.map(key).filter((each) => others.has(each))).size
}

/** No text is so long that two ranges had one number. */
const key = ({ start, end }: MarkedRange): number => start * 2 ** 26 + end

/**
 * The size of a largest one-to-one matching of ranges that share at least one code point.
 * @param a - Ranges of one label on one article, which may overlap each other; so is `b`.
 * @see Kuhn 1955: each range of `a` is matched along a path that gives way, if there is one
 */
export function relaxedMatches(a: readonly MarkedRange[], b: readonly MarkedRange[]): number {
  const edges = overlaps(a, b)
  const partner = new Map<number, number>()
  const findFor = (one: number, tried: Set<number>): boolean => {
    for (const other of edges[one] ?? []) {
      if (tried.has(other)) continue
      tried.add(other)
      const holder = partner.get(other)
      if (holder === undefined || findFor(holder, tried)) {
        partner.set(other, one)
        return true
      }
    }
    return false
  }
  for (const one of a.keys()) findFor(one, new Set())
  return partner.size
}

/** For each range of `a` the numbers of those of `b` that share a code point with it. */
function overlaps(
  a: readonly MarkedRange[],
  b: readonly MarkedRange[],
): readonly (readonly number[])[] {
  const others = b.map((range, index) => ({ range, index }))
  const byStart = others.toSorted((one, other) => one.range.start - other.range.start)
  return a.map(({ start, end }) => {
    const found: number[] = []
    for (const { range, index } of byStart) {
      if (range.start >= end) break
      if (range.end > start) found.push(index)
    }
    return found
  })
}
