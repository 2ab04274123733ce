import { trimWhiteSpace, type TextRange } from './range.ts'

/** Everything up to the next line terminator; CRLF needs no rule of its own, as blanks fall out. */
const line = /[^\n\r\u0085\u2028\u2029]+/g

/**
 * The paragraphs of a text: its lines, as the articles come, without the blank ones.
 *
 * Lines end at CRLF, LF, CR, U+0085, U+2028 and U+2029. A terminator belongs to no paragraph;
 * spaces at the ends of a line stay inside. What no range covers is terminators and blank lines.
 * @param text - The article's text.
 * @returns Ranges in UTF-16 code units, ascending, disjoint, none empty.
 */
export function paragraphsOf(text: string): readonly TextRange[] {
  const paragraphs: TextRange[] = []
  for (const match of text.matchAll(line)) {
    const range = { start: match.index, end: match.index + match[0].length }
    if (trimWhiteSpace(text, range)) paragraphs.push(range)
  }
  return paragraphs
}

/**
 * The index of the paragraph that contains an offset, or else of the nearest one before it.
 * @param paragraphs - As `paragraphsOf` gives them.
 * @param offset - In UTF-16 code units. A paragraph's end still counts as its own.
 * @returns 0 when no paragraph begins at or before the offset, even if there is none at all.
 */
export function paragraphIndexAt(paragraphs: readonly TextRange[], offset: number): number {
  let from = 0
  let to = paragraphs.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((paragraphs[middle]?.start ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  return Math.max(0, from - 1)
}
