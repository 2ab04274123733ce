import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setBy, spanOf, spansOfOne } from '../../../tests/support/review.ts'
import { instant, recordsBy, verdictOn } from '../../../tests/support/review-records.ts'
import type { AnnotationSet } from '../annotation/annotation-set.ts'
import { mergeRecords } from './log/merge-records.ts'
import type { ReviewRecord } from './log/record.ts'
import { reviewState } from './log/review-state.ts'
import { recordsFor } from './records-for.ts'
import { answerIn, beginThread, resolve, type Saying } from './say.ts'

const mine = spanOf('a', 10, 20, 'actor')
const theirs = spanOf('b', 10, 24, 'actor')
const elsewhere = spanOf('c', 30, 40)
const SETS = [setBy('ada', mine), setBy('bo', theirs, elsewhere)]
const ground = [
  { annotator: 'ada', span: mine },
  { annotator: 'bo', span: theirs },
]
const judged = verdictOn([], { id: 'v1', took: 'bo', ground, outcome: [theirs] })
const missed = verdictOn([], {
  id: 'v2',
  took: 'bo',
  ground: [{ annotator: 'bo', span: elsewhere }],
  outcome: [elsewhere],
})

function says(by: string, id: string, at: number): Saying {
  return { by, at: instant(at), step: id, newId: () => id }
}

function withStatus(status: AnnotationSet['status']): readonly AnnotationSet[] {
  return SETS.map((set) => (set.annotator === 'ada' ? { ...set, status } : set))
}

function asked(at = 50): ReviewRecord {
  const { step, ...common } = { id: 's1', by: 'rev', at: instant(at), step: 's1' }
  return { kind: 'status', ...common, step, status: 'changes-asked', open: 0 }
}

function idsFor(
  sets: readonly AnnotationSet[],
  records: readonly ReviewRecord[],
): readonly string[] {
  return recordsFor('ada', sets, records).records.map(({ id }) => id)
}

describe('recordsFor', () => {
  it('tells a verdict with the own marks alone, and not whose version was taken', () => {
    const { records } = recordsFor('ada', SETS, [judged])
    expect(records).toEqual([{ ...judged, took: null, ground: ground.slice(0, 1) }])
  })

  it('tells what was missed only when the own set is done, or its changes are asked for', () => {
    const begun = withStatus('in-progress')
    expect(idsFor(SETS, [judged, missed])).toEqual(['v1', 'v2'])
    expect(idsFor(begun, [judged, missed])).toEqual(['v1'])
    expect(idsFor(begun, [missed, asked()])).toEqual([])
    expect(idsFor(begun, [judged, missed, asked()])).toEqual(['v1', 'v2'])
  })

  it('does not tell what the own set says already', () => {
    const sets = [setBy('ada', mine, { ...elsewhere, id: 'same' }), ...SETS.slice(1)]
    expect(idsFor(sets, [missed])).toEqual([])
  })

  it('tells nothing to somebody who has not begun', () => {
    expect(recordsFor('cy', SETS, [judged, missed, asked()])).toEqual({
      status: 'changes-asked',
      records: [],
    })
  })

  it('tells threads on the article, on places of the own marks, and those of one’s own', () => {
    const mark = (
      annotator: string,
      span: typeof mine,
    ): { annotator: string; span: typeof mine } => ({
      annotator,
      span,
    })
    const records = [
      beginThread('all of it', null, says('rev', 't1', 1)),
      beginThread('mine', mark('ada', mine), says('rev', 't2', 2)),
      beginThread('the same place', mark('bo', theirs), says('rev', 't3', 3)),
      beginThread('theirs', mark('bo', elsewhere), says('rev', 't4', 4)),
      beginThread('begun by me', mark('rev', elsewhere), says('ada', 't5', 5)),
      answerIn('t3', 'why?', says('ada', 'a3', 6)),
      answerIn('t4', 'not for Ada', says('bo', 'a4', 7)),
      resolve('t3', true, says('rev', 'r3', 8)),
      resolve('t4', true, says('rev', 'r4', 9)),
    ]
    const told = recordsFor('ada', SETS, records)
    const { threads } = reviewState(told.records)
    expect(threads.map(({ comment }) => comment.id)).toEqual(['t1', 't2', 't3', 't5'])
    expect(threads[2]).toMatchObject({
      comment: { mark: mark('ada', mine) },
      answers: [{ id: 'a3' }],
      isResolved: true,
    })
    expect(told.records).toHaveLength(6)
  })

  it('never holds a mark of somebody else that it did not begin itself', () => {
    const sets = fc
      .tuple(spansOfOne('ada'), spansOfOne('bo'))
      .map(([ada, bo]) => [setBy('ada', ...ada), setBy('bo', ...bo)])
    const records = fc
      .tuple(recordsBy('rev'), recordsBy('ada'))
      .map((logs) => mergeRecords(...logs))
    fc.assert(
      fc.property(sets, records, (all, said) => {
        for (const record of recordsFor('ada', all, said).records) {
          const grounds = record.kind === 'verdict' ? record.ground : []
          const commented = record.kind === 'comment' && record.by !== 'ada' ? record.mark : null
          const marks = [...grounds, ...(commented === null ? [] : [commented])]
          expect(marks.every(({ annotator }) => annotator === 'ada')).toBe(true)
          if (record.kind === 'verdict') expect([null, 'ada']).toContain(record.took)
        }
      }),
    )
  })
})
