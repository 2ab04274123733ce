import { expect, test } from 'vitest'
import { percentileInterval, randomFrom, resampledSums } from './bootstrap.ts'

const draw = (seed: number): number[] => Array.from({ length: 1000 }, randomFrom(seed))

test('each sample adds up as many rows as there are', () => {
  const matrix = Float64Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 1 : (at - 1) / 2))
  const sums = [...resampledSums(matrix, 2, 400, randomFrom(1))]
  expect(sums).toHaveLength(400)
  expect(new Set(sums.map(([count]) => count))).toEqual(new Set([50]))
  expect(new Set(sums.map(([, sum]) => sum)).size).toBeGreaterThan(100)
  // 50 draws of a mean of 24.5; the mean of 400 such sums lies within 5 standard errors of 5.1.
  const mean = sums.reduce((total, [, sum = 0]) => total + sum, 0) / sums.length
  expect(Math.abs(mean - 50 * 24.5)).toBeLessThan(26)
})

test('the same seed gives the same numbers, in [0, 1)', () => {
  expect(draw(5)).toEqual(draw(5))
  expect(draw(5)).not.toEqual(draw(6))
  expect(new Set(draw(0)).size).toBe(1000)
  expect(draw(0).every((number) => number >= 0 && number < 1)).toBe(true)
})

test('an interval leaves as many values below as above', () => {
  expect(percentileInterval(Float64Array.from({ length: 1001 }, (_, value) => value))).toEqual([
    25, 975,
  ])
})
