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
  const { length } = text
  const most = (length + 1) >> 1
  const [starts, ends] = [new Int32Array(most), new Int32Array(most)]
  let tokens = 0
  // Second halves of pairs: none is a character of its own, and no white space is a pair.
  let halves = 0
  for (let at = 0; at < length;) {
    while (at < length && isWhiteSpace(text.charCodeAt(at))) at++
    if (at === length) break
    starts[tokens] = at - halves
    for (; at < length; at++) {
      const unit = text.charCodeAt(at)
      if (isWhiteSpace(unit)) break
      if (isLow(unit) && at > 0 && isHigh(text.charCodeAt(at - 1))) halves++
    }
    ends[tokens++] = at - halves
  }
  return {
    starts: starts.subarray(0, tokens),
    ends: ends.subarray(0, tokens),
    characters: length - halves,
  }
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
