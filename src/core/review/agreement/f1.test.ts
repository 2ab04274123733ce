import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactMatches, f1, relaxedMatches } from './f1.ts'
import type { MarkedRange } from './range.ts'

const range = (start: number, end: number): MarkedRange => ({ start, end })
const ranges = fc.uniqueArray(
  fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 })).map(([at, size]) => range(at, at + size)),
  { maxLength: 7, selector: ({ start, end }) => `${start} ${end}` },
)

/** The largest matching by trying everything. */
function largest(a: readonly MarkedRange[], b: readonly MarkedRange[]): number {
  const [first, ...others] = a
  if (first === undefined) return 0
  const without = largest(others, b)
  const met = b.filter(({ start, end }) => start < first.end && first.start < end)
  const withFirst = met.map(
    (each) =>
      1 +
      largest(
        others,
        b.filter((other) => other !== each),
      ),
  )
  return Math.max(without, ...withFirst)
}

describe('exactMatches', () => {
  test('takes both bounds', () => {
    const a = [range(0, 3), range(4, 6), range(7, 9)]
    expect(exactMatches(a, [range(0, 3), range(4, 7), range(8, 9)])).toBe(1)
  })
})

describe('relaxedMatches', () => {
  test('takes any shared code point, and each span once', () => {
    expect(relaxedMatches([range(0, 9)], [range(0, 2), range(3, 5)])).toBe(1)
    expect(relaxedMatches([range(0, 3)], [range(2, 5)])).toBe(1)
    expect(relaxedMatches([range(0, 3)], [range(3, 5)])).toBe(0)
  })

  test('gives way where that matches more', () => {
    expect(relaxedMatches([range(0, 9), range(0, 2)], [range(1, 2), range(5, 7)])).toBe(2)
  })

  test('finds the largest matching', () => {
    fc.assert(
      fc.property(fc.tuple(ranges, ranges), ([a, b]) => {
        expect(relaxedMatches(a, b)).toBe(largest(a, b))
      }),
    )
  })
})

describe('f1', () => {
  test('is not defined without spans', () => {
    expect(f1(0, 0)).toEqual({ undefined: 'there are no spans' })
  })

  test('is the same from both sides, 1 for the same sets, and relaxed at least exact', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        fc.pre(a.length > 0)
        const spans = a.length + b.length
        expect(exactMatches(a, b)).toBe(exactMatches(b, a))
        expect(relaxedMatches(a, b)).toBe(relaxedMatches(b, a))
        expect(relaxedMatches(a, b)).toBeGreaterThanOrEqual(exactMatches(a, b))
        expect(f1(relaxedMatches(a, b), spans)).toBeLessThanOrEqual(1)
        expect(f1(exactMatches(a, a), 2 * a.length)).toBe(1)
        expect(f1(relaxedMatches(a, a), 2 * a.length)).toBe(1)
      }),
    )
  })
})
