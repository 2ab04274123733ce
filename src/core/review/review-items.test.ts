import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { setBy, spanOf, spansOfOne } from '../../../tests/support/review.ts'
import { instant, verdictOn } from '../../../tests/support/review-records.ts'
import { adjudicatedSet } from './adjudicated-set.ts'
import { feedbackFor } from './feedback.ts'
import type { StatusRecord } from './log/record.ts'
import { progressOf } from './progress.ts'
import { isAgreed, isOpen, reviewItems } from './review-items.ts'
import {
  addSpan,
  decideOwn,
  rejectAll,
  takeAgreed,
  takeVersion,
  type Decision,
} from './verdicts.ts'

function decisionBy(by = 'rev', at = 0): Decision {
  let count = 0
  return { by, at: instant(at), step: `s${at}`, newId: () => `${by}-${at}-${count++}` }
}

const ADA = setBy('ada', spanOf('a1', 0, 5), spanOf('a2', 10, 15), spanOf('a3', 20, 25))
const BO = setBy('bo', spanOf('b1', 0, 5), spanOf('b2', 10, 16), spanOf('b4', 30, 35, 'actor'))

function approved(open: number): StatusRecord {
  const common = { id: 's', by: 'rev', at: instant(0), step: 's' }
  return { kind: 'status', ...common, status: 'approved', open }
}

const told = (items: ReturnType<typeof reviewItems>): readonly string[] =>
  items.map(({ id, state, group }) => `${id} ${state} ${group?.kind ?? 'gone'}`)

const LABELS = new Set(['claim', 'actor', 'date'])

describe('reviewItems', () => {
  it('holds every group, undecided at first', () => {
    const items = reviewItems([ADA, BO], [])
    expect(told(items)).toEqual([
      'ada/a1 open agreed',
      'bo/b2 open bounds',
      'ada/a3 open missing',
      'bo/b4 open missing',
    ])
    expect(items.filter(isOpen)).toHaveLength(3)
    expect(items.filter(isAgreed)).toHaveLength(1)
  })

  it('keeps a verdict while its marks stay, and asks again when one of them has changed', () => {
    const item = reviewItems([ADA, BO], [])[1]!
    const verdict = takeVersion(item, 'ada', decisionBy())
    expect(verdict).toMatchObject({ took: 'ada', outcome: [{ id: 'a2' }] })
    expect(told(reviewItems([ADA, BO], [verdict]))[1]).toBe('bo/b2 decided bounds')

    const noted = setBy('bo', ...BO.spans.map((span) => ({ ...span, note: 'sure' })))
    expect(told(reviewItems([ADA, noted], [verdict]))[1], 'notes never count').toBe(
      'bo/b2 decided bounds',
    )
    const valued = setBy('bo', { ...spanOf('b2', 10, 16), attributes: { count: 34 } })
    expect(told(reviewItems([ADA, valued], [verdict])), 'values do').toContain(
      'bo/b2 changed bounds',
    )
    const moved = setBy('bo', spanOf('b2', 10, 17))
    expect(told(reviewItems([ADA, moved], [verdict]))).toContain('bo/b2 changed bounds')
    const third = setBy('cy', spanOf('c2', 10, 15))
    expect(told(reviewItems([ADA, BO, third], [verdict]))[1]).toBe('bo/b2 changed bounds')
    const silent = setBy('cy')
    expect(told(reviewItems([ADA, BO, silent], [verdict]))[1]).toBe('bo/b2 decided bounds')
  })

  it('shows a verdict all of whose marks have gone, and a span that the reviewer added', () => {
    const gone = takeVersion(reviewItems([ADA], [])[1]!, 'ada', decisionBy())
    const added = addSpan(spanOf('r1', 40, 45), decisionBy('rev', 1))
    const items = reviewItems([setBy('ada')], [gone, added])
    expect(items.map(({ state }) => state)).toEqual(['changed', 'decided'])
    expect(items.map(isOpen)).toEqual([true, false])
    const again = rejectAll(items[0]!, decisionBy('rev', 2))
    expect(again.replaces).toEqual([gone.id])
  })

  it('tells verdicts of two reviewers who do not know of each other', () => {
    const item = reviewItems([ADA, BO], [])[1]!
    const one = takeVersion(item, 'ada', decisionBy('rev', 1))
    const other = takeVersion(item, 'bo', decisionBy('rev2', 2))
    const contested = reviewItems([ADA, BO], [one, other])[1]!
    expect(contested.state).toBe('contested')
    const settled = takeVersion(contested, 'bo', decisionBy('rev', 3))
    expect(settled.replaces).toEqual([one.id, other.id])
  })

  it('has every group in one item and every verdict in some, whatever has changed', () => {
    const sets = fc
      .tuple(spansOfOne('ada'), spansOfOne('bo'))
      .map(([a, b]) => [setBy('ada', ...a), setBy('bo', ...b)])
    fc.assert(
      fc.property(sets, sets, fc.array(fc.nat({ max: 3 })), (before, after, choices) => {
        const decision = decisionBy()
        const verdicts = reviewItems(before, []).flatMap((item, index) => {
          const choice = choices[index] ?? 3
          if (choice === 0) return takeVersion(item, 'ada', decision)
          if (choice === 1) return takeVersion(item, 'bo', decision)
          return choice === 2 ? rejectAll(item, decision) : []
        })
        const items = reviewItems(after, verdicts)
        const marks = items.flatMap((item) =>
          item.marks.map(({ annotator, span }) => `${annotator}/${span.id}`),
        )
        const all = after.flatMap(({ annotator, spans }) =>
          spans.map(({ id }) => `${annotator}/${id}`),
        )
        expect(marks.toSorted()).toEqual(all.toSorted())
        const shown = new Set(items.flatMap((item) => item.verdicts))
        expect(shown.size).toBe(verdicts.length)
        // Nothing that was decided on the same sets is asked again.
        const same = reviewItems(before, verdicts)
        expect(same.filter(({ state }) => state === 'decided')).toHaveLength(verdicts.length)
      }),
    )
  })
})

