import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { instant, recordsBy, verdictOn } from '../../../../tests/support/review-records.ts'
import type { ReviewRecord } from './record.ts'
import { reviewState } from './review-state.ts'
import { openReviewSteps } from './steps.ts'

function withdrawal(id: string, records: readonly string[], at: number, by = 'rev'): ReviewRecord {
  return { kind: 'withdrawal', id, by, at: instant(at), step: id, records: [...records] }
}

function said(id: string, at: number, thread: string | null): ReviewRecord {
  return {
    kind: 'comment',
    id,
    by: 'rev',
    at: instant(at),
    step: id,
    text: id,
    thread,
    mark: null,
  }
}

function solved(id: string, at: number, resolved: boolean): ReviewRecord {
  return {
    kind: 'resolution',
    id,
    by: 'ada',
    at: instant(at),
    step: id,
    thread: 'c1',
    resolved,
  }
}

function statusOf(id: string, at: number, what: 'approved' | 'in-review'): ReviewRecord {
  return { kind: 'status', id, by: 'rev', at: instant(at), step: id, status: what, open: 0 }
}

const standing = (records: readonly ReviewRecord[]): readonly string[] =>
  reviewState(records).verdicts.map(({ id }) => id)

describe('reviewState', () => {
  const first = verdictOn(['ada/a'], { id: 'v1' })
  const second = verdictOn(['ada/a'], { id: 'v2', at: instant(1), replaces: ['v1'] })

  it('lets the later verdict stand, and the earlier one again when that is withdrawn', () => {
    expect(standing([first, second])).toEqual(['v2'])
    expect(standing([second, first, withdrawal('w', ['v2'], 2)])).toEqual(['v1'])
  })

  it('takes a withdrawal back by withdrawing it', () => {
    const undone = [first, withdrawal('w', ['v1'], 1)]
    expect(standing(undone)).toEqual([])
    expect(standing([...undone, withdrawal('again', ['w'], 2)])).toEqual(['v1'])
    expect(
      standing([...undone, withdrawal('again', ['w'], 2), withdrawal('w3', ['again'], 3)]),
    ).toEqual([])
  })

  it('lets nobody take back what another person said, nor what comes later', () => {
    expect(standing([first, withdrawal('w', ['v1'], 1, 'eve')])).toEqual(['v1'])
    expect(standing([second, withdrawal('w', ['v2'], 0)])).toEqual(['v2'])
  })

  it('keeps both verdicts of two who do not know of each other', () => {
    const other = verdictOn(['ada/a'], { id: 'v3', by: 'rev2', at: instant(2), replaces: ['v1'] })
    expect(standing([first, second, other])).toEqual(['v2', 'v3'])
  })

  it('gathers threads with their answers, resolved or not', () => {
    const records = [
      said('c1', 0, null),
      said('c2', 1, null),
      said('b', 3, 'c1'),
      said('a', 2, 'c1'),
    ]
    const told = (more: readonly ReviewRecord[]): unknown =>
      reviewState([...records, ...more]).threads.map(({ comment, answers, isResolved }) => [
        comment.id,
        answers.map(({ id }) => id),
        isResolved,
      ])
    expect(told([solved('r1', 4, true)])).toEqual([
      ['c1', ['a', 'b'], true],
      ['c2', [], false],
    ])
    expect(told([solved('r2', 5, false), solved('r1', 4, true)])).toEqual([
      ['c1', ['a', 'b'], false],
      ['c2', [], false],
    ])
  })

  it('knows the latest status', () => {
    expect(
      reviewState([statusOf('b', 2, 'approved'), statusOf('a', 1, 'in-review')]).status?.id,
    ).toBe('b')
    expect(reviewState([]).status).toBeNull()
  })
})

describe('openReviewSteps', () => {
  it('undoes a step of several verdicts as one, and redoes it', () => {
    const records: ReviewRecord[] = [
      verdictOn(['ada/a'], { id: 'v1', step: 's1' }),
      verdictOn(['ada/b'], { id: 'v2', step: 's1' }),
      verdictOn(['ada/c'], { id: 'v3', step: 's2', at: instant(1) }),
    ]
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: ['v3'], redo: null })
    records.push(withdrawal('w1', ['v3'], 2))
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: ['v1', 'v2'], redo: ['w1'] })
    records.push(withdrawal('w2', ['v1', 'v2'], 3))
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: null, redo: ['w2'] })
    records.push(withdrawal('w3', ['w2'], 4))
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: ['v1', 'v2'], redo: ['w1'] })
    expect(standing(records)).toEqual(['v1', 'v2'])
    records.push(verdictOn(['ada/d'], { id: 'v4', step: 's3', at: instant(5) }))
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: ['v4'], redo: null })
  })

  it('leaves comments and what others said alone', () => {
    const comment: ReviewRecord = {
      kind: 'comment',
      id: 'c1',
      by: 'rev',
      at: instant(1),
      step: 'c1',
      text: 'Why?',
      thread: null,
      mark: null,
    }
    const records = [verdictOn(['ada/a'], { id: 'v1' }), comment, withdrawal('w', ['c1'], 2)]
    expect(openReviewSteps(records, 'rev')).toEqual({ undo: ['v1'], redo: null })
    expect(openReviewSteps(records, 'ada')).toEqual({ undo: null, redo: null })
  })

  it('comes back to the beginning by undoing all, and to the end by redoing all', () => {
    fc.assert(
      fc.property(recordsBy('rev'), (drafts) => {
        const begun = drafts.filter(({ kind }) => kind === 'verdict' || kind === 'status')
        const records: ReviewRecord[] = [...begun]
        const before = reviewState(records)
        for (const direction of ['undo', 'redo'] as const) {
          for (let step = openReviewSteps(records, 'rev')[direction]; step !== null;) {
            const at = 100 + records.length
            records.push(withdrawal(`${direction}-${records.length}`, step, at))
            step = openReviewSteps(records, 'rev')[direction]
          }
          const { verdicts, status } = reviewState(records)
          if (direction === 'undo') expect([verdicts, status]).toEqual([[], null])
          else expect([verdicts, status]).toEqual([before.verdicts, before.status])
        }
      }),
    )
  })
})
