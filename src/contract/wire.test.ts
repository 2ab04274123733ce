import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { decodeMessage, encodeMessage } from './wire.ts'

const awkwardKey = fc.constantFrom('$bytes', '$$bytes', '$$$bytes', 'bytes', '__proto__', 'name')

/** JSON values that hold bytes anywhere and keys that look like the encoding's own. */
const { message } = fc.letrec<{ message: unknown }>((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('message'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(awkwardKey, fc.string()), tie('message'), { maxKeys: 3 }),
  ),
}))

describe('messages', () => {
  test('come back as they were sent', () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(decodeMessage(encodeMessage(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  test('carry the bytes of a Buffer as bytes', () => {
    const sent = { bytes: Buffer.from('é') }
    expect(decodeMessage(encodeMessage(sent))).toEqual({ bytes: new Uint8Array([0xc3, 0xa9]) })
  })

  test.each(['{"$bytes":5}', '{"$bytes":"AA"}', '{"$bytes":"AB=="}', '{"$bytes":null}', '{'])(
    'are refused when they are broken: %s',
    (text) => {
      expect(() => decodeMessage(text)).toThrow(SyntaxError)
    },
  )

  test('leave an object with further keys alone', () => {
    const value = { $bytes: 'no base64', name: 'a' }
    expect(decodeMessage(encodeMessage(value))).toEqual(value)
  })

  test('do not reach a prototype', () => {
    const value = decodeMessage('{"__proto__":{"$$bytes":{"writable":true}}}') as object
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value)).toEqual(['__proto__'])
  })
})

describe('base64', () => {
  test('is what Node writes, also across chunks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
      }),
    )
    const long = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251)
    expect(encodeBase64(long)).toBe(Buffer.from(long).toString('base64'))
  })

  test.each(['A', 'AAA', 'A===', '=AAA', 'AA=A', 'AAA\n', 'AAA-', 'AB==', 'AAé='])(
    'refuses %j',
    (text) => {
      expect(decodeBase64(text)).toBeNull()
    },
  )
})
