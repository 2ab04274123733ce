import { isWhiteSpace } from './white-space.ts'
import { mergeOverlapping, type MarkedRange } from './range.ts'

/** The tokens of a text in order, in code points; numbers rather than objects, since there are many. */
export interface Tokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** How many code points the text has. */
  readonly characters: number
}

/** The tokens of a text: its longest runs of characters without the Unicode property White_Space. */
export function tokensOf(text: string): Tokens {
  const starts = new Int32Array((text.length + 1) >> 1)
  const ends = new Int32Array((text.length + 1) >> 1)
  let tokens = 0
  let characters = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // The second half of a pair is no character of its own, and no white space is a pair.
    if (isLow(unit) && at > 0 && isHigh(text.charCodeAt(at - 1))) continue
    if (isWhiteSpace(unit) === isInside) {
      if (isInside) ends[tokens++] = characters
      else starts[tokens] = characters
      isInside = !isInside
    }
    characters++
  }
  if (isInside) ends[tokens++] = characters
  return { starts: starts.subarray(0, tokens), ends: ends.subarray(0, tokens), characters }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * The tokens that ranges touch: a token is in when any of its characters is.
 * @param ranges - In code points.
 * @returns Ranges of token numbers, by start, without overlaps.
 */
export function tokenRanges(
  ranges: readonly MarkedRange[],
  { starts, ends }: Tokens,
): readonly MarkedRange[] {
  const touched = ranges.map(({ start, end }) => ({
    start: firstAbove(ends, start),
    end: firstAbove(starts, end - 1),
  }))
  // A range of white space alone touches no token.
  return mergeOverlapping(touched.filter(({ start, end }) => start < end)).ranges
}

/** The index of the first of ascending numbers that is above a bound. */
function firstAbove(ascending: Int32Array, bound: number): number {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ascending[middle] ?? 0) > bound) to = middle
    else from = middle + 1
  }
  return from
}
