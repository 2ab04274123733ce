import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { recordsBy, verdictOn } from '../../../../tests/support/review-records.ts'
import { mergeRecords } from './merge-records.ts'
import { reviewState } from './review-state.ts'

const logs = fc.tuple(recordsBy('ada'), recordsBy('bo'), recordsBy('cy'))

describe('mergeRecords', () => {
  it('is the same in any order, and however often', () => {
    fc.assert(
      fc.property(logs, ([a, b, c]) => {
        const merged = mergeRecords(a, b, c)
        expect(mergeRecords(c, mergeRecords(b, a))).toEqual(merged)
        expect(mergeRecords(merged, b, merged)).toEqual(merged)
        expect(reviewState(mergeRecords(b, c, a))).toEqual(reviewState(merged))
      }),
    )
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(logs, (all) => {
        const ids = new Set(mergeRecords(...all).map(({ id }) => id))
        for (const { id } of all.flat()) expect(ids).toContain(id)
      }),
    )
  })

  it('takes the same one of two that share an id, from whichever side', () => {
    const record = verdictOn(['ada/a'], { id: 'x' })
    const other = { ...record, at: '2026-03-01T11:00:00.000Z' }
    expect(mergeRecords([record], [other])).toEqual(mergeRecords([other], [record]))
  })
})
