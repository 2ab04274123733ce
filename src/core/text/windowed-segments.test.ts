import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { segmentsOf } from './windowed-segments.ts'

const atOnce = (segmenter: Intl.Segmenter, text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)

const inWindows = (segmenter: Intl.Segmenter, text: string): string[] =>
  [...segmentsOf(segmenter, text, { start: 0, end: text.length })].map(({ start, end }) =>
    text.slice(start, end),
  )

describe('segmentsOf', () => {
  it.each(['grapheme', 'word', 'sentence'] as const)('cuts short texts by %s', (granularity) => {
    const segmenter = new Intl.Segmenter('en', { granularity })
    fc.assert(
      fc.property(messyText, (text) => {
        expect(inWindows(segmenter, text)).toEqual(atOnce(segmenter, text))
      }),
    )
  })

  it.each(['grapheme', 'word', 'sentence'] as const)(
    'cuts a text of many windows by %s as if at once',
    (granularity) => {
      const segmenter = new Intl.Segmenter('en', { granularity })
      const text =
        'He didn’t say 1,000.5 at 5 p.m. in the U.S. 👩‍👩‍👧 left, “quietly.” Ну вот! '.repeat(150)
      expect(inWindows(segmenter, text)).toEqual(atOnce(segmenter, text))
    },
  )

  it('gives a segment longer than a window whole', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    const long = 'a'.repeat(9000)
    expect(inWindows(segmenter, `${long} b`)).toEqual([long, ' ', 'b'])
  })

  it('starts and ends with the range', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    const ranges = [...segmentsOf(segmenter, 'one two', { start: 2, end: 5 })]
    expect(ranges.map(({ start, end }) => [start, end])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ])
  })
})
