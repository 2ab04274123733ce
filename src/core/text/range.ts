/** A stretch of a text, in UTF-16 code units: `0 <= start <= end <= text.length`. */
export interface TextRange {
  /** Offset of the first code unit. */
  readonly start: number
  /** Offset after the last code unit; equal to `start` when the range is empty. */
  readonly end: number
}

/**
 * What a reader sees as nothing: Unicode white space (line terminators and NBSP among it), the
 * characters without width that scraped pages leave behind, and the marks that only steer the
 * direction of what stands beside them. U+200C and U+200D are not among them:
 * they shape the letters and emoji which they join.
 */
const blank = /[\p{White_Space}\p{Bidi_Control}\uFEFF\u200B\u2060\u180E]/u

/**
 * Drops white space, in the sense of what a reader cannot see, from both ends of a range.
 * @returns The smaller range, or undefined when nothing but white space (or nothing) was in it.
 */
export function trimWhiteSpace(text: string, range: TextRange): TextRange | undefined {
  let { start, end } = range
  // All blank characters are single code units, so halves of surrogate pairs never match.
  while (start < end && blank.test(text.charAt(start))) start += 1
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1
  return start < end ? { start, end } : undefined
}
