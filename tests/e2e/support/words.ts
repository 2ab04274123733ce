import { createTextOutline } from '../../../src/core/text/movement.ts'
import type { TextRange } from '../../../src/core/text/range.ts'

/** A paragraph long enough to mark something in, by its words. */
export interface LongParagraph {
  /** How many paragraphs of the text with words lie before it. */
  readonly number: number
  readonly range: TextRange
  readonly words: readonly TextRange[]
}

const LONG = 14

/** @returns The text's long paragraphs; ranges are in UTF-16 code units. */
export function longParagraphs(text: string): readonly LongParagraph[] {
  const outline = createTextOutline(text)
  return outline.paragraphs
    .map((range, index) => ({ range, words: outline.stopsOf(index, 'word') }))
    .filter(({ words }) => words.length > 0)
    .map((paragraph, number) => ({ ...paragraph, number }))
    .filter(({ words }) => words.length >= LONG)
}

/** @returns The range from one word of a paragraph to another. */
export function wordsOf(
  paragraph: LongParagraph | undefined,
  first: number,
  last: number,
): TextRange {
  const [from, to] = [paragraph?.words[first], paragraph?.words[last]]
  if (from === undefined || to === undefined) throw new RangeError('There is no such word')
  return { start: from.start, end: to.end }
}
