import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depthProfile, mergeOverlapping, sharedLength, totalLength } from './range.ts'
import { tokenRanges, tokensOf } from './tokens.ts'

const drafts = fc.array(
  fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([start, size]) => ({ start, end: start + size })),
  { maxLength: 6 },
)

test('ranges that overlap are merged, those that touch are not', () => {
  const ranges = [
    { start: 4, end: 6 },
    { start: 0, end: 3 },
    { start: 2, end: 4 },
  ]
  expect(mergeOverlapping(ranges)).toEqual({
    ranges: [
      { start: 0, end: 4 },
      { start: 4, end: 6 },
    ],
    merged: 1,
  })
})

test('units are counted as one by one', () => {
  fc.assert(
    fc.property(fc.array(drafts, { minLength: 2, maxLength: 4 }), (each) => {
      const lists = each.map((ranges) => mergeOverlapping(ranges).ranges)
      const units = Array.from(
        { length: 30 },
        (_, at) =>
          lists.filter((ranges) => ranges.some(({ start, end }) => start <= at && at < end)).length,
      )
      const profile = lists.map((_, index) => index).concat(lists.length)
      expect(depthProfile(lists, 30)).toEqual(
        profile.map((depth) => units.filter((found) => found === depth).length),
      )
      const [one = [], other = []] = lists
      expect(sharedLength(one, other)).toBe(depthProfile([one, other], 30)[2])
      expect(totalLength(one)).toBe(depthProfile([one], 30)[1])
    }),
  )
})

test('a token is in when any of its characters is', () => {
  const tokens = tokensOf('one two  three')
  expect(tokenRanges([{ start: 2, end: 5 }], tokens)).toEqual([{ start: 0, end: 2 }])
  expect(tokenRanges([{ start: 7, end: 9 }], tokens)).toEqual([])
  const twice = [
    { start: 9, end: 10 },
    { start: 12, end: 14 },
  ]
  expect(tokenRanges(twice, tokens)).toEqual([{ start: 2, end: 3 }])
})