describe('the adjudicated set', () => {
  it('holds what the verdicts say, with those who said it', () => {
    const items = reviewItems([ADA, BO], [])
    const decision = decisionBy()
    const verdicts = [
      ...takeAgreed(items, decision),
      decideOwn(items[1]!, [spanOf('r1', 10, 14)], decision),
      rejectAll(items[2]!, decision),
      takeVersion(items[3]!, 'ada', decision),
    ]
    expect(
      adjudicatedSet(verdicts, LABELS).spans.map(({ span, verdict }) => [span.id, verdict.took]),
    ).toEqual([
      ['a1', 'ada'],
      ['r1', null],
    ])
    expect(progressOf(reviewItems([ADA, BO], verdicts), { status: null, verdicts })).toMatchObject({
      status: 'in-review',
      open: 0,
      agreed: 0,
    })
  })

  it('has each range and label once, and each id once', () => {
    const one = verdictOn(['ada/x'], { id: 'v1', outcome: [spanOf('x', 0, 5)] })
    const same = verdictOn(['bo/y'], { id: 'v2', outcome: [spanOf('y', 0, 5)] })
    const sameId = verdictOn(['cy/x'], { id: 'v3', outcome: [spanOf('x', 7, 9)] })
    const { spans } = adjudicatedSet([one, same, sameId], LABELS)
    expect(spans.map(({ span }) => span.id)).toEqual(['x', 'x-v3'])
  })

  it('counts what it lacks because a label was deleted, each place once', () => {
    const one = verdictOn(['ada/x'], { id: 'v1', outcome: [spanOf('x', 0, 5)] })
    const same = verdictOn(['bo/y'], { id: 'v2', outcome: [spanOf('y', 0, 5)] })
    const other = verdictOn(['bo/z'], { id: 'v3', outcome: [spanOf('z', 7, 9)] })
    const none = adjudicatedSet([one, same, other], new Set())
    expect(none).toEqual({ spans: [], withoutLabel: 2 })
  })
})

it('is in review again when more is open than at its approval', () => {
  const items = reviewItems([ADA, BO], [])
  expect(progressOf(items, { status: approved(3), verdicts: [] }).status).toBe('approved')
  expect(progressOf(items, { status: approved(2), verdicts: [] }).status).toBe('in-review')
  expect(progressOf(items, { status: null, verdicts: [] }).status).toBe('to-review')
})

describe('feedbackFor', () => {
  const items = reviewItems([ADA, BO], [])
  const decision = decisionBy()

  it('tells what was taken otherwise, and what was not marked', () => {
    const verdicts = [
      takeVersion(items[0]!, 'ada', decision),
      takeVersion(items[1]!, 'bo', decision),
      rejectAll(items[2]!, decision),
      takeVersion(items[3]!, 'bo', decision),
    ]
    const feedback = (set: typeof ADA): unknown =>
      feedbackFor(set, verdicts).map(({ kind, span, isFollowed }) => [kind, span?.id, isFollowed])
    expect(feedback(ADA)).toEqual([
      ['bounds', 'a2', false],
      ['removed', 'a3', false],
      ['added', undefined, false],
    ])
    expect(feedback(BO)).toEqual([])
  })

  it('sees that it was followed', () => {
    const verdict = takeVersion(items[1]!, 'bo', decision)
    const moved = setBy('ada', spanOf('a2', 10, 16))
    expect(feedbackFor(moved, [verdict])).toMatchObject([{ kind: 'bounds', isFollowed: true }])
  })
})
