import type { TextRange } from '../../src/core/text/range.ts'

/** What a pairing is judged by, the most important first; more is better. */
export type Worth = readonly [
  overlap: number,
  equal: number,
  pairs: number,
  minusDifferences: number,
]

function sharedText(a: TextRange, b: TextRange): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** The worth of pairs of ranges, counted plainly. */
export function worthOf(pairs: readonly (readonly [TextRange, TextRange])[]): Worth {
  let [overlap, equal, difference] = [0, 0, 0]
  for (const [a, b] of pairs) {
    const between = Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
    overlap += sharedText(a, b)
    equal += Number(between === 0)
    difference += between
  }
  return [overlap, equal, pairs.length, 0 - difference]
}

/** The best worth of all one-to-one pairings, by trying each; for a handful of ranges a side. */
export function bestWorth(a: readonly TextRange[], b: readonly TextRange[]): Worth {
  let best: Worth = [0, 0, 0, 0]
  const pairs: (readonly [TextRange, TextRange])[] = []
  const tryFrom = (index: number, free: readonly TextRange[]): void => {
    const range = a[index]
    if (range === undefined) {
      const worth = worthOf(pairs)
      if (compareWorth(worth, best) > 0) best = worth
      return
    }
    tryFrom(index + 1, free)
    for (const partner of free) {
      if (sharedText(range, partner) === 0) continue
      pairs.push([range, partner])
      tryFrom(
        index + 1,
        free.filter((other) => other !== partner),
      )
      pairs.pop()
    }
  }
  tryFrom(0, b)
  return best
}

function compareWorth(a: Worth, b: Worth): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value - other
  }
  return 0
}
