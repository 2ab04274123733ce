import { describe, expect, it } from 'vitest'
import type { Attribute } from './attribute.ts'
import { readValue } from './read-value.ts'

const count: Attribute = { name: 'count', type: 'number', minimum: 0, maximum: 1e6 }
const who: Attribute = { name: 'who', type: 'text' }

describe('readValue', () => {
  it.each([
    ['34', 34],
    [' 34.50 ', 34.5],
    ['+7', 7],
    ['.5', 0.5],
    ['-0', 0],
    ['٣٤', 34],
    ['۱۲', 12],
    ['३४', 34],
    ['\u200F١٢٫٥\u200F', 12.5],
    ['𝟛𝟜', 34],
    [' \n', null],
  ])('reads the number %j', (typed, value) => {
    expect(readValue(count, typed)).toEqual({ ok: true, value })
  })

  it.each([
    ['some', 'not a number, such as 1200 or 0.5'],
    ['1 200', 'not a number, such as 1200 or 0.5'],
    ['1,200', 'not a number, such as 1200 or 0.5'],
    ['1e3', 'not a number, such as 1200 or 0.5'],
    ['0x10', 'not a number, such as 1200 or 0.5'],
    ['Infinity', 'not a number, such as 1200 or 0.5'],
    ['-1', 'less than 0'],
    ['−1', 'less than 0'],
    ['1000001', 'more than 1000000'],
    ['9007199254740993', 'too large to be kept exactly'],
  ])('says why %j is none', (typed, error) => {
    expect(readValue(count, typed)).toEqual({ ok: false, error })
  })

  it('reads a text without the white space about it', () => {
    expect(readValue(who, ' Turkish soldiers ')).toEqual({ ok: true, value: 'Turkish soldiers' })
    expect(readValue(who, '  ')).toEqual({ ok: true, value: null })
    expect(readValue(who, 'x'.repeat(501))).toEqual({
      ok: false,
      error: 'longer than 500 characters',
    })
  })

  it('holds a choice to its choices', () => {
    const outcome: Attribute = { name: 'outcome', type: 'choice', choices: ['killed'] }
    expect(readValue(outcome, 'killed')).toEqual({ ok: true, value: 'killed' })
    expect(readValue(outcome, 'lost')).toEqual({
      ok: false,
      error: 'not one of the choices: killed',
    })
  })
})
