import { describe, expect, it } from 'vitest'
import { setBy, spanOf } from '../../../tests/support/review.ts'
import { alignSets } from './align-sets.ts'
import { disagreementOf } from './disagreement.ts'

/** The disagreement of two annotators over marks of which only the first ones are shared. */
function sharing(shared: number, all: number): ReturnType<typeof disagreementOf> {
  const spans = Array.from({ length: all }, (_, index) =>
    spanOf(`s${index}`, index * 10, index * 10 + 5),
  )
  return disagreementOf(alignSets([setBy('ada', ...spans), setBy('bo', ...spans.slice(0, shared))]))
}

describe('disagreementOf', () => {
  it('counts the groups of every kind', () => {
    expect(sharing(2, 5)).toEqual({
      counts: { duplicates: 0, label: 0, bounds: 0, attributes: 0, missing: 3, agreed: 2 },
      open: 3,
      priority: 9 / 5,
    })
  })

  it.each([
    ['nothing marked', 0, 0, 0],
    ['all agreed', 4, 4, 0],
    ['none agreed', 0, 4, 4],
  ])('has a priority for %s', (_name, shared, all, priority) => {
    expect(sharing(shared, all).priority).toBe(priority)
  })

  it('puts much disagreement before one lone mark, and before a little of it in a long article', () => {
    const priorities = [sharing(50, 100), sharing(0, 5), sharing(0, 1), sharing(95, 100)]
    const sorted = priorities.toSorted((a, b) => b.priority - a.priority)
    expect(sorted).toEqual(priorities)
  })
})
