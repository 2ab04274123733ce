import { mergeOverlapping, type MarkedRange } from './range.ts'

const run = /\P{White_Space}+/gu

/**
 * The tokens of a text: its longest runs of characters without the Unicode property White_Space.
 * @returns By start, in code points.
 */
export function tokensOf(text: string): readonly MarkedRange[] {
  const tokens: MarkedRange[] = []
  let utf16 = 0
  let codePoint = 0
  for (const { 0: token, index } of text.matchAll(run)) {
    // All white space lies below U+10000, so between tokens the two units are the same.
    const start = codePoint + index - utf16
    const end = start + codePointLength(token)
    tokens.push({ start, end })
    utf16 = index + token.length
    codePoint = end
  }
  return tokens
}

/** The length of a text in code points. */
export function codePointLength(text: string): number {
  let length = text.length
  for (let at = 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) length--
  }
  return length
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * The tokens that ranges touch: a token is in when any of its characters is.
 * @param ranges - In code points.
 * @param tokens - By start, in code points, as `tokensOf` gives them.
 * @returns Ranges of token numbers, by start, without overlaps.
 */
export function tokenRanges(
  ranges: readonly MarkedRange[],
  tokens: readonly MarkedRange[],
): readonly MarkedRange[] {
  const touched = ranges.map(({ start, end }) => ({
    start: firstToken(tokens, (token) => token.end > start),
    end: firstToken(tokens, (token) => token.start >= end),
  }))
  // A range of white space alone touches no token.
  return mergeOverlapping(touched.filter(({ start, end }) => start < end)).ranges
}

/** The number of the first token for which something holds that then holds for all later ones. */
function firstToken(
  tokens: readonly MarkedRange[],
  holds: (token: MarkedRange) => boolean,
): number {
  let from = 0
  let to = tokens.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const token = tokens[middle]
    if (token !== undefined && holds(token)) to = middle
    else from = middle + 1
  }
  return from
}
