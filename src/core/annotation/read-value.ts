import { fail, ok, type Result } from '../result.ts'
import { VALUE_LENGTH, valueProblem, type Attribute, type AttributeValue } from './attribute.ts'

/** As a person writes a number; separators of thousands mean one thing here and another there. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u

const MINUS = '\u2212'
const ARABIC_POINT = '\u066B'

/**
 * What a person means by what was typed for an attribute that is written and not chosen: digits of
 * any script count, and white space at the ends does not.
 * @returns The value; null when nothing but white space was typed. Else why it cannot be used, as it
 * completes "…: ".
 */
export function readValue(
  attribute: Attribute,
  typed: string,
): Result<AttributeValue | null, string> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const read = attribute.type === 'number' ? readNumber(text) : ok(text)
  if (!read.ok) return read
  const { value } = read
  if (typeof value === 'string' && value.length > VALUE_LENGTH) {
    return fail(`longer than ${VALUE_LENGTH} characters`)
  }
  const problem = valueProblem(attribute, value)
  return problem === undefined ? ok(value) : fail(problem)
}

/** @returns A number, or why it is none that can be kept as it was typed. */
export function readNumber(typed: string): Result<number, string> {
  const text = typed
    // Marks of direction come along where a number is copied out of right-to-left text.
    .replaceAll(/[\s\p{Cf}]+/gu, ' ')
    .trim()
    .replaceAll(/\p{Nd}/gu, plainDigit)
    .replace(MINUS, '-')
    .replace(ARABIC_POINT, '.')
  if (!NUMBER.test(text)) return fail('not a number, such as 1200 or 0.5')
  const value = Number(text)
  // Digits would be lost beyond it, which nobody would see.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return fail('too large to be kept exactly')
  return ok(value === 0 ? 0 : value)
}

/** The digit of ASCII for one of any script: all scripts have theirs from 0 to 9 side by side. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}
