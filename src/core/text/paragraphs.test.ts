import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { paragraphIndexAt, paragraphsOf } from './paragraphs.ts'

const contents = (text: string): string[] =>
  paragraphsOf(text).map(({ start, end }) => text.slice(start, end))

describe('paragraphsOf', () => {
  it.each([
    ['a\nb', ['a', 'b']],
    ['a\r\n\r\nb\rc\u2028d\u2029e\u0085f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['  a \n\u00A0\n\uFEFF\u200B\n b', ['  a ', ' b']],
    ['\r\n a', [' a']],
    ['', []],
    [' \n\t', []],
  ])('finds the paragraphs of %j', (text, expected) => {
    expect(contents(text)).toEqual(expected)
  })

  it('leaves out terminators and blank lines only', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        let rest = ''
        let from = 0
        for (const { start, end } of paragraphsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).not.toMatch(/[\n\r\u0085\u2028\u2029]/)
          rest += text.slice(from, start)
          from = end
        }
        expect(rest + text.slice(from)).toMatch(/^[\s\uFEFF\u0085\u200B\u2060\u180E]*$/)
      }),
    )
  })
})

describe('paragraphIndexAt', () => {
  const paragraphs = paragraphsOf('\nab\n\ncd\n')

  it.each([
    [0, 0],
    [1, 0],
    [3, 0],
    [4, 0],
    [5, 1],
    [8, 1],
  ])('puts offset %i into paragraph %i', (offset, index) => {
    expect(paragraphIndexAt(paragraphs, offset)).toBe(index)
  })

  it('gives 0 when there are none', () => {
    expect(paragraphIndexAt([], 3)).toBe(0)
  })
})
