import * as v from 'valibot'
import { TrimmedSchema } from '../trimmed.ts'

/** What the values of an attribute are. */
export const ATTRIBUTE_TYPES = ['choice', 'text', 'number', 'boolean'] as const
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number]

/** Longest text of a value, in UTF-16 code units. */
export const VALUE_LENGTH = 500
/** Most attributes of a label, and most values of a span. */
export const ATTRIBUTE_LIMIT = 32
/** Most values that a person chooses among. */
export const CHOICE_LIMIT = 100

/** Names that mean something else to JavaScript; a reader that trusts them could be led astray. */
const MAGIC_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/** An attribute's name is its identity within its label. */
export const AttributeNameSchema = v.pipe(
  TrimmedSchema,
  v.minLength(1),
  v.maxLength(60),
  v.check((name) => !MAGIC_NAMES.has(name), 'an attribute cannot have this name'),
)

/** A value that a person chooses. */
export const ChoiceSchema = v.pipe(TrimmedSchema, v.minLength(1), v.maxLength(60))
// JSON has no infinity, and knows no difference between the two zeros that every reader keeps.
const NumberSchema = v.pipe(
  v.number(),
  v.finite(),
  v.transform((value) => (value === 0 ? 0 : value)),
)

const BoundSchema = v.nullable(NumberSchema)

/** One attribute that the spans of a label can have. */
export const AttributeSchema = v.variant('type', [
  v.strictObject({
    name: AttributeNameSchema,
    type: v.literal('choice'),
    choices: v.pipe(
      v.array(ChoiceSchema),
      v.minLength(1, 'an attribute of this type has choices'),
      v.maxLength(CHOICE_LIMIT),
      v.check((choices) => new Set(choices).size === choices.length, 'a choice is there twice'),
      v.readonly(),
    ),
  }),
  v.strictObject({ name: AttributeNameSchema, type: v.literal('text') }),
  v.pipe(
    v.strictObject({
      name: AttributeNameSchema,
      type: v.literal('number'),
      /** Both belong to the range; null: there is no bound. */
      minimum: BoundSchema,
      maximum: BoundSchema,
    }),
    v.check(
      ({ minimum, maximum }) => minimum === null || maximum === null || minimum <= maximum,
      'the minimum is above the maximum',
    ),
  ),
  v.strictObject({ name: AttributeNameSchema, type: v.literal('boolean') }),
])
export type Attribute = Readonly<v.InferOutput<typeof AttributeSchema>>

/** Says of a list or an object that what is wrong in one part is no reason to doubt the others. */
export const PARTS_STAND_ALONE = { partsStandAlone: true }

/** The attributes of a label in the order in which they are shown; names are unique. */
export const AttributeListSchema = v.pipe(
  v.array(AttributeSchema),
  v.maxLength(ATTRIBUTE_LIMIT),
  v.check(
    (attributes) => new Set(attributes.map(({ name }) => name)).size === attributes.length,
    'two attributes of a label share a name',
  ),
  v.metadata(PARTS_STAND_ALONE),
  v.readonly(),
)

export const AttributeValueSchema = v.union(
  [v.pipe(v.string(), v.minLength(1), v.maxLength(VALUE_LENGTH)), NumberSchema, v.boolean()],
  `a value is a text of 1 to ${VALUE_LENGTH} characters, a number, true or false`,
)
export type AttributeValue = v.InferOutput<typeof AttributeValueSchema>

/** A span's values by the names of their attributes. One that has no value is not among them. */
export type Attributes = Readonly<Record<string, AttributeValue>>

const NO_ATTRIBUTES: Attributes = Object.freeze({})

/**
 * The values of a span, whatever attributes its label has: they stay as they are when the label set
 * changes, and what a colleague's labels allow is kept here too. The names come out in one order.
 */
export const AttributesSchema = v.pipe(
  v.custom<Attributes>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'it is no object of names and values',
  ),
  // `record` passes over such names, and their values would be dropped in silence.
  v.check(
    (input) => Object.keys(input).every((name) => !MAGIC_NAMES.has(name)),
    'it holds a name that an attribute cannot have',
  ),
  v.record(AttributeNameSchema, AttributeValueSchema),
  v.check((input) => Object.keys(input).length <= ATTRIBUTE_LIMIT, 'it holds too many values'),
  v.transform(orderedAttributes),
  v.metadata(PARTS_STAND_ALONE),
)

/** The same values, with their names in the one order in which they are compared and written. */
export function orderedAttributes(attributes: Attributes): Attributes {
  const names = Object.keys(attributes)
  if (names.length === 0) return NO_ATTRIBUTES
  return Object.fromEntries(
    names.toSorted().map((name): [string, AttributeValue] => [name, valueIn(attributes, name)]),
  )
}

/** A span's values after one of them was given, or taken away (null). */
export function withValue(
  attributes: Attributes,
  name: string,
  value: AttributeValue | null,
): Attributes {
  const { [name]: _, ...others } = attributes
  return orderedAttributes(value === null ? others : { ...others, [name]: value })
}

/** A text that is the same for two spans just when their values are. */
export function attributesKey({ attributes }: { readonly attributes: Attributes }): string {
  const ordered = orderedAttributes(attributes)
  // Most spans have none, and this is asked of every pair.
  return ordered === NO_ATTRIBUTES ? '{}' : JSON.stringify(ordered)
}

/** The value of an attribute; null where the span has none. */
export function valueNamed(attributes: Attributes, name: string): AttributeValue | null {
  return Object.hasOwn(attributes, name) ? valueIn(attributes, name) : null
}

function valueIn(attributes: Attributes, name: string): AttributeValue {
  const value = attributes[name]
  if (value === undefined) throw new RangeError(`There is no value of “${name}”`)
  return value
}

/**
 * Whether a value is one that its attribute allows.
 * @returns Undefined when it is, or what is asked for, as it completes "…: ".
 */
export function valueProblem(attribute: Attribute, value: AttributeValue): string | undefined {
  switch (attribute.type) {
    case 'choice':
      if (typeof value === 'string' && attribute.choices.includes(value)) return undefined
      return `not one of the choices: ${attribute.choices.join(', ')}`
    case 'text':
      return typeof value === 'string' ? undefined : 'not a text'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'neither yes nor no'
    case 'number': {
      if (typeof value !== 'number') return 'not a number'
      const { minimum, maximum } = attribute
      if (minimum !== null && value < minimum) return `less than ${minimum}`
      return maximum !== null && value > maximum ? `more than ${maximum}` : undefined
    }
  }
}

/** A value as a person reads it. */
export function showValue(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
