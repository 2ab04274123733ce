import { expect, it } from 'vitest'
import type { KeyConflict } from '../../contract/key-map.ts'
import { describeConflict } from './conflict-words.ts'

it.each<[KeyConflict['with'], string]>([
  [{ type: 'kept', does: 'closes the window' }, 'Ctrl+W cannot be used: it closes the window.'],
  [{ type: 'label', label: 'claim' }, 'Ctrl+W marks as claim instead.'],
  [
    { type: 'command', command: 'articles.next', wins: true },
    'Ctrl+W means “Next article” instead.',
  ],
  [
    { type: 'command', command: 'articles.next', wins: false },
    'Ctrl+W no longer means “Next article”.',
  ],
])('%j', (other, words) => {
  const conflict = { command: 'view.focus', chord: 'Mod+W', with: other } as const
  expect(describeConflict(conflict, 'Ctrl+W')).toBe(words)
})
