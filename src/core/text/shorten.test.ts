import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import { shorten, shortenMiddle } from './shorten.ts'

const FAMILY = '👩‍👩‍👧‍👦'

describe('shorten', () => {
  it.each<[string, string, number, string]>([
    ['what fits', 'Two men died', 12, 'Two men died'],
    ['after a word', 'Two men died', 8, 'Two men…'],
    ['after a word that just fits', 'Two men died', 7, 'Two men…'],
    ['before a word that does not fit', 'Two men died', 10, 'Two men…'],
    ['within the only word', 'Bezirksschornsteinfegermeister', 12, 'Bezirksschor…'],
    ['within a long word, not far before it', `a ${'b'.repeat(60)}`, 40, `a ${'b'.repeat(38)}…`],
    ['before a cluster', `ab${FAMILY}`, 5, 'ab…'],
    ['between clusters', FAMILY.repeat(3), FAMILY.length + 3, `${FAMILY}…`],
    ['after the blank of another script', 'قال المتحدث باسم', 13, 'قال المتحدث…'],
    ['to nothing', 'Two', 0, '…'],
  ])('cuts %s', (_where, text, length, expected) => {
    expect(shorten(text, length)).toBe(expected)
  })

  it('keeps a beginning of the text that is not too long and splits no character', () => {
    fc.assert(
      fc.property(messyText, fc.nat({ max: 80 }), (text, length) => {
        const short = shorten(text, length)
        const kept = text.length <= length ? text : short.slice(0, -1)
        expect(short).toBe(text.length <= length ? text : `${kept}…`)
        expect(kept.length).toBeLessThanOrEqual(length)
        expect(text.startsWith(kept)).toBe(true)
        expect(isGraphemeBoundary(text, kept.length)).toBe(true)
      }),
    )
  })
})

describe('shortenMiddle', () => {
  it.each<[string, string, number, string]>([
    ['nothing from what fits', 'Two men died', 12, 'Two men died'],
    ['the middle', 'Two men died', 6, 'Two…ied'],
    ['no character in two', 'ab😀cd😀ef', 6, 'ab…ef'],
    ['everything', 'Two', 0, '…'],
  ])('cuts %s', (_what, text, length, expected) => {
    expect(shortenMiddle(text, length)).toBe(expected)
  })
})
