import { shorten } from '../text/shorten.ts'
import { showValue, valueNamed, type Attributes, type AttributeValue } from './attribute.ts'

/** One value that two spans do not share; null where a span has none. */
export interface DifferingValue {
  readonly name: string
  readonly from: AttributeValue | null
  readonly to: AttributeValue | null
}

/** The values in which one span differs from another, in the order of their names. */
export function differingValues(from: Attributes, to: Attributes): readonly DifferingValue[] {
  return differingNames([from, to]).map((name) => ({
    name,
    from: valueNamed(from, name),
    to: valueNamed(to, name),
  }))
}

/** The names of the values that are not the same in all of several spans, in order. */
export function differingNames(all: readonly Attributes[]): readonly string[] {
  const names = new Set(all.flatMap((attributes) => Object.keys(attributes)))
  return [...names].toSorted().filter((name) => {
    const values = all.map((attributes) => valueNamed(attributes, name))
    return values.some((value) => value !== values[0])
  })
}

/**
 * A value among other words, in one line; "not given" where a span has none.
 * @param length - Most UTF-16 code units of it, without the ellipsis.
 */
export function valueInWords(value: AttributeValue | null, length: number): string {
  return value === null ? 'not given' : shorten(showValue(value).replaceAll(/\s+/gu, ' '), length)
}

/**
 * A span's values among other words: "count 34, outcome killed".
 * @param length - Most UTF-16 code units of each value, without the ellipsis.
 * @returns An empty text where it has none.
 */
export function valuesInWords(attributes: Attributes, length: number): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name} ${valueInWords(value, length)}`)
    .join(', ')
}

/**
 * Those values of a span among other words that another one does not have alike: "count not given,
 * outcome killed".
 * @param other - Null where there is no other: all values are told.
 * @param length - Most UTF-16 code units of each value, without the ellipsis.
 * @returns An empty text where there are none.
 */
export function valuesBeside(
  attributes: Attributes,
  other: Attributes | null,
  length: number,
): string {
  if (other === null) return valuesInWords(attributes, length)
  return differingValues(attributes, other)
    .map(({ name, from }) => `${name} ${valueInWords(from, length)}`)
    .join(', ')
}
