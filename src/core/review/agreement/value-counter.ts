import { valueNamed, type AttributeValue } from '../../annotation/attribute.ts'
import { compareText, type Span } from '../../annotation/span.ts'
import type { AlignedGroup } from '../align-sets.ts'

/** What the annotators of a selection, in their order, said of one attribute; null: nothing, or not marked. */
export type GivenValues = readonly (AttributeValue | null)[]

/** Places at which the same was said. */
export interface ValuedPlaces {
  readonly values: GivenValues
  /** Who has marked the place with the label, in the same order. */
  readonly marked: readonly boolean[]
  readonly places: number
}

/** What was said of one attribute of one label. */
export interface CountedValues {
  readonly label: string
  readonly attribute: string
  readonly said: readonly ValuedPlaces[]
}

/** What the marks of a place say of one attribute of one label. */
export interface PlaceValues extends Omit<ValuedPlaces, 'places'> {
  readonly label: string
  readonly attribute: string
}

/**
 * The values of a place, where at least two annotators have marked it with one label: of each attribute that
 * any of them gave a value. Of several spans of one annotator the first counts.
 * @param annotators - In the order of the selection.
 */
export function valuesOf(
  { marked }: Pick<AlignedGroup, 'marked'>,
  annotators: readonly string[],
): readonly PlaceValues[] {
  // Most places have none, and every place is asked.
  if (!marked.some(({ spans }) => spans.some(hasValues))) return []
  const labels = new Set(marked.flatMap(({ spans }) => spans.map(({ label }) => label)))
  return [...labels].flatMap((label) => {
    const spans = annotators.map((annotator) =>
      marked
        .find((each) => each.annotator === annotator)
        ?.spans.find((span) => span.label === label),
    )
    const present = spans.flatMap((span) => span ?? [])
    if (present.length < 2) return []
    const names = new Set(present.flatMap(({ attributes }) => Object.keys(attributes)))
    return Array.from(names, (attribute) => ({
      label,
      attribute,
      values: spans.map((span) => (span && valueNamed(span.attributes, attribute)) ?? null),
      marked: spans.map((span) => span !== undefined),
    }))
  })
}

function hasValues({ attributes }: Pick<Span, 'attributes'>): boolean {
  return Object.keys(attributes).length > 0
}

/** How far values of one place are the same: two at least, or just one where two have marked it. */
export const VALUE_OUTCOMES = ['equal', 'different', 'one'] as const
export type ValueOutcome = (typeof VALUE_OUTCOMES)[number]

export function outcomeOf({ values }: Pick<PlaceValues, 'values'>): ValueOutcome {
  const given = values.filter((value) => value !== null)
  if (given.length < 2) return 'one'
  return given.every((value) => value === given[0]) ? 'equal' : 'different'
}

/** Counts what was said of attributes. */
export class ValueCounter {
  readonly #counts = new Map<string, Map<string, number>>()

  add({ label, attribute, values, marked }: PlaceValues, places = 1): void {
    const key = JSON.stringify([label, attribute])
    const said = this.#counts.get(key) ?? new Map<string, number>()
    this.#counts.set(key, said)
    const what = JSON.stringify([values, marked])
    said.set(what, (said.get(what) ?? 0) + places)
  }

  /** Adds what another has counted. */
  join(counted: readonly CountedValues[]): void {
    for (const { label, attribute, said } of counted) {
      for (const { values, marked, places } of said) {
        this.add({ label, attribute, values, marked }, places)
      }
    }
  }

  /** By label and attribute, each in the order of the alphabet. */
  pack(): readonly CountedValues[] {
    return [...this.#counts]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, said]) => {
        const [label, attribute] = JSON.parse(key) as [string, string]
        const places = Array.from(said, ([what, count]): ValuedPlaces => {
          const [values, marked] = JSON.parse(what) as [GivenValues, readonly boolean[]]
          return { values, marked, places: count }
        })
        return { label, attribute, said: places }
      })
  }
}
