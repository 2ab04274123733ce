import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, editMaker, LABELS } from '../../../tests/support/arbitraries.ts'
import { errorOf, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { applyPlainly } from '../../../tests/support/plain-edit.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import { applyEdit, type EditProblem } from './apply-edit.ts'
import type { Edit, SimpleEdit } from './edit.ts'
import { compareSpans } from './span.ts'

const text = 'Two killed, says 👍 the ministry'
const context = { text, labels: LABELS }
const two = spanOn(text, 'Two killed', { id: 'two', label: 'casualty figure' })
const whole = spanOn(text, text, { id: 'whole', label: 'claim' })
const ministry = spanOn(text, 'the ministry', { id: 'ministry' })

/** `whole` precedes `two`, which it holds. */
const set: AnnotationSet = { ...emptySet('a1', 'ann'), spans: [whole, two, ministry] }
const thumb = text.indexOf('👍')

/** Freezes a set through and through, so that changing it in place throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

describe('applyEdit', () => {
  it.each<[string, SimpleEdit, readonly string[]]>([
    [
      'adds',
      { type: 'add', span: spanOn(text, 'says', { id: 'new' }) },
      ['whole', 'two', 'new', 'ministry'],
    ],
    [
      'adds beside one with the same range',
      { type: 'add', span: { ...two, id: 'new', label: 'actor' } },
      ['whole', 'new', 'two', 'ministry'],
    ],
    ['removes', { type: 'remove', id: 'two' }, ['whole', 'ministry']],
    [
      'moves past others',
      { type: 'move', id: 'whole', start: 21, end: 24 },
      ['two', 'ministry', 'whole'],
    ],
    [
      'shortens below one it held',
      { type: 'move', id: 'whole', start: 0, end: 3 },
      ['two', 'whole', 'ministry'],
    ],
    [
      'takes the same bounds',
      { type: 'move', id: 'two', start: two.start, end: two.end },
      ['whole', 'two', 'ministry'],
    ],
    ['relabels', { type: 'relabel', id: 'two', label: 'date' }, ['whole', 'two', 'ministry']],
    [
      'takes the same label',
      { type: 'relabel', id: 'two', label: two.label },
      ['whole', 'two', 'ministry'],
    ],
  ])('%s', (_what, edit, expected) => {
    const { set: after, inverse } = valueOf(applyEdit(frozen(set), edit, context))
    expect(after.spans.map(({ id }) => id)).toEqual(expected)
    expect(valueOf(applyEdit(after, inverse, context)).set).toEqual(set)
  })

  it('changes nothing of a span but what the edit names', () => {
    const edits: readonly (readonly [SimpleEdit, object])[] = [
      [{ type: 'note', id: 'two', note: 'why' }, { note: 'why' }],
      [{ type: 'relabel', id: 'two', label: 'date' }, { label: 'date' }],
      [
        { type: 'move', id: 'two', start: 1, end: 3 },
        { start: 1, end: 3 },
      ],
    ]
    for (const [edit, change] of edits) {
      const { spans } = valueOf(applyEdit(set, edit, context)).set
      expect(spans.find(({ id }) => id === 'two')).toEqual({ ...two, ...change })
    }
    const done = valueOf(applyEdit(set, { type: 'status', status: 'done' }, context)).set
    expect(done).toEqual({ ...set, status: 'done' })
  })

  it.each<[EditProblem['code'], SimpleEdit]>([
    ['unknown-span', { type: 'remove', id: 'none' }],
    ['unknown-span', { type: 'note', id: 'none', note: null }],
    ['span-id-taken', { type: 'add', span: spanOn(text, 'says', { id: 'two' }) }],
    ['same-span-exists', { type: 'add', span: { ...two, id: 'new' } }],
    ['same-span-exists', { type: 'move', id: 'ministry', start: whole.start, end: whole.end }],
    ['same-span-exists', { type: 'relabel', id: 'twin', label: 'casualty figure' }],
    ['outside-text', { type: 'move', id: 'two', start: 0, end: text.length + 1 }],
    ['empty-span', { type: 'move', id: 'two', start: 3, end: 3 }],
    ['empty-span', { type: 'move', id: 'two', start: 4, end: 3 }],
    ['splits-character', { type: 'move', id: 'two', start: 0, end: thumb + 1 }],
    ['splits-character', { type: 'move', id: 'two', start: thumb + 1, end: text.length }],
    ['unknown-label', { type: 'relabel', id: 'two', label: 'Claim' }],
  ])('refuses with %s, alone and at the end of a group', (code, edit) => {
    const others: AnnotationSet =
      code === 'same-span-exists'
        ? {
            ...set,
            spans: [
              ...set.spans,
              { ...two, id: 'twin', label: 'date' },
              { ...whole, id: 'w2', label: 'actor' },
            ],
          }
        : set
    const before = frozen({ ...others, spans: others.spans.toSorted(compareSpans) })
    const group: Edit = { type: 'group', edits: [{ type: 'status', status: 'done' }, edit] }
    for (const refused of [edit, group]) {
      const { code: found, message } = errorOf(applyEdit(before, refused, context))
      expect(found).toBe(code)
      expect(message).toMatch(/^[A-Z].+[^.]$/)
    }
  })

  it('applies a group one after the other and undoes it as one', () => {
    const edit: Edit = {
      type: 'group',
      edits: [
        { type: 'relabel', id: 'two', label: 'date' },
        { type: 'add', span: { ...two, id: 'new' } },
        { type: 'remove', id: 'two' },
      ],
    }
    const { set: after, inverse } = valueOf(applyEdit(set, edit, context))
    expect(after.spans).toEqual([whole, { ...two, id: 'new' }, ministry])
    expect(valueOf(applyEdit(after, inverse, context)).set).toEqual(set)
  })

  it('yields what the plainest way yields, through any history', () => {
    let refused = 0
    fc.assert(
      fc.property(
        articleText,
        fc.array(editMaker, { maxLength: 40, size: 'max' }),
        (messy, makers) => {
          const around = { text: messy, labels: LABELS }
          let current = emptySet('a1', 'ann')
          for (const make of makers) {
            const edit = make(current, messy)
            const result = applyEdit(current, edit, around)
            expect(result.ok ? result.value : result.error.code).toEqual(
              applyPlainly(current, edit, around),
            )
            if (result.ok) current = result.value.set
            else refused += 1
          }
        },
      ),
    )
    expect(refused).toBeGreaterThan(200)
  })

  it('leaves spans that it does not name the same objects', () => {
    const edit: Edit = { type: 'move', id: 'two', start: 1, end: 3 }
    const { spans } = valueOf(applyEdit(set, edit, context)).set
    expect(spans[0]).toBe(whole)
    expect(spans[2]).toBe(ministry)
  })

  it('is undone exactly by its inverse, through any history, and keeps the order of spans', () => {
    let applied = 0
    fc.assert(
      fc.property(
        articleText,
        fc.array(editMaker, { maxLength: 40, size: 'max' }),
        (messy, makers) => {
          const around = { text: messy, labels: LABELS }
          const sets = [frozen(emptySet('a1', 'ann'))]
          const inverses: Edit[] = []
          for (const make of makers) {
            const before = sets.at(-1) ?? emptySet('a1', 'ann')
            const result = applyEdit(before, make(before, messy), around)
            if (!result.ok) continue
            applied += 1
            const { spans } = result.value.set
            expect(spans).toEqual(spans.toSorted(compareSpans))
            expect(new Set(spans.map(({ id }) => id)).size).toBe(spans.length)
            const places = spans.map(({ start, end, label }) => `${start} ${end} ${label}`)
            expect(new Set(places).size).toBe(spans.length)
            sets.push(frozen(result.value.set))
            inverses.push(result.value.inverse)
          }
          while (inverses.length > 0) {
            const current = sets.pop() ?? emptySet('a1', 'ann')
            const back = applyEdit(current, inverses.pop() ?? { type: 'group', edits: [] }, around)
            expect(valueOf(back).set).toEqual(sets.at(-1))
          }
        },
      ),
    )
    expect(applied).toBeGreaterThan(500)
  })
})
