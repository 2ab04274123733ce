import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, recordsBy, verdictOn } from '../../../../tests/support/review-records.ts'
import { nextInstant } from '../verdicts.ts'
import { mergeRecords } from './merge-records.ts'
import { reviewState, validRecords } from './review-state.ts'
import { openReviewSteps } from './steps.ts'
import { withdrawStep } from './withdraw-step.ts'

const saying = { by: 'rev', at: instant(100), step: 'w', newId: () => 'w' }

describe('withdrawStep', () => {
  const one = verdictOn(['ada/a'], { id: 'v1', step: 's1' })
  const two = verdictOn(['ada/b'], { id: 'v2', step: 's1' })
  const later = verdictOn(['ada/c'], { id: 'v3', step: 's2', at: instant(5) })

  it('takes a step back as a whole, also when it is not the last', () => {
    const records = [one, two, later]
    const withdrawal = withdrawStep(records, 's1', saying)
    expect(withdrawal).toMatchObject({ kind: 'withdrawal', records: ['v1', 'v2'] })
    const after = [...records, withdrawal!]
    expect(reviewState(after).verdicts).toEqual([later])
    expect(openReviewSteps(after, 'rev').redo).toEqual(['w'])
    expect(withdrawStep(after, 's1', saying)).toBeNull()
  })

  it('leaves what others said in a step of that name', () => {
    expect(withdrawStep([{ ...one, by: 'other' }], 's1', saying)).toBeNull()
  })

  it('takes nothing but that step, whatever was said', () => {
    fc.assert(
      fc.property(recordsBy('rev'), recordsBy('bo'), fc.nat(), (own, others, chosen) => {
        const records = mergeRecords(own, others)
        const step = own[chosen % Math.max(1, own.length)]?.step ?? 'none'
        const at = nextInstant(records, 0)
        const withdrawal = withdrawStep(records, step, { ...saying, at })
        const after = validRecords(withdrawal === null ? records : [...records, withdrawal])
        const stays = ({ by, kind, step: of }: (typeof after)[number]): boolean =>
          by !== 'rev' || of !== step || (kind !== 'verdict' && kind !== 'status')
        expect(after).toEqual(validRecords(records).filter(stays))
      }),
    )
  })
})
