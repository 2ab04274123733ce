import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setBy, spanOf, spansOfOne } from '../../../tests/support/review.ts'
import { verdictOn } from '../../../tests/support/review-records.ts'
import { editTo } from '../annotation/edit-to.ts'
import { applyEdit, ANY_LABEL } from '../annotation/apply-edit.ts'
import type { Span } from '../annotation/span.ts'
import { valueOf } from '../../../tests/support/builders.ts'
import { feedbackFor } from './feedback.ts'
import { takeOver } from './take-over.ts'

const own = spanOf('a', 10, 20, 'actor')
const added = (span: Span): Span => ({ ...span, id: `new-${span.id}` })

/** No set holds a label over the same text twice. */
function distinct(spans: readonly Span[]): readonly Span[] {
  return [
    ...new Map(spans.map((span) => [`${span.start} ${span.end} ${span.label}`, span])).values(),
  ]
}

describe('feedbackFor', () => {
  it.each<readonly [name: string, outcome: readonly Span[], kind: string | undefined]>([
    ['says nothing of what was taken as it was', [{ ...own, id: 'other' }], undefined],
    ['tells other bounds', [spanOf('b', 12, 22, 'actor')], 'bounds'],
    ['tells another label, whatever the bounds', [spanOf('b', 12, 22, 'claim')], 'label'],
    ['tells other attributes', [{ ...own, attributes: { certainty: 'low' } }], 'attributes'],
    ['tells what was not taken', [], 'removed'],
    ['takes what lies elsewhere for nothing of the place', [spanOf('b', 30, 40)], 'removed'],
  ])('%s', (_name, outcome, kind) => {
    const verdict = verdictOn([], { id: 'v', ground: [{ annotator: 'ada', span: own }], outcome })
    const told = feedbackFor(setBy('ada', own), [verdict])
    expect(told.map((each) => each.kind)).toEqual(kind === undefined ? [] : [kind])
    expect(told.every(({ isFollowed }) => !isFollowed)).toBe(true)
  })

  it('tells what the annotator has not marked, and whether it is marked by now', () => {
    const verdict = verdictOn(['bo/b'], { id: 'v' })
    const [told] = feedbackFor(setBy('ada', own), [verdict])
    expect(told).toMatchObject({ kind: 'added', span: null, isFollowed: false })
    const [outcome] = verdict.outcome
    const marked = setBy('ada', own, { ...outcome!, id: 'mine' })
    expect(feedbackFor(marked, [verdict])).toMatchObject([{ isFollowed: true }])
  })
})

describe('takeOver', () => {
  it('gives the own span the bounds and label of the verdict, and keeps its note', () => {
    const noted = { ...own, note: 'twice' }
    const outcome = [spanOf('b', 12, 22, 'claim')]
    const set = takeOver(setBy('ada', noted), { span: own, outcome }, added)
    expect(set.spans).toEqual([{ ...noted, start: 12, end: 22, label: 'claim' }])
  })

  it('gives it the values of the verdict, and takes those away that the verdict does not have', () => {
    const mine = { ...own, note: 'twice', attributes: { count: 34, hedged: true } }
    const attributes = { count: 35, outcome: 'killed' }
    const outcome = [{ ...spanOf('b', 10, 20, 'actor'), attributes, note: 'of the reviewer' }]
    const before = setBy('ada', mine)
    const after = takeOver(before, { span: mine, outcome }, added)
    expect(after.spans).toEqual([{ ...mine, attributes }])
    const edit = valueOf(editTo(before, after))
    expect(edit).toMatchObject({
      type: 'group',
      edits: [
        { type: 'attribute', name: 'hedged', value: null },
        { type: 'attribute', name: 'count', value: 35 },
        { type: 'attribute', name: 'outcome', value: 'killed' },
      ],
    })
  })

  it('removes what was not taken, and adds what was missed', () => {
    expect(takeOver(setBy('ada', own), { span: own, outcome: [] }, added).spans).toEqual([])
    const outcome = [spanOf('b', 30, 40)]
    const { spans } = takeOver(setBy('ada', own), { span: null, outcome }, added)
    expect(spans).toEqual([own, spanOf('new-b', 30, 40)])
  })

  it('leads to a set that follows the verdict, by one edit that can be undone', () => {
    const context = { text: 'x'.repeat(40), labels: ANY_LABEL }
    fc.assert(
      fc.property(
        spansOfOne('ada').map(distinct),
        spansOfOne('rev', { maxLength: 4 }).map(distinct),
        fc.nat(),
        (spans, outcome, chosen) => {
          const span = spans[chosen % (spans.length + 1)] ?? null
          const before = setBy('ada', ...spans)
          const ground = span === null ? [] : [{ annotator: 'ada', span }]
          const [told] = feedbackFor(before, [verdictOn([], { id: 'v', ground, outcome })])
          if (told === undefined) return
          const after = takeOver(before, told, added)
          const [followed] = feedbackFor(after, [told.verdict])
          expect(followed?.isFollowed ?? true).toBe(true)
          const edit = valueOf(editTo(before, after))
          if (edit === null) return
          const applied = valueOf(applyEdit(before, edit, context))
          expect(applied.set.spans).toEqual(after.spans)
          expect(valueOf(applyEdit(applied.set, applied.inverse, context)).set).toEqual(before)
        },
      ),
    )
  })
})
