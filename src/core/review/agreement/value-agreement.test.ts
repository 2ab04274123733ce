import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { AttributeValue } from '../../annotation/attribute.ts'
import { krippendorffAlpha } from './kappa.ts'
import { alphaOfValues, valueAgreement, type ValuedUnits } from './value-agreement.ts'
import type { CountedValues, GivenValues } from './value-counter.ts'

/** Units by their values, each once. */
function unitsOf(...columns: readonly (readonly AttributeValue[])[]): readonly ValuedUnits[] {
  return columns.map((values) => ({ values, units: 1 }))
}

function counted(...said: readonly [GivenValues, places: number][]): CountedValues {
  return {
    label: 'casualty figure',
    attribute: 'outcome',
    said: said.map(([values, places]) => ({ values, marked: values.map(() => true), places })),
  }
}

describe('the alpha of values', () => {
  // Krippendorff 2011, section C: four observers, twelve units, with missing data.
  const printed = unitsOf(
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
  )

  it('is that of the printed example, nominal and by size', () => {
    expect(alphaOfValues(printed, 'nominal')).toBeCloseTo(0.743, 3)
    expect(alphaOfValues(printed, 'interval')).toBeCloseTo(0.849, 3)
  })

  test('nominal, it is the one of categories', () => {
    const unit = fc.array(fc.constantFrom('killed', 'wounded', 'missing'), {
      minLength: 2,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
        const alpha = alphaOfValues(unitsOf(...units), 'nominal')
        const rated = units.map((values) => ({
          ratings: ['killed', 'wounded', 'missing'].map(
            (category) => values.filter((value) => value === category).length,
          ),
          units: 1,
        }))
        const categories = krippendorffAlpha(rated)
        if (typeof alpha === 'number') expect(alpha).toBeCloseTo(categories as number, 12)
        else expect(alpha).toEqual(categories)
      }),
    )
  })

  test('by size, it keeps what numbers are when all are moved or stretched alike', () => {
    const unit = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
        const alpha = alphaOfValues(unitsOf(...units), 'interval')
        const far = units.map((values) => values.map((value) => value * 8 + 2 ** 30))
        const other = alphaOfValues(unitsOf(...far), 'interval')
        if (typeof alpha === 'number') expect(other).toBeCloseTo(alpha, 6)
        else expect(other).toEqual(alpha)
      }),
    )
  })

  it('is not defined where there is one value, or none', () => {
    const one = unitsOf(['killed', 'killed'])
    expect(alphaOfValues(one, 'nominal')).toHaveProperty(
      'undefined',
      expect.stringContaining('only one category'),
    )
    expect(alphaOfValues([], 'nominal')).toHaveProperty(
      'undefined',
      expect.stringContaining('no attribute has two values'),
    )
  })
})

describe('the agreement on an attribute', () => {
  it('counts places with two values, and those with one', () => {
    const values = counted(
      [['killed', 'killed'], 6],
      [['killed', 'wounded'], 2],
      [['missing', null], 3],
    )
    expect(valueAgreement(values, [0, 1])).toMatchObject({
      n: { places: 8, one_value: 3 },
      agreement: 0.75,
      metric: 'nominal',
    })
  })

  it('looks at those who are compared alone', () => {
    const values = counted([['killed', 'wounded', 'killed'], 1])
    expect(valueAgreement(values, [0, 2])).toMatchObject({ agreement: 1 })
    expect(valueAgreement(values, [0, 1])).toMatchObject({ agreement: 0 })
    expect(valueAgreement(values, [0, 1, 2])).toMatchObject({ agreement: 1 / 3 })
  })

  it('does not count a value where nobody else has marked the span', () => {
    const alone: CountedValues = {
      ...counted(),
      said: [{ values: ['killed', null], marked: [true, false], places: 4 }],
    }
    expect(valueAgreement(alone, [0, 1]).n).toEqual({ places: 0, one_value: 0 })
  })

  it('weighs numbers by their size, and what is not all numbers by being the same', () => {
    const near = counted([[34, 35], 1], [[10, 10], 1], [[900, 900], 1])
    expect(valueAgreement(near, [0, 1])).toMatchObject({ metric: 'interval', agreement: 2 / 3 })
    expect(valueAgreement(near, [0, 1]).alpha).toBeGreaterThan(0.999)
    const mixed = counted([[34, 'many'], 1], [[10, 10], 1])
    expect(valueAgreement(mixed, [0, 1]).metric).toBe('nominal')
  })

  it('tells a number from the text that reads like it, and false from no', () => {
    expect(valueAgreement(counted([[1, '1'], 1], [[false, 'no'], 1]), [0, 1]).agreement).toBe(0)
  })
})
