import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setBy, spanOf, spansOfOne } from '../../../../tests/support/review.ts'
import { confusionOf, countConfusion, newCells, symmetricConfusion } from './confusion.ts'

const LABELS = ['claim', 'actor', 'date']

test('a place is one cell, by the labels of both or not marked', () => {
  const cells = newCells(LABELS.length)
  const ada = setBy('ada', spanOf('1', 0, 5), spanOf('2', 10, 15, 'actor'), spanOf('3', 20, 25))
  const bo = setBy(
    'bo',
    spanOf('1', 1, 4),
    spanOf('2', 10, 15, 'date'),
    spanOf('4', 30, 35, 'date'),
  )
  countConfusion([ada, bo], LABELS, cells)
  expect(confusionOf(LABELS, cells)).toEqual({
    labels: LABELS,
    cells: [
      [1, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ],
  })
})

test('every span is in one cell, and turned round the matrix is transposed', () => {
  fc.assert(
    fc.property(spansOfOne('a'), spansOfOne('b'), (a, b) => {
      const [one, other] = [setBy('ada', ...a), setBy('bo', ...b)]
      const [there, back] = [newCells(LABELS.length), newCells(LABELS.length)]
      countConfusion([one, other], LABELS, there)
      countConfusion([other, one], LABELS, back)
      const { cells } = confusionOf(LABELS, there)
      for (const [number, label] of LABELS.entries()) {
        const row = cells[number]?.reduce((sum, count) => sum + count, 0)
        expect(row).toBe(a.filter((span) => span.label === label).length)
        expect(cells[number]).toEqual(confusionOf(LABELS, back).cells.map((each) => each[number]))
      }
    }),
  )
})

test('pairs add up, and nobody comes first', () => {
  const one = Int32Array.from([4, 1, 2, 3, 5, 0, 0, 7, 0])
  const { cells } = symmetricConfusion(['claim', 'actor'], [one, one])
  expect(cells).toEqual([
    [8, 8, 4],
    [8, 10, 14],
    [4, 14, 0],
  ])
})
