import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stableJson } from './stable-json.ts'

describe('stableJson', () => {
  it('writes rows on a line each, everything else indented', () => {
    const value = {
      a: 1,
      spans: [{ id: 'x', at: [1, 2] }, { id: 'y' }],
      list: [1],
      none: [],
      o: {},
    }
    expect(stableJson(value, new Set(['spans']))).toBe(`{
  "a": 1,
  "spans": [
    {"id":"x","at":[1,2]},
    {"id":"y"}
  ],
  "list": [
    1
  ],
  "none": [],
  "o": {}
}
`)
  })

  it('escapes the line terminators that JSON leaves as they are', () => {
    expect(stableJson({ text: 'a\u2028b\u2029c\u0085d\n' }, new Set())).toBe(
      String.raw`{
  "text": "a\u2028b\u2029c\u0085d\n"
}` + '\n',
    )
  })

  it('is JSON of the same value, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const rows = new Set(['a', 'spans'])
        const wrapped = { a: value, spans: [value], value }
        // JSON knows no -0.
        const expected: unknown = JSON.parse(JSON.stringify(wrapped))
        expect(JSON.parse(stableJson(wrapped, rows))).toEqual(expected)
      }),
    )
  })
})
