/** `[start, end)` in code points of an article, or in tokens where it is said; never empty. */
export interface MarkedRange {
  readonly start: number
  readonly end: number
}

/**
 * Merges the ranges of one annotator and one label that share at least one unit; ranges that only touch stay
 * apart.
 * @param ranges - In any order.
 * @returns The ranges by start, without overlaps, and how many are gone because of it.
 */
export function mergeOverlapping(ranges: readonly MarkedRange[]): {
  readonly ranges: readonly MarkedRange[]
  readonly merged: number
} {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return { ranges: found, merged: ranges.length - found.length }
}

/** How many units all ranges have together. */
export function totalLength(ranges: readonly MarkedRange[]): number {
  let length = 0
  for (const { start, end } of ranges) length += end - start
  return length
}

/**
 * The units that lie in ranges of both lists.
 * @param a - By start, without overlaps; so is `b`.
 */
export function sharedLength(a: readonly MarkedRange[], b: readonly MarkedRange[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i]
    const other = b[j]
    if (one === undefined || other === undefined) break
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    if (one.end < other.end) i++
    else j++
  }
  return shared
}

/**
 * Counts units by how many annotators have them in a range, without looking at each unit.
 * @param lists - One for each annotator, by start, without overlaps.
 * @param length - Units in all.
 * @returns At index k the number of units that exactly k annotators have in; they add up to `length`.
 */
export function depthProfile(
  lists: readonly (readonly MarkedRange[])[],
  length: number,
): readonly number[] {
  const profile = Array.from({ length: lists.length + 1 }, () => 0)
  const steps = lists.flatMap((ranges) =>
    ranges.flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ]),
  )
  let depth = 0
  let from = 0
  for (const { at, by } of steps.toSorted((one, other) => one.at - other.at)) {
    profile[depth] = (profile[depth] ?? 0) + at - from
    from = at
    // Within one place a range may begin before another ends; nothing is counted there.
    depth += by
  }
  profile[0] = (profile[0] ?? 0) + length - from
  return profile
}
