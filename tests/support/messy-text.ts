import fc from 'fast-check'
import type { TextRange } from '../../src/core/text/range.ts'

const latin = ['word', 'U.S. ', 'Gen. ', 'Feb. 27', "don't", '1,000', '. ', '”', '“', '%', '€']
const emoji = ['\u{1F600}', '👩‍👩‍👧', '👍🏽', '🇹🇷', '1️⃣', '©', '𝒳']
const scripts = ['漢字', 'かな', '한국', 'ไทยแลนด์', 'سلام', 'क्षि', 'e\u0301']
const joiners = ['\u0600', '\u0301', '\u200D', '\u200C']
const halves = ['\uD83D', '\uDE00']
const terminators = ['\r\n', '\n', '\r', '\u2028', '\u0085']
const blanks = [' ', '\uFEFF', '\u00A0', '\u200B', '\u2060', '\u3000']

/** Strings over the alphabets, signs and line ends that break code for offsets and segments. */
export const messyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...latin, ...emoji, ...scripts),
      fc.constantFrom(...joiners, ...halves, ...terminators, ...blanks),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

/** A messy text and any range of it, also one that splits characters. */
export const messyRange: fc.Arbitrary<{ text: string; range: TextRange }> = messyText.chain(
  (text) =>
    fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
      .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
)
