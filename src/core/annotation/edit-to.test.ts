import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, textWithDocument } from '../../../tests/support/arbitraries.ts'
import { errorOf, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import { applyEdit } from './apply-edit.ts'
import { editTo } from './edit-to.ts'
import { simpleEditsOf } from './edit.ts'
import { setAt } from './past-sets.ts'
import { compareSpans, type Span } from './span.ts'

const text = 'Two killed, says the ministry'
const context = { text, labels: LABELS }
const two = spanOn(text, 'Two', { id: 'two' })
const says = spanOn(text, 'says', { id: 'says' })
const setOf = (...spans: Span[]): AnnotationSet => ({
  ...emptySet('a1', 'ann'),
  spans: spans.toSorted(compareSpans),
})

describe('editTo', () => {
  it('leads between any two sets of a history, exactly and as one edit', () => {
    fc.assert(
      fc.property(textWithDocument, fc.nat(40), fc.nat(40), ({ text: messy, document }, a, b) => {
        const around = { text: messy, labels: LABELS }
        const length = document.history.length + 1
        const from = valueOf(setAt(document, a % length, around))
        const to = valueOf(setAt(document, b % length, around))
        const edit = valueOf(editTo(from, to))
        if (edit === null) expect(from).toEqual(to)
        else {
          const applied = valueOf(applyEdit(from, edit, around))
          expect(applied.set).toEqual(to)
          expect(valueOf(applyEdit(applied.set, applied.inverse, around)).set).toEqual(from)
        }
      }),
    )
  })

  it('touches nothing that is the same', () => {
    expect(valueOf(editTo(setOf(two, says), setOf(two, says)))).toBeNull()
    const noted = { ...says, note: 'why' }
    const note = { type: 'note', id: 'says', note: 'why' }
    expect(valueOf(editTo(setOf(two, says), setOf(two, noted)))).toEqual(note)
    const status = { type: 'status', status: 'done' } as const
    const done = { ...setOf(noted), status: status.status }
    expect(valueOf(editTo(setOf(two, says), done))).toEqual({
      type: 'group',
      edits: [{ type: 'remove', id: 'two' }, note, status],
    })
  })

  it.each<[string, Span, Span]>([
    ['places', { ...two, start: says.start, end: says.end }, { ...says, start: 0, end: 3 }],
    ['labels', { ...two, label: 'date' }, { ...two, id: 'twin' }],
    [
      'places on the way',
      { ...two, label: 'date', start: 4, end: 10 },
      { ...says, start: 4, end: 10 },
    ],
  ])('lets spans exchange their %s, which no two may share for a moment', (name, first, second) => {
    const other = name === 'labels' ? { ...two, id: 'twin', label: 'date' } : says
    const [from, to] = [setOf(two, other), setOf(first, second)]
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const edit = valueOf(editTo(a, b))
      if (edit === null) throw new Error('There is a difference')
      expect(valueOf(applyEdit(a, edit, context)).set).toEqual(b)
    }
  })

  it('makes a span anew that another has made', () => {
    const created = { ...two.created, by: 'bob' }
    const edit = valueOf(editTo(setOf(two), setOf({ ...two, created })))
    expect(edit && simpleEditsOf(edit).map(({ type }) => type)).toEqual(['remove', 'add'])
  })

  it('says so when it takes more than one edit may hold', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ ...two, id: `s${index}` }))
    expect(errorOf(editTo(setOf(), { ...setOf(), spans: many }))).toBe(
      'This takes 10,001 changes of spans, and at most 10,000 can be made at once',
    )
  })
})
