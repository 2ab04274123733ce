import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { parseJson } from './json-syntax.ts'

describe('parseJson', () => {
  it.each([
    ['', 'it ends in the middle, on line 1'],
    ['{\n  "a": [1, 2', 'it ends in the middle, on line 2'],
    ['{\n  "a": "cut of', 'it ends in the middle, on line 2'],
    ['{"a": "a\nb"}', 'it is not JSON from line 1, column 7'],
    ['{"a": 1,}', 'it is not JSON from line 1, column 9'],
    ['{\n"a": 1,\n<<<<<<< HEAD\n"b": 2\n}', 'it is not JSON from line 3, column 1'],
    ['{"😀": ?}', 'it is not JSON from line 1, column 7'],
    ['[1] []', 'it is not JSON from line 1, column 5'],
    ["{'a': 1}", 'it is not JSON from line 1, column 2'],
    ['[01]', 'it is not JSON from line 1, column 3'],
  ])('tells where %j stops being JSON', (text, message) => {
    expect(errorOf(parseJson(text))).toBe(message)
  })

  it('is not overwhelmed by deep nesting', () => {
    const message = errorOf(parseJson(`${'['.repeat(200_000)}x`))
    expect(message).toBe('it is not JSON from line 1, column 200001')
  })

  it.each([
    [
      'that ends',
      `{"text":"${'x'.repeat(10_000_000)}"x`,
      'it is not JSON from line 1, column 10000011',
    ],
    ['that is cut', `{"text":"${'x'.repeat(10_000_000)}`, 'it ends in the middle, on line 1'],
  ])('is not overwhelmed by a long string %s', (_which, text, message) => {
    expect(errorOf(parseJson(text))).toBe(message)
  })

  it('parses what is JSON and ends on what is not', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', 'x'), (json, at, sign) => {
        const text =
          json.slice(0, at % (json.length + 1)) + sign + json.slice(at % (json.length + 1))
        const parsed = parseJson(text)
        if (sign === '') expect(valueOf(parsed)).toEqual(JSON.parse(json))
        else if (!parsed.ok) expect(parsed.error).toMatch(/^it (is not JSON from|ends in)/)
      }),
    )
  })
})
