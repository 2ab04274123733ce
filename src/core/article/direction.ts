import * as v from 'valibot'

/** Which way a text is read: from left to right, or from right to left. */
export const DIRECTIONS = ['ltr', 'rtl'] as const
export type TextDirection = (typeof DIRECTIONS)[number]

/** What a person has decided for all paragraphs of an article; null leaves each to itself. */
export const DirectionSchema = v.nullable(
  v.picklist(DIRECTIONS, 'a direction is "ltr", "rtl" or null'),
)

/** As `detectLanguage` does, so that both judge by the same text. */
const sampleLength = 2000

const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu

/**
 * Letters in the blocks that Unicode keeps for scripts read from right to left, and the marks that
 * count as such a letter. Every other letter is read from left to right. Digits and signs, the
 * Arabic ones too, say nothing.
 * @see Unicode Standard Annex 9, strong types L, R and AL; DerivedBidiClass.txt, missing values
 */
const rightToLeft =
  '(?=\\p{L})[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFF\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}]|[\\u061C\\u200F]'
const leftToRight = '\\p{L}|\\u200E'
const strong = new RegExp(`(?<rtl>${rightToLeft})|${leftToRight}`, 'gu')

/**
 * The direction of a paragraph by its first letter or mark, as HTML's `dir=auto` decides it. (A few
 * signs, such as the Arabic question mark, count for letters there and not here; no sentence begins
 * with one.)
 * @returns Null when it has no such letter.
 * @see Unicode Standard Annex 9, rules P2 and P3
 */
export function directionOfParagraph(paragraph: string): TextDirection | null {
  for (const match of paragraph.matchAll(strong)) return directionOf(match)
  return null
}

/**
 * The direction that an article is read in, by the strong letters of its first 2,000 code units,
 * addresses left out: right to left when most of them are. An Arabic article stays one when its
 * first line is the name of an English newspaper.
 */
export function detectDirection(text: string): TextDirection {
  const sample = text.slice(0, sampleLength).replace(address, ' ')
  let balance = 0
  for (const match of sample.matchAll(strong)) balance += directionOf(match) === 'rtl' ? 1 : -1
  return balance > 0 ? 'rtl' : 'ltr'
}

function directionOf(match: RegExpMatchArray): TextDirection {
  return match.groups?.['rtl'] === undefined ? 'ltr' : 'rtl'
}
