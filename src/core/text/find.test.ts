import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../../tests/support/arbitraries.ts'
import { createFinder, DEFAULT_FIND_OPTIONS, findAll, type FindOptions } from './find.ts'
import { foldText, type FoldedText } from './fold.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import { isWordEdge } from './hit-edges.ts'
import type { TextRange } from './range.ts'

const WHOLE_WORD = { ...DEFAULT_FIND_OPTIONS, wholeWord: true }
const MATCH_CASE = { ...DEFAULT_FIND_OPTIONS, matchCase: true }
const ACCENTS = { ...DEFAULT_FIND_OPTIONS, ignoreDiacritics: false }

/** A text and its hits in brackets. */
function drawn(text: string, query: string, options?: FindOptions): string {
  let shown = ''
  let last = 0
  for (const { start, end } of findAll(text, query, options)) {
    shown += `${text.slice(last, start)}[${text.slice(start, end)}]`
    last = end
  }
  return shown + text.slice(last)
}

describe('findAll', () => {
  it.each([
    ['any case', 'ankara', '[Ankara], [ANKARA]'],
    ['Turkish', 'isik', '[Işık] [IŞIK] [Isik]'],
    ['dotted capitals before a hit', 'b', 'İİİ [B] ẞẞ [b]'],
    ['ß by ss', 'strasse', '[Straße] [STRASSE]'],
    ['no half of ß', 's', 'ß [s]'],
    ['a ligature as a whole', 'office', '[oﬃce]'],
    ['no part of a ligature', 'fic', 'oﬃce'],
    ['accents', 'e', '[e][é][e\u0301\u0327]x'],
    ['typographic signs', '"Russia\'s"', '[“Russia’s”] ["Russia\'s"]'],
    ['harakat', 'قتل', '[قُتِلَ] [قتل]ى'],
    ['Arabic digits', '34', '[٣٤] [34]'],
    ['a phrase over line breaks', 'no fewer than', '[no fewer\r\n \u00A0than] 34'],
    ['any white space', ' ', 'a[ \n\t]b[\u00A0]c'],
    ['two spaces as one', 'a  b', '[a b] [a\n\nb]'],
    ['invisible characters inside', 'cooperation', '\u200E[co\u00ADoperation]\u200E'],
    ['a joiner at the end', 'می', '[می\u200C]خواهم'],
    ['a picture of several', '👩‍👩‍👧', '[👩‍👩‍👧] 👩'],
    ['no part of it', '👩', '👩‍👩‍👧 [👩]'],
    ['no emoji without its tone', '👍', '👍🏽 [👍]'],
    ['no part of a flag', '🇷🇹', '🇹🇷🇹🇷'],
    ['no mark alone', '\u0301', 'e\u0301'],
    ['no part of a Hangul syllable', '하', '한 [하]'],
    ['nothing overlapping', 'aa', '[aa][aa]a'],
    ['what overlaps a refused place', '👍👍', '👍👍🏽[👍👍]'],
  ])('finds %s', (_case, query, expected) => {
    expect(drawn(expected.replaceAll(/[[\]]/g, ''), query)).toBe(expected)
  })

  it.each([
    ['case', MATCH_CASE, 'US', '[US] us [ÚS]'],
    ['accents', ACCENTS, 'e', '[e] é e\u0301 [E]'],
    ['accents, however written', ACCENTS, 'é', 'e [é] [e\u0301] [É]'],
    ['quotation marks with the accents', ACCENTS, "'", "’[']"],
    ['whole words', WHOLE_WORD, 'turk', "Turkey [Türk] [turk]'s turk_ [Turk]-"],
    ['whole words, also of several', WHOLE_WORD, 'the day', '[the day]. the days bathe day'],
    ['whole words around signs', WHOLE_WORD, '(a', 'x[(a]) x(ab'],
    ['whole words but in Chinese', WHOLE_WORD, '德利', '伊[德利]卜'],
  ])('heeds %s', (_case, options, query, expected) => {
    expect(drawn(expected.replaceAll(/[[\]]/g, ''), query, options)).toBe(expected)
  })

  it.each(['', '\u200B', '\u00AD\uFEFF'])('finds nothing of %j', (query) => {
    expect(findAll('a \u200B\u00AD\uFEFF b', query)).toEqual([])
  })
})

