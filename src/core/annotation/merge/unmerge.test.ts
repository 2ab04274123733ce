import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS } from '../../../../tests/support/arbitraries.ts'
import { spanOn, valueOf } from '../../../../tests/support/builders.ts'
import {
  EMPTY_STATE,
  mergeIn,
  setStates,
  shown,
  stint,
  time,
  work,
} from '../../../../tests/support/set-states.ts'
import { unmerge, versionsAt, type Unmerge } from './unmerge.ts'
import { versionsOf } from './read-versions.ts'
import { memoryOf, type MergedDocument, type SetVersions } from './versions.ts'

/** As a file keeps it: the set, and when each span was changed. */
const kept = (state: MergedDocument): SetVersions => {
  const { document } = state
  return versionsAt(document.set, memoryOf(document, versionsOf(state, LABELS)))
}

const takeBack = (
  present: MergedDocument,
  before: MergedDocument,
  after: MergedDocument,
  text: string,
): Unmerge =>
  valueOf(
    unmerge(
      present,
      { before: kept(before), after: kept(after) },
      { text, labels: LABELS, annotator: 'ann', at: time(95) },
    ),
  )

describe('unmerge', () => {
  it('gives the set as it was, as one more change, and the same can be merged again', () => {
    fc.assert(
      fc.property(setStates, fc.nat(9), fc.nat(9), ({ text, made }, a, b) => {
        const here = made[a % made.length] ?? EMPTY_STATE
        const theirs = made[b % made.length] ?? EMPTY_STATE
        const merged = mergeIn(here, theirs, text)
        const undone = takeBack(merged, here, merged, text)
        expect(shown(undone)).toEqual(shown(here))
        expect(undone.kept).toBe(0)
        expect(undone.document.revision).toBeGreaterThanOrEqual(merged.document.revision)
        expect(shown(mergeIn(undone, theirs, text))).toEqual(shown(merged))
      }),
      { numRuns: 300 },
    )
  })

  it('leaves what was changed since', () => {
    fc.assert(
      fc.property(setStates, stint, ({ text, made }, later) => {
        const [here = EMPTY_STATE, theirs = EMPTY_STATE] = made.slice(-2)
        const merged = mergeIn(here, theirs, text)
        const present = work(merged, later, text)
        const undone = takeBack(present, here, merged, text)
        const before = new Map(versionsOf(merged, LABELS).spans)
        const after = new Map(undone.document.set.spans.map((span) => [span.id, span]))
        const lost = present.document.set.spans.filter(
          (span) =>
            span !== before.get(span.id)?.value &&
            JSON.stringify(span) !== JSON.stringify(after.get(span.id)) &&
            ![...after.values()].some(
              ({ start, end, label }) =>
                start === span.start && end === span.end && label === span.label,
            ),
        )
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('counts the spans that it leaves', () => {
    const text = 'Two killed, says the ministry'
    const two = spanOn(text, 'Two', { id: 'two' })
    const theirs = work(EMPTY_STATE, [[() => ({ type: 'add', span: two }), 1]], text)
    const merged = mergeIn(EMPTY_STATE, theirs, text)
    const noted = work(merged, [[() => ({ type: 'note', id: 'two', note: 'mine' }), 2]], text)
    const undone = takeBack(noted, EMPTY_STATE, merged, text)
    expect(undone.kept).toBe(1)
    expect(undone.document.set.spans).toEqual([{ ...two, note: 'mine' }])
  })
})
