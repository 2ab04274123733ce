import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from './graphemes.ts'
import { messyText } from '../../../tests/support/messy-text.ts'
import { paragraphsOf } from './paragraphs.ts'
import { trimWhiteSpace } from './range.ts'
import { createSegmenter, type TextSegmenter } from './segments.ts'

const segmenter = createSegmenter()

const cut = (method: keyof TextSegmenter, text: string): string[] =>
  segmenter[method](text, { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('wordsOf', () => {
  it.each([
    ['At least 1,200 men — “gone”.', ['At', 'least', '1,200', 'men', 'gone']],
    ["Don't touch Feb. 27!", ["Don't", 'touch', 'Feb', '27']],
    ['قال الوزير', ['قال', 'الوزير']],
    ['İstanbul’da 5%', ['İstanbul’da', '5']],
    ['naïve cafe\u0301', ['naïve', 'cafe\u0301']],
    ['👍 …', []],
  ])('finds the words of %j', (text, expected) => {
    expect(cut('wordsOf', text)).toEqual(expected)
  })

  it('gives offsets of the whole text', () => {
    expect(segmenter.wordsOf('one\ntwo', { start: 4, end: 7 })).toEqual([{ start: 4, end: 7 }])
  })
})

describe('unitsOf', () => {
  it.each([
    ['up 5% to €30', ['up', '5', '%', 'to', '€', '30']],
    ['“Yes,” – no…', ['Yes', 'no']],
    ['ok👍🏽👩‍👩‍👧🇹🇷', ['ok', '👍🏽', '👩‍👩‍👧', '🇹🇷']],
    ['a ≤≥ b', ['a', '≤≥', 'b']],
    ['Copyright\u00A0©\u00A0', ['Copyright', '©']],
    ['word\uFEFF next', ['word', 'next']],
    ['1️⃣Go 2️⃣0️⃣', ['1️⃣', 'Go', '2️⃣', '0️⃣']],
    ['#️⃣*️⃣%', ['#️⃣', '*️⃣', '%']],
    ['５％ ※', ['５', '％', '※']],
  ])('finds the units of %j', (text, expected) => {
    expect(cut('unitsOf', text)).toEqual(expected)
  })
})

describe('sentencesOf', () => {
  it.each([
    ['One. Two!  Three?', ['One.', 'Two!', 'Three?']],
    ['On Feb. 27 Oslo agreed. He left.', ['On Feb. 27 Oslo agreed.', 'He left.']],
    ['They met in Feb. Nobody came.', ['They met in Feb.', 'Nobody came.']],
    ['Gen. Vance met Mr. Ode. It rained.', ['Gen. Vance met Mr. Ode.', 'It rained.']],
    ['The U.S. President spoke. He left.', ['The U.S. President spoke.', 'He left.']],
    ['“Stop.” She ran.', ['“Stop.”', 'She ran.']],
    ['他走了。她来了。', ['他走了。', '她来了。']],
    [' no end \u00A0', ['no end']],
    ['   ', []],
  ])('finds the sentences of %j', (text, expected) => {
    expect(cut('sentencesOf', text)).toEqual(expected)
  })
})

describe('createSegmenter', () => {
  const all = { start: 0, end: 18 }

  it('goes by the rules of a language', () => {
    const question = 'Τι έγινε; Τίποτα. '
    expect(createSegmenter('el').sentencesOf(question, all)).toHaveLength(2)
    expect(segmenter.sentencesOf(question, all)).toHaveLength(1)
  })

  it.each(['xx', 'tlh-Latn', 'und'])('takes the unknown %s for the default', (tag) => {
    for (const text of ['Τι έγινε; Τίποτα. ', 'U.S. “Oui.” 1,000 ']) {
      for (const method of ['wordsOf', 'unitsOf', 'sentencesOf'] as const) {
        expect(createSegmenter(tag)[method](text, all)).toEqual(segmenter[method](text, all))
      }
    }
  })
})

describe('every method', () => {
  it.each(['wordsOf', 'unitsOf', 'sentencesOf'] as const)(
    '%s gives ascending ranges inside the paragraph that split no cluster',
    (method) => {
      fc.assert(
        fc.property(messyText, (text) => {
          for (const paragraph of paragraphsOf(text)) {
            let from = paragraph.start
            for (const { start, end } of segmenter[method](text, paragraph)) {
              expect(start).toBeGreaterThanOrEqual(from)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(paragraph.end)
              expect(isGraphemeBoundary(text, start)).toBe(true)
              expect(isGraphemeBoundary(text, end)).toBe(true)
              from = end
            }
          }
        }),
      )
    },
  )

  it('keeps every word inside a unit, and every visible character inside a sentence', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        for (const paragraph of paragraphsOf(text)) {
          const units = segmenter.unitsOf(text, paragraph)
          for (const word of segmenter.wordsOf(text, paragraph)) expect(units).toContainEqual(word)
          let from = paragraph.start
          for (const { start, end } of segmenter.sentencesOf(text, paragraph)) {
            expect(trimWhiteSpace(text, { start: from, end: start })).toBeUndefined()
            from = end
          }
          expect(trimWhiteSpace(text, { start: from, end: paragraph.end })).toBeUndefined()
        }
      }),
    )
  })
})
