import {
  showValue,
  valueNamed,
  type Attribute,
  type Attributes,
  type AttributeValue,
} from '../../core/annotation/attribute.ts'
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
      if (typeof value !== 'boolean') return cut(showValue(value))
      return value ? cut(name) : `${cut(name)}: ${showValue(value)}`
    })
    .join(' · ')
}

/** The same for whoever does not see it: "count 34, outcome killed". */
export function spokenValues(values: Attributes, attributes: readonly Attribute[]): string {
  return named(values, attributes)
    .map(([name, value]) => `${name} ${cut(showValue(value))}`)
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

/** The beginning of a value or a name, in one line. */
function cut(text: string): string {
  return shorten(text.replaceAll(/\s+/gu, ' '), SHOWN_VALUE)
}
