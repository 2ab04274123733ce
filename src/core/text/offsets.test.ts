import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOffsetMap, OffsetError, splitsSurrogatePair } from './offsets.ts'

/** Strings over the alphabets that break offset code in other tools. */
const messyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u{1F600}',
        '👩‍👩‍👧',
        '👍🏽',
        'e\u0301',
        'سلام',
        '漢字',
        '\r\n',
        '\uFEFF',
        '\u00A0',
        '𝒳',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('createOffsetMap', () => {
  it('agrees with counting code points by iteration at every offset', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const map = createOffsetMap(text)
        expect(map.codePointLength).toBe([...text].length)
        let codePoints = 0
        let utf16 = 0
        for (const character of text) {
          expect(map.toCodePoints(utf16)).toBe(codePoints)
          expect(map.toUtf16(codePoints)).toBe(utf16)
          codePoints += 1
          utf16 += character.length
        }
        expect(map.toCodePoints(text.length)).toBe(codePoints)
        expect(map.toUtf16(codePoints)).toBe(text.length)
      }),
    )
  })

  it('refuses every offset that splits a surrogate pair, and only those', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const map = createOffsetMap(text)
        for (let offset = 0; offset <= text.length; offset++) {
          if (splitsSurrogatePair(text, offset)) {
            expect(() => map.toCodePoints(offset)).toThrow(OffsetError)
          } else expect(map.toUtf16(map.toCodePoints(offset))).toBe(offset)
        }
      }),
    )
  })

  it.each([-1, 0.5, Number.NaN, 3])('refuses offset %s of a text of two units', (offset) => {
    expect(() => createOffsetMap('ab').toCodePoints(offset)).toThrow(OffsetError)
    expect(() => createOffsetMap('ab').toUtf16(offset)).toThrow(OffsetError)
  })

  it('keeps CRLF, BOM and NBSP as characters of their own', () => {
    const map = createOffsetMap('\uFEFFa\r\n\u00A0\u{1F600}b')
    expect(map.codePointLength).toBe(7)
    expect(map.toCodePoints(7)).toBe(6)
    expect(map.toUtf16(6)).toBe(7)
  })
})
