import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa, fleissKappa, krippendorffAlpha, type RatedUnits } from './kappa.ts'

/** Units with the category of each rating; null is missing. */
function rated(rows: readonly (readonly (string | null)[])[]): readonly RatedUnits[] {
  const present = new Set(rows.flat().filter((value) => value !== null))
  return rows.map((row) => ({
    ratings: [...present].map((category) => row.filter((value) => value === category).length),
    units: 1,
  }))
}

/** Ratings as Krippendorff prints them: a line for each observer. */
function observed(...lines: readonly string[]): readonly RatedUnits[] {
  const values = lines.map((line) => line.split(' '))
  const units = values[0] ?? []
  return rated(
    units.map((_, unit) =>
      values.map((line) => (line[unit] === '*' ? null : (line[unit] ?? null))),
    ),
  )
}

/** What a table of two annotators is to measures of any number. */
function fromTable(table: readonly (readonly number[])[]): readonly RatedUnits[] {
  return table.flatMap((row, one) =>
    row.map((units, other) => ({
      ratings: row.map((_, category) => Number(category === one) + Number(category === other)),
      units,
    })),
  )
}

const cell = fc.nat(50)
const table = fc.tuple(fc.tuple(cell, cell), fc.tuple(cell, cell))

describe("Cohen's kappa", () => {
  test('is as printed by Cohen 1960, page 45', () => {
    const kappa = cohenKappa([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ])
    expect(kappa).toBeCloseTo(0.492, 3)
  })

  test('is as printed by Artstein & Poesio 2008', () => {
    expect(
      cohenKappa([
        [20, 10],
        [20, 50],
      ]),
    ).toBeCloseTo(0.348, 3)
    expect(
      cohenKappa([
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ]),
    ).toBeCloseTo(0.8013, 4)
  })

  // The tables are counted off the 24 units that the paper prints.
  test.each([
    ['A', 6, 8, 0, 10, 0.385],
    ['B', 10, 8, 0, 6, 0.385],
    ['C', 10, 4, 4, 6, 0.314],
  ])('is as printed by Krippendorff 1995 for %s', (_, bothIn, first, second, neither, printed) => {
    expect(
      cohenKappa([
        [bothIn, first],
        [second, neither],
      ]),
    ).toBeCloseTo(printed, 3)
  })

  test('is not defined without units or with one category', () => {
    expect(cohenKappa([[0]])).toHaveProperty('undefined')
    expect(
      cohenKappa([
        [0, 0],
        [0, 9],
      ]),
    ).toHaveProperty('undefined', expect.stringContaining('one category'))
  })

  test('is at most 1, and the same from both sides', () => {
    fc.assert(
      fc.property(table, ([[a, b], [c, d]]) => {
        const one = cohenKappa([
          [a, b],
          [c, d],
        ])
        const other = cohenKappa([
          [a, c],
          [b, d],
        ])
        if (typeof one !== 'number' || typeof other !== 'number') {
          expect(one).toEqual(other)
        } else {
          expect(one).toBeLessThanOrEqual(1)
          expect(one).toBeCloseTo(other, 12)
        }
      }),
    )
  })

  test('is pi where both have the same margins', () => {
    fc.assert(
      fc.property(cell, cell, cell, (bothIn, oneIn, neither) => {
        fc.pre(oneIn > 0)
        const equal = [
          [bothIn, oneIn],
          [oneIn, neither],
        ]
        expect(cohenKappa(equal)).toBeCloseTo(Number(fleissKappa(fromTable(equal))), 12)
      }),
    )
  })
})

describe("Fleiss' kappa", () => {
  test('is as printed by Fleiss 1971', () => {
    const diagnoses = [
      '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
      '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
      '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
    ]
    const patients = diagnoses.join(' ').split(' ')
    expect(fleissKappa(rated(patients.map((ratings) => [...ratings])))).toBeCloseTo(0.43, 3)
  })

  test("is Scott's pi with two, as printed by Artstein & Poesio 2008", () => {
    const small = [
      [20, 10],
      [20, 50],
    ]
    const large = [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ]
    expect(fleissKappa(fromTable(small))).toBeCloseTo(0.341, 3)
    expect(fleissKappa(fromTable(large))).toBeCloseTo(0.7995, 4)
  })

  test('is not defined without units or with one category', () => {
    expect(fleissKappa([])).toHaveProperty('undefined')
    expect(fleissKappa([{ ratings: [0, 3], units: 4 }])).toHaveProperty('undefined')
  })
})

describe("Krippendorff's alpha", () => {
  test.each([
    ['A', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], 0.095],
    ['B', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], 0.692],
    [
      'C',
      [
        '1 2 3 3 2 1 4 1 2 * * *',
        '1 2 3 3 2 2 4 1 2 5 * 3',
        '* 3 3 3 2 3 4 2 2 5 1 *',
        '1 2 3 3 2 4 4 1 2 5 1 *',
      ],
      0.743,
    ],
  ])('is as printed by Krippendorff 2011, section %s', (_, lines, printed) => {
    expect(krippendorffAlpha(observed(...lines))).toBeCloseTo(printed, 3)
  })

  test('is not defined without pairs or with one category', () => {
    expect(krippendorffAlpha([{ ratings: [1, 0], units: 9 }])).toHaveProperty('undefined')
    expect(krippendorffAlpha([{ ratings: [3, 0], units: 9 }])).toHaveProperty('undefined')
  })

  test('comes to pi as the units become many', () => {
    fc.assert(
      fc.property(table, (each) => {
        const many = fromTable(each.map((row) => row.map((units) => units * 1e6)))
        const pi = fleissKappa(many)
        if (typeof pi === 'number') expect(krippendorffAlpha(many)).toBeCloseTo(pi, 5)
        else expect(krippendorffAlpha(many)).toHaveProperty('undefined')
      }),
    )
  })
})
