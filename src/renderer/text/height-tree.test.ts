import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HeightTree } from './height-tree.ts'

const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 })

describe('HeightTree', () => {
  it('tells where every element begins, also after changes', () => {
    fc.assert(
      fc.property(heights, fc.array(fc.tuple(fc.nat(), fc.nat(500))), (given, changes) => {
        const model = [...given]
        const tree = new HeightTree(Float64Array.from(given))
        for (const [at, height] of changes) {
          model[at % model.length] = height
          tree.change(at % model.length, height)
        }
        let top = 0
        for (const [index, height] of model.entries()) {
          expect(tree.heightOf(index)).toBe(height)
          expect(tree.topOf(index)).toBe(top)
          top += height
        }
        expect(tree.total).toBe(top)
      }),
    )
  })

  it('finds the element at any distance', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: -10, max: 40_000 }), (given, distance) => {
        const tree = new HeightTree(Float64Array.from(given))
        const index = tree.indexAt(distance)
        if (distance < 0) expect(index).toBe(0)
        else if (distance >= tree.total) expect(index).toBe(given.length - 1)
        else {
          expect(tree.topOf(index)).toBeLessThanOrEqual(distance)
          expect(tree.topOf(index + 1)).toBeGreaterThan(distance)
        }
      }),
    )
  })

  it('may be empty', () => {
    const tree = new HeightTree(new Float64Array())
    expect([tree.total, tree.indexAt(5)]).toEqual([0, 0])
  })
})
