import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWithSpans } from '../../../tests/support/arbitraries.ts'
import { countByLabel, indexOfPlace, indexOfSpan } from './span-search.ts'
import { compareSpans } from './span.ts'

const place = (start: number, end: number, label = 'actor', id = 'x') => ({ start, end, label, id })
const places = [place(0, 9), place(0, 5, 'actor', 'a'), place(0, 5, 'claim', 'b'), place(7, 8)]

describe('indexOfPlace', () => {
  it.each([
    ['before all', place(0, 10), 0],
    ['where it stands', place(0, 5, 'claim', 'b'), 2],
    ['before its twin', place(0, 5, 'actor', ''), 1],
    ['between', place(0, 5, 'date'), 3],
    ['after all', place(9, 10), 4],
  ])('%s', (_where, sought, index) => {
    expect(indexOfPlace(places, sought)).toBe(index)
  })

  it('is 0 where there is nothing', () => {
    expect(indexOfPlace([], place(0, 1))).toBe(0)
  })

  it('finds every span of a set, and where each belongs among the others', () => {
    fc.assert(
      fc.property(textWithSpans, ({ spans }) => {
        for (const [index, span] of spans.entries()) {
          expect(indexOfPlace(spans, span)).toBe(index)
          const others = spans.toSpliced(index, 1)
          const again = others.toSpliced(indexOfPlace(others, span), 0, span)
          expect(again).toEqual(again.toSorted(compareSpans))
        }
      }),
    )
  })
})

describe('indexOfSpan', () => {
  it('finds a span by its id', () => {
    expect(indexOfSpan(places, 'b')).toBe(2)
    expect(indexOfSpan(places, 'none')).toBe(-1)
  })
})

describe('countByLabel', () => {
  it('counts the spans of each label', () => {
    expect(Object.fromEntries(countByLabel(places))).toEqual({ actor: 3, claim: 1 })
    expect(countByLabel([]).size).toBe(0)
  })
})
