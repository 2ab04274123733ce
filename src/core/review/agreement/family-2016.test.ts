import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { alphaU } from './alpha-u.ts'
import { binaryDisagreement } from './alpha-u-2016.ts'
import { familyOf2016 } from './family-2016.ts'
import type { Continuum } from './continuum.ts'

const LENGTH = 40
const LABELS = 3

interface Unit {
  readonly start: number
  readonly end: number
  readonly label: number
}

/** Units one after the other, as the paper has them: gaps between them, and one label a place. */
const units: fc.Arbitrary<readonly Unit[]> = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 8 }), fc.nat(LABELS - 1)), { maxLength: 6 })
  .map((drafts) => {
    let at = 0
    return drafts.flatMap(([gap, size, label]) => {
      const start = at + gap
      at = start + size
      return at <= LENGTH ? [{ start, end: at, label }] : []
    })
  })

function continuaOf(
  lists: readonly (readonly Unit[])[],
  { labels = LABELS, length = LENGTH } = {},
): readonly Continuum[] {
  return Array.from({ length: labels }, (_, label) => ({
    lists: lists.map((list) => list.filter((unit) => unit.label === label)),
    length,
  }))
}

/** What the coincidences of each point of the continuum come to, one pair of annotators after the other. */
function pointByPoint(lists: readonly (readonly Unit[])[]): {
  readonly cells: number[][]
  readonly selves: number[]
} {
  const cells = Array.from({ length: LABELS }, () => [0, 0, 0])
  const selves = [0, 0, 0]
  const at = (list: readonly Unit[], point: number): Unit | undefined =>
    list.find(({ start, end }) => start <= point && point < end)
  for (const one of lists) {
    const others = lists.filter((list) => list !== one)
    for (let point = 0; point < LENGTH; point++) {
      const value = at(one, point)?.label
      for (const other of others) {
        const found = at(other, point)?.label
        if (value === undefined || found === undefined) continue
        const row = cells[value] ?? []
        row[found] = (row[found] ?? 0) + 1 / (lists.length - 1)
      }
    }
    for (const { start, end, label } of one) {
      let share = 0
      for (let point = start; point < end; point++) {
        const met = others.filter((other) => at(other, point) !== undefined).length
        share += met / (lists.length - 1)
      }
      selves[label] = (selves[label] ?? 0) + share ** 2
    }
  }
  return { cells, selves }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** 1 − Do / De over two matrices that are filled by what is printed, cell by cell. */
function fromMatrices(lists: readonly (readonly Unit[])[]): number {
  const { cells, selves } = pointByPoint(lists)
  const sums = cells.map(sum)
  const total = sum(sums)
  const pairable = total - sum(selves) / total
  let observed = 0
  let expected = 0
  for (let row = 0; row < LABELS; row++) {
    for (let column = 0; column < LABELS; column++) {
      if (row === column) continue
      observed += cells[row]?.[column] ?? 0
      expected += ((sums[row] ?? 0) * (sums[column] ?? 0)) / pairable
    }
  }
  return 1 - observed / expected
}

test('it is that of the matrices, filled point by point', () => {
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 4 }), (lists) => {
      const { coding } = familyOf2016(continuaOf(lists))
      if (typeof coding === 'number') expect(coding).toBeCloseTo(fromMatrices(lists), 9)
      else expect(fromMatrices(lists)).toBeNaN()
    }),
  )
})

test('a label stands against all others: theirs are one label to it', () => {
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 3 }), (lists) => {
      const joined = lists.map((list) =>
        list.map((unit) => ({ ...unit, label: Math.min(unit.label, 1) })),
      )
      const [first] = familyOf2016(continuaOf(lists)).labels
      const [alone] = familyOf2016(continuaOf(joined)).labels
      if (typeof first !== 'number' || typeof alone !== 'number') expect(first).toEqual(alone)
      else expect(first).toBeCloseTo(alone, 9)
    }),
  )
})

describe('the worked example of the book', () => {
  // Krippendorff 2019, figure 12.11: three observers on a continuum of 60, seven values.
  const observers = [
    [
      [0, 7, 1],
      [7, 13, 2],
      [30, 32, 5],
      [32, 37, 6],
      [37, 44, 6],
      [44, 60, 7],
    ],
    [
      [0, 7, 1],
      [7, 13, 3],
      [13, 21, 5],
      [32, 44, 6],
    ],
    [
      [0, 7, 1],
      [7, 13, 4],
      [13, 21, 5],
      [32, 37, 6],
      [37, 41, 6],
      [41, 44, 6],
    ],
  ].map((list) =>
    list.map(([start = 0, end = 0, value = 0]): Unit => ({ start, end, label: value - 1 })),
  )
  const { unitizing, coding, labels } = familyOf2016(
    continuaOf(observers, { labels: 7, length: 60 }),
  )

  test('gives the printed figures', () => {
    expect(unitizing).toBeCloseTo(0.51, 3)
    expect(coding).toBeCloseTo(0.724, 3)
    expect(labels).toEqual([
      1,
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
      1,
      1,
      { undefined: 'no units of two annotators meet' },
    ])
  })

  test('and so does the binary one, which the book cuts after three digits', () => {
    const binary = alphaU([binaryDisagreement(observers, 60)])
    expect(Math.trunc(Number(binary) * 1000) / 1000).toBe(0.413)
  })
})

test('on units and labels it is the binary one where there is one label', () => {
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 4 }), (lists) => {
      const alike = lists.map((list) => list.map((unit) => ({ ...unit, label: 0 })))
      const binary = alphaU([binaryDisagreement(alike, LENGTH)])
      const { unitizing } = familyOf2016(continuaOf(alike, { labels: 1 }))
      if (typeof binary === 'number') expect(unitizing).toBeCloseTo(binary, 9)
      else expect(unitizing).toEqual(binary)
    }),
  )
})

describe('by hand', () => {
  const a = { start: 0, end: 10, label: 0 }
  const b = { start: 20, end: 30, label: 1 }

  it('is 1 where all that both have is coded alike, whatever its bounds', () => {
    const shifted = [
      { start: 3, end: 12, label: 0 },
      { start: 18, end: 21, label: 1 },
    ]
    expect(familyOf2016(continuaOf([[a, b], shifted]))).toEqual({
      unitizing: expect.any(Number),
      coding: 1,
      labels: [1, 1, { undefined: 'no units of two annotators meet' }],
    })
  })

  it('is what the matrices come to', () => {
    // Met: 10 of 0 and 0, 4 of 1 and 0, 6 of 1 and 1, from both sides: 40 in all, 24 and 16 by label.
    const other = [a, { start: 20, end: 24, label: 0 }, { start: 24, end: 30, label: 1 }]
    const selves = 100 + 100 + 100 + 16 + 36
    const expected = (2 * 24 * 16 * 40) / (40 ** 2 - selves)
    const { coding } = familyOf2016(continuaOf([[a, b], other]))
    expect(coding).toBeCloseTo(1 - 8 / expected, 12)
  })

  it.each([
    ['no units meet', [[a], [b]], 'no units of two annotators meet'],
    ['there is one label', [[a], [a]], 'only one category'],
    ['units overlap', [[a, { ...a, label: 1 }], [a]], 'overlap, and it knows one label'],
  ])('is not defined where %s', (_what, lists, reason) => {
    expect(familyOf2016(continuaOf(lists)).coding).toEqual({
      undefined: expect.stringContaining(reason),
    })
  })
})
