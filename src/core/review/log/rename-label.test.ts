import { describe, expect, it } from 'vitest'
import { verdictOn } from '../../../../tests/support/review-records.ts'
import { setBy, spanOf } from '../../../../tests/support/review.ts'
import { reviewItems } from '../review-items.ts'
import type { Verdict } from './record.ts'
import { renameLabel } from './rename-label.ts'

describe('renameLabel', () => {
  const verdict = verdictOn(['ada/a'], { id: 'v1', guideline: 'claim' })

  it('keeps a verdict standing on marks that have the new name', () => {
    const renamed = renameLabel([verdict], 'claim', 'assertion') as readonly Verdict[]
    expect(renamed[0]).toMatchObject({ guideline: 'assertion', outcome: [{ label: 'assertion' }] })
    const set = setBy('ada', spanOf('a', 0, 5, 'assertion'))
    expect(reviewItems([set], renamed)).toMatchObject([{ state: 'decided' }])
    expect(renameLabel(renamed, 'assertion', 'claim')).toEqual([verdict])
  })

  it('leaves what does not name it as it is', () => {
    const records = [verdict]
    expect(renameLabel(records, 'actor', 'person')).toBe(records)
  })
})
