import type { TextRange } from '../../../src/core/text/range.ts'

/*
 * What a person sees as one character; not by the program's own means, which the specs test.
 */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The character at an offset in UTF-16 code units. */
export function characterAt(text: string, offset: number): TextRange {
  const found = graphemes.segment(text).containing(offset)
  if (found === undefined) throw new RangeError(`There is no character at ${offset}`)
  return { start: found.index, end: found.index + found.segment.length }
}

/** The character that ends at an offset. */
export function characterBefore(text: string, end: number): TextRange {
  return characterAt(text, end - 1)
}

/** What a person sees as the characters of a text. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
