import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalChord, isCasedLetter, parseChord, writeChord, writesNothing } from './chord.ts'
import { keptFor } from './kept-chords.ts'

describe('canonicalChord', () => {
  it.each([
    ['j', 'j'],
    ['J', 'j'],
    ['mod+k', 'Mod+K'],
    ['Shift+g', 'Shift+G'],
    ['Alt+j', 'Alt+J'],
    ['Shift+Mod+Z', 'Mod+Shift+Z'],
    ['shift+alt+mod+ArrowLeft', 'Mod+Alt+Shift+ArrowLeft'],
    ['?', '?'],
    ['+', '+'],
    ['Mod++', 'Mod++'],
    ['Mod+,', 'Mod+,'],
    ['5', '5'],
    ['Shift+5', 'Shift+5'],
    ['F24', 'F24'],
    ['Space', 'Space'],
    ['Ö', 'ö'],
    ['Shift+ö', 'Shift+Ö'],
    ['ß', 'ß'],
    ['İ', 'İ'],
    ['ф', 'ф'],
    ['€', '€'],
  ])('writes %s as %s', (written, canonical) => {
    expect(canonicalChord(written)).toBe(canonical)
  })

  it.each([
    '',
    ' ',
    '+j',
    'Mod+',
    'Mod+Shift',
    'Mod',
    'Ctrl+K',
    'Mod+Mod+K',
    'Mod+Foo',
    'home',
    'F25',
    'jj',
    'Shift+?',
    'Shift++',
    '\u0301',
    '👍🏽',
    'Mod + K',
  ])('refuses %j', (written) => {
    expect(canonicalChord(written)).toBeUndefined()
  })
})

it('reads back every chord that it writes', () => {
  const keys = fc.oneof(
    fc.constantFrom('Enter', 'Space', 'PageUp', 'F3', '+', '-', '?', '/', ',', '1', '9', 'ß', 'ö'),
    fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZжЖع'),
  )
  const chords = fc.record({
    mod: fc.boolean(),
    alt: fc.boolean(),
    shift: fc.boolean(),
    key: keys,
  })
  fc.assert(
    fc.property(chords, (chord) => {
      const written = writeChord(chord)
      const parsed = parseChord(written)
      if (parsed === undefined) expect(chord.shift && /^[+\-?/,]$/.test(chord.key)).toBe(true)
      else expect(writeChord(parsed)).toBe(written)
    }),
  )
})

it.each([
  ['Mod+K', true],
  ['F3', true],
  ['Shift+F3', true],
  ['k', false],
  ['Alt+K', false],
  ['Mod+Alt+K', false],
  ['Shift+ArrowLeft', false],
])('%s writes nothing: %s', (chord, expected) => {
  expect(writesNothing(chord)).toBe(expected)
})

it.each([
  ['a', true],
  ['Ö', true],
  ['ж', true],
  ['ß', false],
  ['İ', false],
  ['ع', false],
  ['1', false],
  ['Home', false],
])('%s is large or small: %s', (key, expected) => {
  expect(isCasedLetter(key)).toBe(expected)
})

describe('keptFor', () => {
  it.each(['Mod+W', 'Mod+T', 'Mod+N', 'Mod+Q', 'F5', 'Mod++', 'Alt+F4'])('keeps %s', (chord) => {
    expect(keptFor(chord)).toMatch(/^[a-z]+ /)
  })

  it.each(['Mod+K', 'j', 'F3', 'Mod+Shift+Z'])('leaves %s', (chord) => {
    expect(keptFor(chord)).toBeUndefined()
  })
})
