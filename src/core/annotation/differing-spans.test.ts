import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import { countDifferingSpans } from './differing-spans.ts'
import type { Span } from './span.ts'

const TEXT = 'At least 34 soldiers died, the governor said.'
const died = spanOn(TEXT, '34 soldiers', { id: 'died' })
const governor = spanOn(TEXT, 'the governor', { id: 'governor' })

function setOf(...spans: readonly Span[]): AnnotationSet {
  return { ...emptySet('a1', 'ada'), spans }
}

function numbered(numbers: readonly number[]): AnnotationSet {
  return setOf(...numbers.map((number) => ({ ...died, id: `s${number}` })))
}

/** How many of the numbers the others lack. */
function onlyIn(numbers: readonly number[], others: readonly number[]): number {
  return numbers.filter((number) => !others.includes(number)).length
}

describe('countDifferingSpans', () => {
  it.each<readonly [name: string, before: AnnotationSet, after: AnnotationSet, count: number]>([
    ['equal sets', setOf(died), setOf({ ...died }), 0],
    ['a status alone', setOf(died), { ...setOf(died), status: 'done' }, 0],
    ['one added', setOf(died), setOf(died, governor), 1],
    ['one deleted', setOf(died, governor), setOf(died), 1],
    ['one moved', setOf(died), setOf({ ...died, end: died.end - 1 }), 1],
    ['a note', setOf(died), setOf({ ...died, note: 'of Hatay?' }), 1],
    ['another one in its place', setOf(died), setOf({ ...died, id: 'again' }), 2],
  ])('counts %s', (_name, before, after, count) => {
    expect(countDifferingSpans(before, after)).toBe(count)
    expect(countDifferingSpans(after, before)).toBe(count)
  })

  it('counts what was added and what was taken away, in any order', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }))
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        expect(countDifferingSpans(numbered(before), numbered(after))).toBe(
          onlyIn(before, after) + onlyIn(after, before),
        )
      }),
    )
  })
})
