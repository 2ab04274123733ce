import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alphaU, distanceBetween, unitizingDisagreement } from './alpha-u.ts'
import { mergeOverlapping, type MarkedRange } from './range.ts'

/** A unit by where it begins and how long it is, as Krippendorff writes them. */
const unit = (start: number, length: number): MarkedRange => ({ start, end: start + length })

const LENGTH = 60
const units = fc
  .array(
    fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 10 })).map(([at, size]) => unit(at, size)),
    { maxLength: 8 },
  )
  .map((drafts) => mergeOverlapping(drafts).ranges)

/** A continuum's units with the gaps between them. */
function sections(ranges: readonly MarkedRange[]): readonly (MarkedRange & { isUnit: boolean })[] {
  const bounds = [0, ...ranges.flatMap(({ start, end }) => [start, end]), LENGTH]
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0
    return start < end ? [{ start, end, isUnit: index % 2 === 1 }] : []
  })
}

/** To as many digits as the book prints. */
const digits = (value: number): number => Number(value.toFixed(4))

/** The observed disagreement as it is defined: over all sections of both, units and gaps. */
function distanceOfSections(one: readonly MarkedRange[], other: readonly MarkedRange[]): number {
  let distance = 0
  for (const a of sections(one)) {
    for (const b of sections(other)) {
      const meets = a.start < b.end && b.start < a.end
      if (a.isUnit && b.isUnit && meets) {
        distance += (a.start - b.start) ** 2 + (a.end - b.end) ** 2
      } else if (a.isUnit && !b.isUnit && b.start <= a.start && a.end <= b.end) {
        distance += (a.end - a.start) ** 2
      } else if (!a.isUnit && b.isUnit && a.start <= b.start && b.end <= a.end) {
        distance += (b.end - b.start) ** 2
      }
    }
  }
  return distance
}

describe('the unitizing alpha', () => {
  // The continuum of 300 begins at 150 in the book.
  const c = unitizingDisagreement(
    [
      [unit(75, 70), unit(220, 30)],
      [unit(70, 80), unit(205, 20), unit(250, 20)],
    ],
    300,
  )
  const k = unitizingDisagreement(
    [
      [unit(30, 60), unit(150, 50)],
      [unit(30, 60), unit(150, 50)],
    ],
    300,
  )

  test('disagrees as printed in Krippendorff 2004, chapter 11', () => {
    expect(c.observed.toFixed(4)).toBe('0.0144')
    expect(c.expected.toFixed(4)).toBe('0.0532')
    expect(k.observed).toBe(0)
    expect(k.expected.toFixed(4)).toBe('0.0490')
  })

  test('is as printed there, where the book goes on with four digits', () => {
    const printed = [c, k].map(({ observed, expected }) => ({
      units: 1,
      observed: digits(observed),
      expected: digits(expected),
    }))
    expect(Number(alphaU(printed)).toFixed(4)).toBe('0.8591')
    expect(alphaU([c, k])).toBeCloseTo(0.8591, 3)
    expect(alphaU([c])).toBeCloseTo(0.7286, 3)
    expect(alphaU([k])).toBe(1)
  })

  test.each([
    ['A', [unit(2, 8), unit(14, 6)], [unit(4, 4), unit(15, 2)], 0.03125],
    [
      'B',
      [unit(0, 18)],
      [unit(0, 2), unit(2, 1), unit(3, 1), unit(4, 1), unit(5, 1), unit(6, 3), unit(9, 1)],
      2.26736,
    ],
    [
      'C',
      [unit(2, 6), unit(10, 2), unit(14, 4), unit(20, 2)],
      [unit(0, 2), unit(4, 4), unit(10, 4), unit(16, 2), unit(20, 2)],
      0.02777,
    ],
    [
      'D',
      [unit(0, 2), unit(2, 8), unit(10, 4), unit(14, 6), unit(20, 4)],
      [unit(0, 4), unit(4, 4), unit(8, 7), unit(15, 2), unit(17, 7)],
      0.38715,
    ],
  ])('disagrees on %s as printed by Krippendorff 1995', (_, one, other, printed) => {
    const { observed } = unitizingDisagreement([one, other], 24)
    expect(Math.abs(observed - printed)).toBeLessThan(0.00001)
  })

  test('measures the same distance as all sections do', () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        expect(distanceBetween(one, other)).toBe(distanceOfSections(one, other))
      }),
    )
  })

  test('is the same from both sides, at most 1, and 1 only for the same units', () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        fc.pre(one.length > 0)
        const alpha = Number(alphaU([unitizingDisagreement([one, other], LENGTH)]))
        expect(alpha).toBeCloseTo(Number(alphaU([unitizingDisagreement([other, one], LENGTH)])), 12)
        expect(alpha <= 1).toBe(true)
        expect(alpha === 1).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  test('is not defined without units', () => {
    expect(alphaU([unitizingDisagreement([[], []], 9)])).toEqual({
      undefined: 'there are no spans',
    })
    expect(alphaU([])).toHaveProperty('undefined')
  })
})
