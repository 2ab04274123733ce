import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaU } from './alpha-u.ts'
import { binaryDisagreement } from './alpha-u-2016.ts'
import { mergeOverlapping, type MarkedRange } from './range.ts'

const LENGTH = 40
const units = fc
  .array(
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([start, size]) => ({ start, end: start + size })),
    { maxLength: 6 },
  )
  .map((drafts) => mergeOverlapping(drafts).ranges)

/** 1 − Do / De from the two matrices of coincidences, one point of the continuum after the other. */
function fromMatrices(lists: readonly (readonly MarkedRange[])[]): number {
  const values = lists.map((ranges) =>
    Array.from({ length: LENGTH }, (_, at) =>
      Number(ranges.some(({ start, end }) => start <= at && at < end)),
    ),
  )
  let coincidences = 0
  let differing = 0
  for (const [i, one] of values.entries()) {
    for (const [j, other] of values.entries()) {
      if (i === j) continue
      for (const [at, value] of one.entries()) {
        coincidences += 1 / (lists.length - 1)
        if (value !== other[at]) differing += 1 / (lists.length - 1)
      }
    }
  }
  const inside = values.flat().filter((value) => value === 1).length
  const outside = values.flat().length - inside
  const selves = lists.flat().reduce((sum, { start, end }) => sum + (end - start) ** 2, outside)
  const expected = (coincidences * 2 * inside * outside) / (coincidences ** 2 - selves)
  return 1 - differing / expected
}

test('the binary alpha is that of the matrices', () => {
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 4 }), (lists) => {
      const alpha = alphaU([binaryDisagreement(lists, LENGTH)])
      if (lists.flat().length === 0) expect(alpha).toEqual({ undefined: 'there are no spans' })
      else if (typeof alpha === 'number') expect(alpha).toBeCloseTo(fromMatrices(lists), 9)
    }),
  )
})

test('it is not defined where everything is in', () => {
  const all = [{ start: 0, end: LENGTH }]
  expect(alphaU([binaryDisagreement([all, all], LENGTH)])).toHaveProperty(
    'undefined',
    expect.stringContaining('one category'),
  )
})
