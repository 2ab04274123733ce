import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemeBoundaries, isGraphemeBoundary, widenToBoundaries } from './graphemes.ts'
import { messyText } from '../../../tests/support/messy-text.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('grapheme boundaries', () => {
  it('agree with segmenting the whole text, asked one by one or all at once', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const expected = new Set([...segmenter.segment(text)].map(({ index }) => index))
        expected.add(0).add(text.length)
        const isBoundary = graphemeBoundaries(text, { start: 0, end: text.length })
        for (let offset = 0; offset <= text.length; offset++) {
          expect(isGraphemeBoundary(text, offset)).toBe(expected.has(offset))
          expect(isBoundary(offset)).toBe(expected.has(offset))
        }
      }),
    )
  })

  it('count the ends of a range as boundaries', () => {
    const isBoundary = graphemeBoundaries('e\u0301e\u0301', { start: 1, end: 3 })
    expect([0, 1, 2, 3, 4].map(isBoundary)).toEqual([true, true, true, true, true])
  })
})

describe('widenToBoundaries', () => {
  it('covers a family emoji whole when a part of it was touched', () => {
    const text = 'a👩‍👩‍👧b'
    const isBoundary = graphemeBoundaries(text, { start: 0, end: text.length })
    expect(widenToBoundaries({ start: 3, end: 4 }, isBoundary)).toEqual({ start: 1, end: 9 })
    expect(widenToBoundaries({ start: 1, end: 9 }, isBoundary)).toEqual({ start: 1, end: 9 })
  })
})
