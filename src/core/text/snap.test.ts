import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from './graphemes.ts'
import { messyRange } from '../../../tests/support/messy-text.ts'
import { createTextOutline } from './movement.ts'
import { paragraphsOf } from './paragraphs.ts'
import { createSegmenter } from './segments.ts'
import { snapToWords, widenToGraphemes } from './snap.ts'

describe('snapToWords', () => {
  const text = 'He said: “We  left.”\r\n\u00A0At 5% 👩‍👩‍👧 cafe\u0301s'
  const outline = createTextOutline(text)

  it.each([
    ['e sai', 'He said'],
    [' said: ', 'said:'],
    ['“We', '“We'],
    ['eft.”\r\n\u00A0', 'left.”'],
    ['eft', 'left'],
    [': “', ': “'],
    ['”\r\n\u00A0A', '”\r\n\u00A0At'],
    ['5', '5'],
    ['\u200D', '👩‍👩‍👧'],
    ['\u0301', 'cafe\u0301s'],
  ])('takes %j for %j', (selected, meant) => {
    const start = text.indexOf(selected)
    const snapped = snapToWords(outline, { start, end: start + selected.length })
    expect(text.slice(snapped?.start, snapped?.end)).toBe(meant)
  })

  it.each(['  ', '\r\n\u00A0', ''])('takes %j for nothing', (selected) => {
    const start = text.indexOf(selected)
    expect(snapToWords(outline, { start, end: start + selected.length })).toBeUndefined()
  })

  it('changes nothing when done again, and covers whole clusters and words without white space', () => {
    const segmenter = createSegmenter()
    const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const blank = /^[\s\p{Bidi_Control}\uFEFF\u0085\u200B\u2060\u180E]*$/u
    fc.assert(
      fc.property(messyRange, ({ text: messy, range }) => {
        const messyOutline = createTextOutline(messy)
        const snapped = snapToWords(messyOutline, range)
        if (!snapped) {
          expect(messy.slice(range.start, range.end)).toMatch(blank)
          return
        }
        expect(snapToWords(messyOutline, snapped)).toEqual(snapped)
        expect(isGraphemeBoundary(messy, snapped.start)).toBe(true)
        expect(isGraphemeBoundary(messy, snapped.end)).toBe(true)
        const inside = [...clusters.segment(messy.slice(snapped.start, snapped.end))]
        expect(inside.at(0)?.segment).not.toMatch(blank)
        expect(inside.at(-1)?.segment).not.toMatch(blank)
        for (const word of paragraphsOf(messy).flatMap((at) => segmenter.wordsOf(messy, at))) {
          if (word.end <= range.start || word.start >= range.end) continue
          const touched = {
            start: Math.max(word.start, range.start),
            end: Math.min(word.end, range.end),
          }
          // An invisible character in the middle of a word is no reason to take the word.
          if (blank.test(messy.slice(touched.start, touched.end))) continue
          expect(snapped.start).toBeLessThanOrEqual(word.start)
          expect(snapped.end).toBeGreaterThanOrEqual(word.end)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('widenToGraphemes', () => {
  it.each([
    ['ab cd', 1, 3, 'b '],
    ['x😀y', 2, 4, '😀y'],
    ['e\u0301a', 1, 2, 'e\u0301'],
    ['a\r\nb', 0, 2, 'a\r\n'],
  ])('of %j keeps what may be kept', (text, start, end, expected) => {
    const widened = widenToGraphemes(text, { start, end })
    expect(text.slice(widened.start, widened.end)).toBe(expected)
  })

  it('contains the selection and changes nothing when done again', () => {
    fc.assert(
      fc.property(messyRange, ({ text, range }) => {
        const widened = widenToGraphemes(text, range)
        expect(widened.start).toBeLessThanOrEqual(range.start)
        expect(widened.end).toBeGreaterThanOrEqual(range.end)
        expect(widenToGraphemes(text, widened)).toEqual(widened)
      }),
    )
  })
})
