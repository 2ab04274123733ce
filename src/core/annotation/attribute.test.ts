import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  ATTRIBUTE_LIMIT,
  AttributeListSchema,
  attributesKey,
  AttributesSchema,
  orderedAttributes,
  showValue,
  valueNamed,
  valueProblem,
  withValue,
  type Attribute,
} from './attribute.ts'

const OUTCOME: Attribute = { name: 'outcome', type: 'choice', choices: ['killed', 'wounded'] }
const COUNT: Attribute = { name: 'count', type: 'number', minimum: 0, maximum: 1000 }
const EXACT: Attribute = { name: 'exact', type: 'boolean' }
const WHO: Attribute = { name: 'who', type: 'text' }

/** As JSON brings it: `__proto__` is a key like others there. */
function fromJson(json: string): unknown {
  return JSON.parse(json)
}

describe('AttributesSchema', () => {
  it('takes texts, numbers and truth values, and puts their names in order', () => {
    const values = { who: 'soldiers', count: 34, exact: false, نتيجة: 'قُتلوا' }
    const parsed = v.parse(AttributesSchema, values)
    expect(parsed).toEqual(values)
    expect(Object.keys(parsed)).toEqual(['count', 'exact', 'who', 'نتيجة'])
  })

  it.each([
    ['a list', '["killed"]'],
    ['nothing', 'null'],
    ['a value that is an object', '{"count":{"at least":34}}'],
    ['no value', '{"count":null}'],
    ['an empty text', '{"who":""}'],
    ['a name with white space around it', '{" who":"x"}'],
    ['an empty name', '{"":"x"}'],
    ['a name that is too long', `{"${'x'.repeat(61)}":"x"}`],
    ['a value that is too long', `{"who":"${'x'.repeat(501)}"}`],
    ['a number without an end', '{"count":1e999}'],
    ['the name of every object’s ancestor', '{"__proto__":{"polluted":true}}'],
    ['the name of what makes objects', '{"constructor":"x"}'],
  ])('refuses %s', (_what, json) => {
    expect(v.is(AttributesSchema, fromJson(json))).toBe(false)
  })

  it('refuses more values than a span can have', () => {
    const names = Array.from({ length: ATTRIBUTE_LIMIT + 1 }, (_, index) => [`n${index}`, true])
    expect(v.is(AttributesSchema, Object.fromEntries(names))).toBe(false)
    expect(v.is(AttributesSchema, Object.fromEntries(names.slice(1)))).toBe(true)
  })

  it('knows one zero, as JSON does', () => {
    expect(Object.is(v.parse(AttributesSchema, { count: -0 })['count'], 0)).toBe(true)
  })
})

describe('AttributeListSchema', () => {
  it('takes every type', () => {
    expect(v.parse(AttributeListSchema, [OUTCOME, COUNT, EXACT, WHO])).toHaveLength(4)
  })

  it.each<[string, unknown]>([
    ['two of one name', [WHO, { ...EXACT, name: 'who' }]],
    ['a choice of nothing', [{ ...OUTCOME, choices: [] }]],
    ['the same choice twice', [{ ...OUTCOME, choices: ['killed', 'killed'] }]],
    ['a minimum above the maximum', [{ ...COUNT, minimum: 1001 }]],
    ['an unknown type', [{ name: 'when', type: 'moment' }]],
    ['a name that objects have', [{ name: '__proto__', type: 'text' }]],
  ])('refuses %s', (_what, list) => {
    expect(v.is(AttributeListSchema, list)).toBe(false)
  })
})

describe('values', () => {
  it('are given, changed and taken away without touching what was', () => {
    const none = {}
    const given = withValue(none, 'outcome', 'killed')
    expect(valueNamed(given, 'outcome')).toBe('killed')
    expect(withValue(given, 'count', 34)).toEqual({ count: 34, outcome: 'killed' })
    expect(withValue(given, 'outcome', null)).toEqual({})
    expect([none, given]).toEqual([{}, { outcome: 'killed' }])
  })

  it('are none where every object has something', () => {
    expect(valueNamed({}, 'toString')).toBeNull()
  })

  it('have one key whatever their order, and another for another type', () => {
    const names = fc.constantFrom('a', 'b', '10', '9', 'نتيجة')
    const value = fc.oneof(fc.constantFrom('1', 'x'), fc.constantFrom(1, 2.5), fc.boolean())
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(names, value), { selector: ([name]) => name }), (all) => {
        const key = attributesKey({ attributes: Object.fromEntries(all) })
        expect(attributesKey({ attributes: Object.fromEntries(all.toReversed()) })).toBe(key)
        expect(attributesKey({ attributes: orderedAttributes(Object.fromEntries(all)) })).toBe(key)
        for (const [name, was] of all) {
          const text = { ...Object.fromEntries(all), [name]: `${String(was)}!` }
          expect(attributesKey({ attributes: text })).not.toBe(key)
        }
      }),
    )
    expect(attributesKey({ attributes: { count: 1 } })).not.toBe(
      attributesKey({ attributes: { count: '1' } }),
    )
  })

  it.each<[Attribute, string | number | boolean, string | undefined]>([
    [OUTCOME, 'killed', undefined],
    [OUTCOME, 'hurt', 'not one of the choices: killed, wounded'],
    [OUTCOME, true, 'not one of the choices: killed, wounded'],
    [COUNT, 0, undefined],
    [COUNT, 1000, undefined],
    [COUNT, -1, 'less than 0'],
    [COUNT, 1000.5, 'more than 1000'],
    [COUNT, '34', 'not a number'],
    [{ ...COUNT, minimum: null, maximum: null }, -1e300, undefined],
    [EXACT, false, undefined],
    [EXACT, 'no', 'neither yes nor no'],
    [WHO, 'soldiers', undefined],
    [WHO, 34, 'not a text'],
  ])('%j: %j is %s', (attribute, value, problem) => {
    expect(valueProblem(attribute, value)).toBe(problem)
  })

  it('are shown in words', () => {
    expect([showValue('killed'), showValue(34.5), showValue(true), showValue(false)]).toEqual([
      'killed',
      '34.5',
      'yes',
      'no',
    ])
  })
})
