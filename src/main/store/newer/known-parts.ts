import * as v from 'valibot'

/** What all kinds of schemas have that are looked into here. */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly item?: v.GenericSchema
  readonly items?: readonly v.GenericSchema[]
  readonly key?: string
  readonly options?: readonly v.GenericSchema[]
  readonly wrapped?: v.GenericSchema
}

/**
 * A value without the keys of objects and the further elements of tuples that a strict schema does not
 * know: as much of it as a program can read that is older than who wrote it. Nothing else is checked; what
 * does not fit the schema stays as it is, unless the schema says that its parts stand alone.
 */
export function knownParts(schema: v.GenericSchema, value: unknown): unknown {
  const known = knownWithin(schema, value)
  return v.getMetadata(schema)['partsStandAlone'] === true ? fittingParts(schema, known) : known
}

/** The parts of a list or an object that its schema would take if there were no others. */
function fittingParts(schema: v.GenericSchema, value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => v.is(schema, [each]))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(([key, each]) => v.is(schema, Object.fromEntries([[key, each]]))),
  )
}

function knownWithin(schema: v.GenericSchema, value: unknown): unknown {
  const shape = schema as unknown as Shape
  switch (shape.type) {
    case 'strict_object':
      return isObject(value) ? knownKeys(shape.entries ?? {}, value) : value
    case 'array': {
      const { item } = shape
      return Array.isArray(value) && item ? value.map((each) => knownParts(item, each)) : value
    }
    case 'strict_tuple': {
      const { items = [] } = shape
      return Array.isArray(value)
        ? items.map((item, index) => knownParts(item, value[index]))
        : value
    }
    case 'nullable':
    case 'optional':
      return shape.wrapped ? knownParts(shape.wrapped, value) : value
    case 'variant': {
      const option = shape.options?.find((each) => isMeant(each, shape.key ?? '', value))
      return option ? knownParts(option, value) : value
    }
    default:
      return value
  }
}

function knownKeys(
  entries: Readonly<Record<string, v.GenericSchema>>,
  value: Readonly<Record<string, unknown>>,
): object {
  const known = Object.entries(entries).filter(([key]) => Object.hasOwn(value, key))
  return Object.fromEntries(known.map(([key, entry]) => [key, knownParts(entry, value[key])]))
}

/** Whether a value is of the option of a variant that its key names. */
function isMeant(option: v.GenericSchema, key: string, value: unknown): boolean {
  const named = (option as unknown as Shape).entries?.[key]
  return named !== undefined && isObject(value) && v.is(named, value[key])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
