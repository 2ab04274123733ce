import { expect, test } from 'vitest'
import { COMMANDS } from '../../contract/commands.ts'
import { acceleratorOf } from './accelerator.ts'

test.each([
  ['Mod+K', 'CommandOrControl+K'],
  ['j', 'J'],
  ['Shift+G', 'Shift+G'],
  ['Mod+Alt+Shift+ArrowLeft', 'CommandOrControl+Alt+Shift+Left'],
  ['+', 'Plus'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['-', '-'],
  ['Mod+,', 'CommandOrControl+,'],
  ['?', '?'],
  ['5', '5'],
  ['Shift+F3', 'Shift+F3'],
  ['Space', 'Space'],
  ['PageDown', 'PageDown'],
  ['ö', undefined],
  ['€', undefined],
  ['Mod+Foo', undefined],
])('%s is %s', (chord, accelerator) => {
  expect(acceleratorOf(chord)).toBe(accelerator)
})

test('every key of the program itself can be shown', () => {
  for (const chord of COMMANDS.flatMap(({ keys }) => keys)) {
    expect(acceleratorOf(chord)).toBeDefined()
  }
})
