import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { errorOf, valueOf } from '../../tests/support/builders.ts'
import { COMMANDS } from './commands.ts'
import { parseKeyFile, writeKeyFile } from './key-file.ts'
import { KeyMapSchema, tidyKeyMap, type KeyMap } from './key-map.ts'

const chord = fc
  .tuple(
    fc.subarray(['Mod', 'Alt', 'Shift']),
    fc.constantFrom('k', 'K', 'Enter', 'F7', '9', 'Space', 'ö', 'ж'),
  )
  .map(([held, key]) => [...held, key].join('+'))
const sign = fc.constantFrom('+', '-', '?', '/', '"', '\\', 'Mod+,', 'Mod+Alt++')
const keyMap: fc.Arbitrary<KeyMap> = fc.dictionary(
  fc.constantFrom(...COMMANDS.map(({ id }) => id)),
  fc.array(fc.oneof(chord, sign), { maxLength: 4 }),
)

const fileOf = (keys: unknown): string => JSON.stringify({ format: 'rubricator-keys/1', keys })

describe('writeKeyFile', () => {
  it('is read back as what it was written from', () => {
    fc.assert(
      fc.property(keyMap, (map) => {
        const read = valueOf(parseKeyFile(writeKeyFile(map)))
        expect(read).toEqual({ keys: tidyKeyMap(map), unknown: [] })
        expect(v.is(KeyMapSchema, read.keys)).toBe(true)
        expect(writeKeyFile(read.keys)).toBe(writeKeyFile(tidyKeyMap(map)))
      }),
    )
  })

  it('names every command, sorted, one a line', () => {
    const text = writeKeyFile({ 'palette.open': ['Mod+P', '"'] })
    expect(text).toContain('\n    "palette.open": ["Mod+P", "\\""],\n')
    const ids = [...text.matchAll(/^ {4}"([^"]+)"/gm)].map(([, id]) => id)
    expect(ids).toEqual(COMMANDS.map(({ id }) => id).toSorted())
    expect(JSON.parse(text)).toMatchObject({ format: 'rubricator-keys/1' })
  })
})

describe('parseKeyFile', () => {
  it('leaves the keys of other commands, and tells unknown names', () => {
    const text = fileOf({ 'palette.open': ['mod+p'], 'time.travel': ['nonsense'], toString: [] })
    expect(valueOf(parseKeyFile(text))).toEqual({
      keys: { 'palette.open': ['Mod+P'] },
      unknown: ['time.travel', 'toString'],
    })
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'It is not JSON, or ends in the middle.'],
    ['half a file', '{\n  "format"\n', 'It is not JSON'],
    ['a comma too many', '{\n  "format": "x",,\n}', 'It is not JSON from line 2 on.'],
    ['another kind of JSON', '[]', 'It is no file of keys: '],
    ['no keys', '{"format":"rubricator-keys/1"}', 'field "keys": it is missing'],
    [
      'more than belongs there',
      '{"format":"rubricator-keys/1","keys":{},"more":1}',
      'field "more": it is unknown',
    ],
    ['keys that are no list', fileOf({ 'palette.open': 'Mod+K' }), 'field "keys.palette.open"'],
    ['another format', '{"format":"rubricator/1","keys":{}}', 'its format is "rubricator/1"'],
    ['a format without a version', '{"format":"rubricator-keys","keys":{}}', 'its format is'],
    ['a newer version', '{"format":"rubricator-keys/2","keys":{}}', 'a newer version'],
    [
      'a key that is none',
      '{\n  "format": "rubricator-keys/1",\n  "keys": {\n    "find.open": ["Ctrl+F"]\n  }\n}',
      'Line 4, "find.open": "Ctrl+F" is no key that a command can have.',
    ],
    ['too many keys', fileOf({ 'find.open': [...'abcdefghi'] }), 'more than 8 keys'],
    ['a book', `${fileOf({})}${' '.repeat(100_000)}`, 'too large'],
  ])('refuses %s', (_what, text, message) => {
    expect(errorOf(parseKeyFile(text))).toContain(message)
  })

  it.each([
    ['format', `{"format":"${'x'.repeat(50_000)}","keys":{}}`],
    ['key', fileOf({ 'find.open': ['x'.repeat(50_000)] })],
  ])('is brief about a %s without end', (_what, text) => {
    expect(errorOf(parseKeyFile(text)).length).toBeLessThan(500)
  })
})
