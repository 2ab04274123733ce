import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../../tests/support/arbitraries.ts'
import { compileExpression, findExpression, type ExpressionOptions } from './find-expression.ts'
import { isGraphemeBoundary } from './graphemes.ts'

const PLAIN: ExpressionOptions = { matchCase: false, wholeWord: false }

function found(text: string, source: string, options: ExpressionOptions = PLAIN): string[] {
  const compiled = compileExpression(source, options)
  if (!compiled.ok) throw new Error(compiled.error)
  const { hits } = findExpression(text, compiled.value, 1000)
  return hits.map(({ start, end }) => text.slice(start, end))
}

describe('an expression', () => {
  it.each([
    ['\\d+ (?:men|women)', '34 men, 5 Women and 7', ['34 men', '5 Women']],
    ['^\\p{Lu}\\w+', 'One two\nThree', ['One', 'Three']],
    ['x*', 'axxb', ['xx']],
    ['.', 'a\n😀', ['a', '😀']],
    ['e', 'e\u0301', ['e\u0301']],
    ['\\p{Mn}', 'a\u0301\u0323b', ['a\u0301\u0323']],
    ['\u{1F469}', '👩‍👩‍👧 👩', ['👩‍👩‍👧', '👩']],
    ['(?=a)', 'aaa', []],
  ])('%s finds its matches', (source, text, matches) => {
    expect(found(text, source)).toEqual(matches)
  })

  it('heeds case and whole words, whichever alternative those need', () => {
    const text = 'Cats cat concat CAT'
    expect(found(text, 'cat', { ...PLAIN, matchCase: true })).toEqual(['cat', 'cat'])
    expect(found(text, 'cat|cats', { ...PLAIN, wholeWord: true })).toEqual(['Cats', 'cat', 'CAT'])
    expect(found('aa ab', '(a)\\1', { ...PLAIN, wholeWord: true })).toEqual(['aa'])
  })

  it.each([
    ['(a', 'Unterminated group'],
    ['a)|(b', "Unmatched ')'"],
    ['[b-a]', 'Range out of order in character class'],
    ['*', 'Nothing to repeat'],
    [': (', 'Unterminated group'],
  ])('%s is refused with its reason', (source, reason) => {
    for (const wholeWord of [true, false]) {
      expect(compileExpression(source, { ...PLAIN, wholeWord })).toEqual({
        ok: false,
        error: reason,
      })
    }
  })

  it('stops at the limit and says so', () => {
    const compiled = compileExpression('a', PLAIN)
    if (!compiled.ok) throw new Error(compiled.error)
    expect(findExpression('aaa', compiled.value, 2)).toEqual({
      hits: [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
      isCut: true,
    })
    expect(findExpression('aaa', compiled.value, 3).isCut).toBe(false)
  })

  it('gives hits in order that split no cluster', () => {
    const sources = ['.', '\\p{M}', '\\S+', '[\\s\\S]{2}', '\\p{L}', '\\b', '\\uDE00', '(?:)']
    fc.assert(
      fc.property(articleText, fc.constantFrom(...sources), (text, source) => {
        const compiled = compileExpression(source, PLAIN)
        if (!compiled.ok) throw new Error(compiled.error)
        let last = 0
        for (const { start, end } of findExpression(text, compiled.value, 50).hits) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true)
          last = end
        }
      }),
    )
  })
})
