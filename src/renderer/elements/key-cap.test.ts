import { expect, test } from 'vitest'
import { COMMANDS } from '../../contract/commands.ts'
import { keyCaps } from './key-cap.ts'

test.each([
  ['j', ['J'], ['J']],
  ['?', ['?'], ['?']],
  ['+', ['+'], ['+']],
  ['Mod++', ['Ctrl', '+'], ['⌘', '+']],
  ['Mod+Shift+N', ['Ctrl', 'Shift', 'N'], ['⇧', '⌘', 'N']],
  ['Alt+Shift+ArrowLeft', ['Alt', 'Shift', '←'], ['⌥', '⇧', '←']],
  ['Escape', ['Esc'], ['Esc']],
  ['Delete', ['Del'], ['⌦']],
  ['Enter', ['Enter'], ['Return']],
])('%s', (keys, others, mac) => {
  expect(keyCaps(keys, false)).toEqual(others)
  expect(keyCaps(keys, true)).toEqual(mac)
})

test('every key of a command has a cap', () => {
  const chords = COMMANDS.flatMap(({ keys }): readonly string[] => keys)
  for (const chord of chords) {
    for (const cap of keyCaps(chord, false)) expect(cap).not.toMatch(/^(Mod|Arrow)/)
  }
})
