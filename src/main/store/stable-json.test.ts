import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stableBytes, stableJson } from './stable-json.ts'

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

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

describe('stableBytes', () => {
  const ROWS = new Set(['rows'])
  const row = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), fc.object())

  it('is the same in UTF-8, and the same again where rows were written before', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(row), fc.jsonValue(), (kept, added, other) => {
        const written = new WeakMap()
        stableBytes({ rows: kept }, ROWS, written)
        const value = { other, rows: [...added, ...kept.toReversed()], more: 'قال 😀\u2028' }
        expect(textOf(stableBytes(value, ROWS, written))).toBe(stableJson(value, ROWS))
        expect(textOf(stableBytes(value, ROWS))).toBe(stableJson(value, ROWS))
      }),
    )
  })

  it('lies in memory that holds nothing else, so that it can be handed over', () => {
    const bytes = stableBytes({ rows: [{ a: 'é' }] }, ROWS)
    expect(bytes.buffer.byteLength).toBe(bytes.length)
  })
})
