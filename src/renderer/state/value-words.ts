import {
  valueNamed,
  type Attribute,
  type Attributes,
  type AttributeValue,
} from '../../core/annotation/attribute.ts'
import { valueInWords } from '../../core/annotation/differing-values.ts'
import { shorten } from '../../core/text/shorten.ts'

/** Most of one value where several stand in a line, in UTF-16 code units. */
const SHOWN_VALUE = 40

/**
 * A span's values in a line, those of its label's attributes first: "34 · killed". Yes is told by the
 * attribute's name alone.
 */
export function valuesLine(values: Attributes, attributes: readonly Attribute[]): string {
  return named(values, attributes)
    .map(([name, value]) => {
      const words = valueInWords(value, SHOWN_VALUE)
      if (typeof value !== 'boolean') return words
      const title = shorten(name, SHOWN_VALUE)
      return value ? title : `${title}: ${words}`
    })
    .join(' · ')
}

/** The same for whoever does not see it: "count 34, outcome killed". */
export function spokenValues(values: Attributes, attributes: readonly Attribute[]): string {
  return named(values, attributes)
    .map(([name, value]) => `${name} ${valueInWords(value, SHOWN_VALUE)}`)
    .join(', ')
}

function named(
  values: Attributes,
  attributes: readonly Attribute[],
): readonly (readonly [name: string, value: AttributeValue])[] {
  const own = attributes.map(({ name }) => name)
  const foreign = Object.keys(values).filter((name) => !own.includes(name))
  return [...own, ...foreign].flatMap((name) => {
    const value = valueNamed(values, name)
    return value === null ? [] : [[name, value] as const]
  })
}
