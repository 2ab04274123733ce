import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setBy, spansOfOne } from '../../../../tests/support/review.ts'
import { alignSets, type AlignedGroup } from '../align-sets.ts'
import { placesOf } from './places.ts'

/** Whatever the order. */
const asSet = (groups: readonly AlignedGroup[]): ReadonlySet<string> =>
  new Set(groups.map((group) => JSON.stringify(group)))

test('places are the groups of the alignment', () => {
  fc.assert(
    fc.property(
      fc.array(spansOfOne('x'), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (lists, isTurned) => {
        const sets = lists.map((spans, index) => setBy(['ada', 'bo', 'cy'][index] ?? '', ...spans))
        const given = isTurned ? sets.toReversed() : sets
        expect(asSet(placesOf(given))).toEqual(asSet(alignSets(sets)))
      },
    ),
    { numRuns: 500 },
  )
})