describe('a finder', () => {
  it('answers again as before, with whatever options between, and stops at the limit', () => {
    const text = 'Ärger, ÄRGER, Arger'
    const finder = createFinder(text)
    for (let round = 0; round < 2; round++) {
      expect(finder.find('ärger')).toHaveLength(3)
      expect(finder.find('ärger', ACCENTS)).toHaveLength(2)
      expect(finder.find('Arger', MATCH_CASE)).toHaveLength(2)
    }
    expect(finder.find('ärger', DEFAULT_FIND_OPTIONS, 2)).toEqual(finder.find('ärger').slice(0, 2))
    expect(finder.find('ärger', DEFAULT_FIND_OPTIONS, 0)).toEqual([])
  })

  it('finds what trying every range finds, and nothing that splits a cluster', () => {
    fc.assert(
      fc.property(textAndQuery, options, ({ text, query }, chosen) => {
        const hits = createFinder(text).find(query, chosen)
        expect(hits).toEqual(triedOut(text, query, chosen))
        for (const hit of hits) {
          expect(hit.start).toBeLessThan(hit.end)
          expect(isGraphemeBoundary(text, hit.start)).toBe(true)
          expect(isGraphemeBoundary(text, hit.end)).toBe(true)
          expect(fold(text.slice(hit.start, hit.end), chosen)).toBe(fold(query, chosen))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('finds in a text what stands in it, and in the folded text the same', () => {
    fc.assert(
      fc.property(textAndQuery, options, ({ text, query }, chosen) => {
        const folded = fold(query, chosen)
        expect(findAll(text, folded, chosen)).toEqual(findAll(text, query, chosen))
        const isWhole = { ...chosen, wholeWord: false }
        if (folded !== '') expect(findAll(query, query, isWhole).length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

const options: fc.Arbitrary<FindOptions> = fc.record({
  matchCase: fc.boolean(),
  ignoreDiacritics: fc.boolean(),
  wholeWord: fc.boolean(),
})

const CONFUSABLE = [
  'a',
  'A',
  'b',
  'e\u0301',
  'é',
  'e',
  'ß',
  'ẞ',
  'ss',
  'S',
  'İ',
  'ı',
  'i',
  'ﬁ',
  'f',
]
const BETWEEN = [' ', '\n', '\r\n', '\u00AD', '\u200C', '\u200E', '’', "'", '_', '\u0640', '\u064E']

/** A text of few characters that many ranges of look alike, with a part of it as it is or in capitals. */
const textAndQuery = fc
  .oneof(
    fc
      .array(fc.constantFrom(...CONFUSABLE, ...BETWEEN), { maxLength: 24 })
      .map((parts) => parts.join('')),
    articleText.map((text) => text.slice(0, 60).toWellFormed()),
  )
  .chain((text) =>
    fc
      .tuple(fc.nat({ max: text.length }), fc.integer({ min: 1, max: 4 }), fc.boolean())
      .map(([at, length, isRaised]) => {
        const part = text.slice(at, at + length).toWellFormed()
        return { text, query: isRaised ? part.toUpperCase() : part }
      }),
  )

function fold(text: string, chosen: FindOptions): string {
  return foldText(text, chosen).folded
}

/** The hits as the documentation tells them, found by trying all ranges of characters. */
function triedOut(text: string, query: string, chosen: FindOptions): readonly TextRange[] {
  const sought = fold(query, chosen)
  const hits: TextRange[] = []
  if (sought === '') return hits
  const joins = (offset: number): boolean =>
    /^[\u200D\u200C\p{M}\u1160-\u11FF]/u.test(text.slice(offset))
  const mayCut = (offset: number): boolean =>
    isGraphemeBoundary(text, offset) &&
    (offset === 0 || !joins(offset)) &&
    (!chosen.wholeWord || isWordEdge(text, offset))
  let from = 0
  for (let start = 0; start < text.length; start++) {
    if (start < from || !mayCut(start)) continue
    for (let end = start + 1; end <= text.length; end++) {
      if (!mayCut(end) || fold(text.slice(start, end), chosen) !== sought) continue
      if (!isTight(text, { start, end }, chosen)) continue
      hits.push({ start, end })
      from = end
      break
    }
  }
  return hits
}

/** Whether nothing invisible is at the ends, and no part of a run of white space was left outside. */
function isTight(text: string, { start, end }: TextRange, chosen: FindOptions): boolean {
  const inside = foldText(text.slice(start, end), chosen)
  if (inside.starts[0] !== 0 || inside.ends.at(-1) !== end - start) return false
  const before = fold(text.slice(0, start), chosen)
  const after = foldText(text.slice(end), chosen)
  return (
    !(before.endsWith(' ') && startsWithSpace(inside)) &&
    !(inside.folded.endsWith(' ') && startsWithSpace(after))
  )
}

/** A space with a mark or joiner of its own is not white space. */
function startsWithSpace({ folded, starts }: FoldedText): boolean {
  return folded.startsWith(' ') && starts[1] !== starts[0]
}
