import { describe, expect, it } from 'vitest'
import { trimWhiteSpace } from './range.ts'

describe('trimWhiteSpace', () => {
  it.each([
    ['  word ', 'word'],
    ['\r\n\u00A0\uFEFF\u200Bword\u2029\u0085\u3000', 'word'],
    ['word', 'word'],
    ['two words', 'two words'],
    ['\u200Dword\u200C', '\u200Dword\u200C'],
    ['😀 ', '😀'],
  ])('reduces %j to %j', (text, expected) => {
    const range = trimWhiteSpace(text, { start: 0, end: text.length })
    expect(text.slice(range?.start, range?.end)).toBe(expected)
  })

  it.each(['', ' ', '\uFEFF\u200B\u2060\r\n\t'])('finds nothing in %j', (text) => {
    expect(trimWhiteSpace(text, { start: 0, end: text.length })).toBeUndefined()
  })

  it('looks at nothing outside the range', () => {
    expect(trimWhiteSpace('a  b', { start: 1, end: 3 })).toBeUndefined()
    expect(trimWhiteSpace('a  b', { start: 1, end: 4 })).toEqual({ start: 3, end: 4 })
  })
})
