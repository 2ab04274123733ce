import { expect, it } from 'vitest'
import { piecesOf } from './emphasis.ts'

it.each<[string, number[], string[]]>([
  ['Undo', [], ['Undo']],
  ['Undo', [0, 1, 2, 3], ['[Undo]']],
  ['Mark as claim', [8, 0], ['[M]', 'ark as ', '[c]', 'laim']],
  ['A 😀 b', [2, 5], ['A ', '[😀]', ' ', '[b]']],
  ['', [], []],
])('cuts %j at %j', (title, matched, expected) => {
  const pieces = piecesOf(title, matched)
  expect(pieces.map(({ text, isMatched }) => (isMatched ? `[${text}]` : text))).toEqual(expected)
})
