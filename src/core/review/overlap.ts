import type { TextRange } from '../text/range.ts'

/** How much text two ranges share, in UTF-16 code units; 0 when they only touch. */
export function overlapOf(a: TextRange, b: TextRange): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Whether two ranges begin and end at the same offsets. */
export function hasSameBounds(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end
}

/**
 * Calls `visit` once for each range of `a` and range of `b` that share text, in no stated order.
 * Costs one pass and one step for each such pair: a long range among many short ones is not paid for
 * by the others.
 * @param a - By start; offsets in UTF-16 code units. So is `b`.
 */
export function visitOverlaps<A extends TextRange, B extends TextRange>(
  a: readonly A[],
  b: readonly B[],
  visit: (a: A, b: B) => void,
): void {
  const openA: A[] = []
  const openB: B[] = []
  let nextA = 0
  let nextB = 0
  for (;;) {
    const one = a[nextA]
    const other = b[nextB]
    if (one && (!other || one.start < other.start)) {
      for (const earlier of stillOpen(openB, one)) visit(one, earlier)
      openA.push(one)
      nextA += 1
    } else if (other) {
      for (const earlier of stillOpen(openA, other)) visit(earlier, other)
      openB.push(other)
      nextB += 1
    } else return
  }
}

/** Drops the ranges that end before another begins; what began earlier and is left shares text with it. */
function stillOpen<Range extends TextRange>(open: Range[], next: TextRange): readonly Range[] {
  let kept = 0
  for (const range of open) if (range.end > next.start) open[kept++] = range
  open.length = kept
  return next.end > next.start ? open : []
}
