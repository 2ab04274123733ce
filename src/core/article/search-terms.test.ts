import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldForSearch, holdsTerms, searchTermsOf } from './search-terms.ts'

describe('searchTermsOf', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    [' \t ', []],
    ['idlib', ['idlib']],
    ['  air\u00A0strike  Idlib ', ['air', 'strike', 'Idlib']],
    ['"air strike" Idlib', ['air strike', 'Idlib']],
    ['“air strike” „Idlib“ «Saraqib»', ['air strike', 'Idlib', 'Saraqib']],
    ['"air strike', ['air strike']],
    ['at least"34 soldiers"dead', ['at', 'least', '34 soldiers', 'dead']],
    ['"" " "', []],
  ])('%j is %j', (typed, terms) => {
    expect(searchTermsOf(typed)).toEqual(terms)
  })

  it('finds the words of a text that has no quotation marks', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u)), (words) => {
        expect(searchTermsOf(words.join('  '))).toEqual(words)
      }),
    )
  })
})

describe('holdsTerms', () => {
  test.each<[string, readonly string[], boolean]>([
    ['', [''], true],
    ['isik', ['Işık konuştu'], true],
    ['STRASSE', ['die Straße'], true],
    ["russia's 34", ['Russia’s ٣٤'], true],
    ['idlib strike', ['Air strike', 'near Idlib'], true],
    ['idlib gas', ['Air strike', 'near Idlib'], false],
    ['"air strike"', ['an air\nstrike'], true],
    ['"air strike"', ['a strike from the air'], false],
    ['"strike near"', ['Air strike', 'near Idlib'], false],
    ['лом', ['взлом'], true],
  ])('%j in %j: %s', (typed, texts, expected) => {
    expect(holds(typed, ...texts)).toBe(expected)
  })

  it('finds every stretch of a text in it', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.nat(), fc.nat(), (text, one, other) => {
        const [from, to] = [one % (text.length + 1), other % (text.length + 1)]
        const stretch = text.slice(Math.min(from, to), Math.max(from, to))
        expect(holds(`"${stretch}"`, text)).toBe(true)
      }),
    )
  })
})

function holds(typed: string, ...texts: readonly string[]): boolean {
  const terms = searchTermsOf(typed).map((sought) => foldForSearch(sought))
  return holdsTerms(
    terms,
    texts.map((text) => foldForSearch(text)),
  )
}
