import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { foldText, type FoldOptions } from './fold.ts'

const LOOSE: FoldOptions = { matchCase: false, ignoreDiacritics: true }
const EXACT: FoldOptions = { matchCase: true, ignoreDiacritics: false }
const ACCENTS: FoldOptions = { matchCase: false, ignoreDiacritics: false }
const CASE: FoldOptions = { matchCase: true, ignoreDiacritics: true }

function fold(text: string, options: FoldOptions): string {
  return foldText(text, options).folded
}

describe('foldText', () => {
  it.each([
    ['capitals', 'STRAẞE Straße STRASSE', 'strasse strasse strasse'],
    ['a final sigma', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Turkish', 'İstanbul’da IŞIK ışık', "istanbul'da isik isik"],
    ['Polish and Danish', 'Łódź, Ærø', 'lodz, aero'],
    ['Vietnamese, decomposed', 'Việt Nam Đà Nẵng'.normalize('NFD'), 'viet nam da nang'],
    ['Hausa', 'ƙungiyar ’yan Ɗaura', "kungiyar 'yan daura"],
    ['Arabic with harakat and tatweel', 'قُتِلَ ٣٤ جُنـــدِيًّا', 'قتل 34 جنديا'],
    ['Arabic letters with a hamza', 'أحمد إدلب', 'احمد ادلب'],
    ['Hebrew with niqqud', 'שָׁלוֹם', 'שלום'],
    [
      'Russian, where й is a letter and ё an accent',
      'Йод, ёлка, мой',
      'и\u0306од, елка, мои\u0306',
    ],
    ['Hindi, where vowels are marks', 'के कु', 'के कु'],
    ['Thai, where vowels are marks', 'ที่นี่', 'ที่นี่'],
    ['Japanese voicing', 'がか', 'か\u3099か'],
    ['Hangul', '한글'.normalize('NFD'), '한글'],
    ['ligatures', 'ﬁne oﬃce', 'fine office'],
    ['quotes, dashes and dots', '“a” ‘b’ «c» 2014–2016…', '"a" \'b\' "c" 2014-2016...'],
    ['white space', ' a \r\n\u00A0\u2028 b\t', ' a b '],
    ['what is invisible', 'co\u00ADop\u200B \u200E \uFEFF2\u2060x', 'coop 2x'],
    ['emoji', '❤️ 👍🏽 👩‍👩‍👧', '❤ 👍🏽 👩‍👩‍👧'],
    ['but not what is compatible only', '²½Ａ', '²½ａ'],
  ])('folds %s', (_case, text, folded) => {
    expect(fold(text, LOOSE)).toBe(folded)
  })

  it.each([
    ['Ärzte “II”', EXACT, 'A\u0308rzte “II”'],
    ['Ärzte “II”', ACCENTS, 'a\u0308rzte “ii”'],
    ['Ärzte “II” ﬁ', CASE, 'Arzte "II" fi'],
    ['İ ı I', ACCENTS, 'i\u0307 i i'],
    ['قُتل', ACCENTS, 'قُتل'],
  ])('folds %j as asked', (text, options, folded) => {
    expect(fold(text, options)).toBe(folded)
  })

  it('sees the same in composed, decomposed and disordered letters', () => {
    for (const options of [LOOSE, EXACT, ACCENTS, CASE]) {
      expect(fold('a\u0301\u0323', options)).toBe(fold('ạ\u0301', options))
      expect(fold('a\u0323\u0301', options)).toBe(fold('á\u0323', options))
    }
  })

  it('leads back to the pieces that the folded text came from', () => {
    const { folded, starts, ends } = foldText('e\u0301ß \n👍', LOOSE)
    expect(folded).toBe('ess 👍')
    expect([...starts]).toEqual([0, 2, 2, 3, 5, 5])
    expect([...ends]).toEqual([2, 3, 3, 5, 7, 7])
  })

  it('has room for texts that become longer', () => {
    const text = 'ΐﬃ'.repeat(1000)
    const { folded, ends } = foldText(text, ACCENTS)
    expect(folded).toBe('ι\u0308\u0301ffi'.repeat(1000))
    expect(ends.at(-1)).toBe(text.length)
  })

  it('changes nothing when done again, and its pieces are in order', () => {
    fc.assert(
      fc.property(messyText, fc.constantFrom(LOOSE, EXACT, ACCENTS, CASE), (text, options) => {
        const { folded, starts, ends } = foldText(text.toWellFormed(), options)
        expect(fold(folded, options)).toBe(folded)
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        for (let at = 0; at < folded.length; at++) {
          const [start = NaN, end = NaN] = [starts[at], ends[at]]
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          if (at > 0 && starts[at - 1] !== start)
            expect(start).toBeGreaterThanOrEqual(ends[at - 1] ?? NaN)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('folds every letter of Unicode to what it folds to again', () => {
    for (const options of [LOOSE, ACCENTS]) {
      const letters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code))
      const unstable = letters.filter((letter) => {
        const folded = fold(letter, options)
        return fold(folded, options) !== folded
      })
      expect(unstable).toEqual([])
    }
  })
})
