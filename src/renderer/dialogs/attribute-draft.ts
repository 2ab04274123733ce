import * as v from 'valibot'
import {
  AttributeNameSchema,
  AttributeSchema,
  CHOICE_LIMIT,
  ChoiceSchema,
  type Attribute,
  type AttributeType,
} from '../../core/annotation/attribute.ts'
import { readNumber } from '../../core/annotation/read-value.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { shorten } from '../../core/text/shorten.ts'

export const TYPE_NAMES: Readonly<Record<AttributeType, string>> = {
  choice: 'Choice',
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
}

/** Most of a choice that is quoted in a message, in UTF-16 code units. */
const QUOTED = 30

/** An attribute as it stands in its fields; what its type does not need waits for another type. */
export interface AttributeDraft {
  readonly name: string
  readonly type: AttributeType
  /** One a line. */
  readonly choices: string
  readonly minimum: string
  readonly maximum: string
}

/** What is wrong with a draft, and in which of its fields. */
export interface DraftProblem {
  readonly field: Exclude<keyof AttributeDraft, 'type'>
  /** A sentence. */
  readonly message: string
}

/** The fields for an attribute. */
export function draftOf(attribute: Attribute): AttributeDraft {
  const { name, type } = attribute
  const empty = { name, type, choices: '', minimum: '', maximum: '' }
  if (type === 'choice') return { ...empty, choices: attribute.choices.join('\n') }
  if (type !== 'number') return empty
  const [minimum, maximum] = [attribute.minimum, attribute.maximum].map((bound) =>
    bound === null ? '' : String(bound),
  ) as [string, string]
  return { ...empty, minimum, maximum }
}

/**
 * The attribute that its fields describe.
 * @param taken - Names of the label's other attributes.
 */
export function readDraft(
  draft: AttributeDraft,
  taken: readonly string[],
): Result<Attribute, DraftProblem> {
  const { type } = draft
  const name = draft.name.trim()
  const nameProblem = problemOfName(name, taken)
  if (nameProblem !== null) return problem('name', nameProblem)
  if (type === 'choice') {
    const choices = linesOf(draft.choices)
    const message = problemOfChoices(choices)
    return message === null
      ? whole({ name, type, choices: [...choices] })
      : problem('choices', message)
  }
  if (type !== 'number') return whole({ name, type })
  const minimum = readBound(draft.minimum)
  if (!minimum.ok) return problem('minimum', minimum.error)
  const maximum = readBound(draft.maximum)
  if (!maximum.ok) return problem('maximum', maximum.error)
  const [least, most] = [minimum.value, maximum.value]
  if (least !== null && most !== null && least > most) {
    return problem('maximum', 'This is less than the minimum.')
  }
  return whole({ name, type, minimum: least, maximum: most })
}

/** @returns Why an attribute cannot have this name, as a sentence; null when it can. */
export function problemOfName(name: string, taken: readonly string[]): string | null {
  if (name === '') return 'An attribute needs a name.'
  if (taken.includes(name)) return `There is an attribute “${name}” already.`
  return v.is(AttributeNameSchema, name) ? null : 'An attribute cannot have this name.'
}

/** What an attribute asks for, in a few words. */
export function describeAttribute(attribute: Attribute): string {
  switch (attribute.type) {
    case 'choice':
      return attribute.choices.join(', ')
    case 'number': {
      const { minimum, maximum } = attribute
      if (minimum === null) return maximum === null ? 'number' : `number, at most ${maximum}`
      return maximum === null ? `number, ${minimum} or more` : `number, ${minimum} to ${maximum}`
    }
    case 'text':
      return 'text'
    case 'boolean':
      return 'yes or no'
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

function problemOfChoices(choices: readonly string[]): string | null {
  if (choices.length === 0) return 'Write at least one choice; nothing is saved before.'
  if (choices.length > CHOICE_LIMIT)
    return `These are ${choices.length}, of at most ${CHOICE_LIMIT}.`
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index)
  if (twice !== undefined) return `“${shorten(twice, QUOTED)}” is there twice.`
  const long = choices.find((choice) => !v.is(ChoiceSchema, choice))
  return long === undefined ? null : `“${shorten(long, QUOTED)}” is too long.`
}

function readBound(text: string): Result<number | null, string> {
  if (text.trim() === '') return ok(null)
  const read = readNumber(text)
  return read.ok ? read : fail(`This is ${read.error}.`)
}

function problem(field: DraftProblem['field'], message: string): Result<never, DraftProblem> {
  return fail({ field, message })
}

/** @throws ValiError when a rule of attributes is not told in words here. */
function whole(attribute: v.InferInput<typeof AttributeSchema>): Result<Attribute, DraftProblem> {
  return ok(v.parse(AttributeSchema, attribute))
}
