import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockLayout } from './block-layout.ts'
import type { Block } from './block.ts'

/** Blocks of some lengths with a gap of one between, each as high in pixels as it is long. */
const layouts = fc
  .array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 })
  .map((lengths) => {
    let start = 0
    const blocks = lengths.map((length, paragraph): Block => {
      const block = { start, end: start + length, paragraph }
      start += length + 1
      return { ...block, isFirst: true, isLast: true }
    })
    return new BlockLayout(blocks, ({ start: from, end }) => end - from)
  })

describe('BlockLayout', () => {
  it('finds a place again after other heights were measured', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), fc.integer({ min: 1, max: 900 }), (layout, at, height) => {
        const distance = at % Math.ceil(layout.total)
        const place = layout.placeAt(distance)
        expect(layout.distanceTo(place)).toBeCloseTo(distance, 6)
        const index = layout.indexOf(place.offset)
        if (index > 0) {
          layout.adopt([[0, height]])
          expect(layout.placeAt(layout.distanceTo(place)).offset).toBe(place.offset)
        }
      }),
    )
  })

  it('says how far down offsets lie, never up again', () => {
    fc.assert(
      fc.property(layouts, fc.array(fc.nat()), (layout, numbers) => {
        const length = layout.blocks.at(-1)?.end ?? 0
        const offsets = numbers.map((number) => number % length).toSorted((a, b) => a - b)
        const fractions = layout.fractionsOf(offsets)
        for (const [at, fraction] of fractions.entries()) {
          expect(fraction).toBeGreaterThanOrEqual(fractions[at - 1] ?? 0)
          expect(fraction).toBeLessThanOrEqual(1)
          const distance = layout.distanceOf(offsets[at] ?? 0)
          expect(fraction * layout.total).toBeCloseTo(distance, 6)
        }
      }),
    )
  })

  it('counts changes of heights, and forgets what was measured when told to', () => {
    const [block] = fc.sample(layouts, { numRuns: 1, seed: 1 })
    if (block === undefined) throw new Error('No layout was made')
    expect(block.isMeasured(0)).toBe(false)
    expect(block.adopt([[0, 1000]])).toBe(true)
    expect([block.isMeasured(0), block.version]).toEqual([true, 1])
    expect(block.adopt([[0, 1000.01]])).toBe(false)
    block.forget(0)
    expect([block.isMeasured(0), block.version]).toEqual([false, 1])
  })
})
