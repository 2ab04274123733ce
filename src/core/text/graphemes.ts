import type { TextRange } from './range.ts'
import { segmentsOf } from './windowed-segments.ts'

/** Tells whether a text may be cut at an offset without splitting what a reader sees as one. */
export type BoundaryTest = (offset: number) => boolean

/** Clusters do not depend on the language, so one segmenter serves all texts. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Below U+0300 nothing combines, except that CR and LF stay together. */
const mayCombine = /[\u0300-\uFFFF]|\r\n/

/**
 * Code units on either side that decide whether an offset lies between clusters. Only a cluster, or
 * a row of flags, that is longer than this could be judged wrongly.
 */
const reach = 500

/**
 * Finds all boundaries between the grapheme clusters of a range at once.
 *
 * Costs one pass and memory for the boundaries of the range, unless all of it is plain Latin; meant
 * for asking about many offsets of one paragraph.
 * @param range - In UTF-16 code units; its own ends count as boundaries, like all offsets outside.
 * @see Unicode Standard Annex 29, "Grapheme Cluster Boundaries"
 */
export function graphemeBoundaries(text: string, range: TextRange): BoundaryTest {
  if (!mayCombine.test(text.slice(range.start, range.end))) return () => true
  const inner = new Set<number>()
  for (const { start } of segmentsOf(segmenter, text, range)) inner.add(start)
  return (offset) => offset <= range.start || offset >= range.end || inner.has(offset)
}

/**
 * Tells whether an offset lies between two grapheme clusters of a text.
 *
 * Costs the same anywhere in a text of any length. For many offsets use `graphemeBoundaries`.
 * @param offset - In UTF-16 code units; both ends of the text are boundaries.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  if (!mayCombine.test(text.slice(offset - 1, offset + 1))) return true
  const start = Math.max(0, offset - reach)
  const cluster = segmenter.segment(text.slice(start, offset + reach)).containing(offset - start)
  return cluster === undefined || start + cluster.index === offset
}

/**
 * The smallest range of whole grapheme clusters that contains a range.
 * @param isBoundary - Must hold at some offset at or before `start`, and at or after `end`.
 * @returns The same bounds if they split nothing; an empty range stays empty only then.
 */
export function widenToBoundaries(range: TextRange, isBoundary: BoundaryTest): TextRange {
  let { start, end } = range
  while (!isBoundary(start)) start -= 1
  while (!isBoundary(end)) end += 1
  return { start, end }
}

/**
 * The nearest offset in a direction, in UTF-16 code units, at which no grapheme cluster is split.
 * @returns The given offset at the ends of the text.
 */
export function boundaryBeside(text: string, offset: number, direction: 1 | -1): number {
  let at = offset
  do at += direction
  while (!isGraphemeBoundary(text, at))
  return at < 0 || at > text.length ? offset : at
}
