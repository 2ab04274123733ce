import { isDefined, notDefined, ONE_CATEGORY, type Measure } from './measure.ts'
import type { CountedValues, GivenValues, ValuedPlaces } from './value-counter.ts'

/** How far annotators agree on the values of one attribute. */
export interface ValueAgreement {
  readonly n: {
    /** Places at which at least two gave a value. */
    readonly places: number
    /** Places that at least two have marked, where just one gave a value: they count for nothing else. */
    readonly one_value: number
  }
  /** The share of pairs of values that are equal. */
  readonly agreement: Measure
  /** Krippendorff's alpha: of numbers by the squares of their differences, of other values nominal. */
  readonly alpha: Measure
  readonly metric: Metric
}

export type Metric = 'nominal' | 'interval'

export const NO_VALUES = 'no attribute has two values on one span'

/** Values of one unit, and how many units there are like it. */
export interface ValuedUnits {
  readonly values: readonly NonNullable<GivenValues[number]>[]
  readonly units: number
}

/**
 * Measures the agreement on one attribute.
 * @param members - The numbers of the annotators in the selection who are compared, at least 2.
 */
export function valueAgreement(
  { said }: CountedValues,
  members: readonly number[],
): ValueAgreement {
  const units = said.map((place) => unitOf(place, members))
  const pairable = units.filter(({ values }) => values.length >= 2)
  const metric = pairable.every(({ values }) => values.every((value) => typeof value === 'number'))
    ? 'interval'
    : 'nominal'
  const alone = units.filter(({ values, marked }) => values.length === 1 && marked >= 2)
  return {
    n: { places: total(pairable), one_value: total(alone) },
    agreement: shareOfEqual(pairable),
    alpha: alphaOfValues(pairable, metric),
    metric: pairable.length === 0 ? 'nominal' : metric,
  }
}

function unitOf(
  { values, marked, places }: ValuedPlaces,
  members: readonly number[],
): ValuedUnits & { readonly marked: number } {
  return {
    values: members.flatMap((member) => values[member] ?? []),
    marked: members.filter((member) => marked[member] === true).length,
    units: places,
  }
}

function total(units: readonly ValuedUnits[]): number {
  return units.reduce((sum, each) => sum + each.units, 0)
}

function shareOfEqual(units: readonly ValuedUnits[]): Measure {
  let [pairs, equal] = [0, 0]
  for (const { values, units: times } of units) {
    pairs += (times * values.length * (values.length - 1)) / 2
    equal += times * equalPairs(values)
  }
  return pairs === 0 ? notDefined(NO_VALUES) : equal / pairs
}

/** How many pairs of values are equal. */
function equalPairs(values: readonly unknown[]): number {
  return values.reduce<number>(
    (sum, value, index) => sum + values.slice(index + 1).filter((other) => other === value).length,
    0,
  )
}

/**
 * Krippendorff's alpha of values: 1 − Do / De, with missing data.
 * @param units - Each with at least 2 values; of numbers alone where the metric is `interval`.
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability, sections C and D
 */
export function alphaOfValues(units: readonly ValuedUnits[], metric: Metric): Measure {
  const counts = countsOf(units)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all === 0) return notDefined(NO_VALUES)
  if (counts.size === 1) return notDefined(ONE_CATEGORY)
  const difference = metric === 'interval' ? squares : differing
  let observed = 0
  for (const { values, units: times } of units) {
    const own = countsOf([{ values, units: 1 }])
    observed += (times * difference(own)) / (values.length - 1)
  }
  return 1 - ((all - 1) * observed) / difference(counts)
}

type Counts = ReadonlyMap<ValuedUnits['values'][number], number>

function countsOf(units: readonly ValuedUnits[]): Counts {
  const counts = new Map<ValuedUnits['values'][number], number>()
  for (const { values, units: times } of units) {
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + times)
  }
  return counts
}

/** Ordered pairs of different values. */
function differing(counts: Counts): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts.values()].reduce((sum, count) => sum + count * (all - count), 0)
}

/** The squares of the differences, over ordered pairs. */
function squares(counts: Counts): number {
  const numbers = [...counts].map(([value, count]) => [Number(value), count] as const)
  const all = numbers.reduce((sum, [, count]) => sum + count, 0)
  // About the mean: the squares of large numbers would leave no digits for their differences.
  const mean = numbers.reduce((sum, [value, count]) => sum + (value / all) * count, 0)
  return 2 * all * numbers.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0)
}

/** The agreement on each attribute of one label by its name. */
export function valueAgreements(
  counted: readonly CountedValues[],
  label: string,
  members: readonly number[],
): Readonly<Record<string, ValueAgreement>> {
  const ofLabel = counted.filter((each) => each.label === label)
  return Object.fromEntries(
    ofLabel
      .map((each) => [each.attribute, valueAgreement(each, members)] as const)
      .filter(([, { n, agreement }]) => isDefined(agreement) || n.one_value > 0),
  )
}
