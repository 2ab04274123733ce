import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messyText } from '../../../../tests/support/messy-text.ts'
import { tokensOf } from './tokens.ts'
import { isWhiteSpace } from './white-space.ts'

test('white space is what has the property', () => {
  const white = /^\p{White_Space}$/u
  for (let unit = 0; unit <= 0xffff; unit++) {
    expect(isWhiteSpace(unit)).toBe(white.test(String.fromCharCode(unit)))
  }
})

test('tokens are the longest runs without white space, in code points', () => {
  fc.assert(
    fc.property(fc.oneof(messyText, fc.string({ unit: 'binary' })), (text) => {
      const { starts, ends, characters } = tokensOf(text)
      const points = [...text]
      const found = Array.from(starts, (start, token) => points.slice(start, ends[token]).join(''))
      expect(characters).toBe(points.length)
      expect(found).toEqual(text.match(/\P{White_Space}+/gu) ?? [])
    }),
  )
})
