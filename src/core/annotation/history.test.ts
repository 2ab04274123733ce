import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, LABELS, step, textWithDocument } from '../../../tests/support/arbitraries.ts'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import type { Edit } from './edit.ts'
import {
  applyChange,
  HISTORY_LIMIT,
  newDocument,
  nextStep,
  openSteps,
  type AnnotationDocument,
  type Change,
} from './history.ts'

const text = 'Two killed, says the ministry'
const context = { text, labels: LABELS, annotator: 'ann' }
const fresh = newDocument(emptySet('a1', 'ann'))
const undo: Change = { type: 'undo', at: NOW }
const redo: Change = { type: 'redo', at: NOW }
const doing = (edit: Edit, at = NOW): Change => ({ type: 'do', edit, at })
const adding = (quote: string): Change => doing({ type: 'add', span: spanOn(text, quote) })

const noting = (note: string): Change => doing({ type: 'note', id: 's0', note })

const after = (document: AnnotationDocument, ...changes: Change[]): AnnotationDocument =>
  changes.reduce((current, change) => valueOf(applyChange(current, change, context)), document)

const quotesOf = ({ set }: AnnotationDocument): string[] =>
  set.spans.map(({ start, end }) => text.slice(start, end))

describe('applyChange', () => {
  it('goes back and forward, and counts every change', () => {
    const marked = after(fresh, adding('Two'), adding('says'))
    expect(quotesOf(marked)).toEqual(['Two', 'says'])
    const back = after(marked, undo)
    expect(quotesOf(back)).toEqual(['Two'])
    const again = after(back, redo)
    expect(again).toMatchObject({ revision: 4, set: marked.set })
    expect(after(again, undo, undo)).toMatchObject({ revision: 6, set: fresh.set })
  })

  it('redoes nothing that was undone before something new was done', () => {
    const other = after(fresh, adding('Two'), undo, adding('says'))
    expect(quotesOf(other)).toEqual(['says'])
    expect(errorOf(applyChange(other, redo, context)).code).toBe('nothing-to-redo')
  })

  it('writes down who did what and when, also what is undone and redone', () => {
    const times = ['08', '09', '10', '11'].map((hour) => `2026-03-01T${hour}:00:00.000Z`)
    const [first = '', second = '', third = '', fourth = ''] = times
    const done = after(
      fresh,
      doing({ type: 'status', status: 'done' }, first),
      { type: 'undo', at: second },
      { type: 'redo', at: third },
    )
    const by = { ...context, annotator: 'bob' }
    const { history } = valueOf(applyChange(done, { type: 'undo', at: fourth }, by))
    const back = { type: 'status', status: 'not-started' }
    const forward = { type: 'status', status: 'done' }
    expect(history).toEqual([
      { at: first, by: 'ann', how: 'do', edit: back },
      { at: second, by: 'ann', how: 'undo', edit: forward },
      { at: third, by: 'ann', how: 'redo', edit: back },
      { at: fourth, by: 'bob', how: 'undo', edit: forward },
    ])
  })

  it('undoes a status like any other change', () => {
    const done = after(
      fresh,
      doing({ type: 'status', status: 'in-progress' }),
      doing({ type: 'status', status: 'done' }),
    )
    expect([done, after(done, undo), after(done, undo, undo)].map(({ set }) => set.status)).toEqual(
      ['done', 'in-progress', 'not-started'],
    )
  })

  it.each([
    ['nothing-to-undo', undo],
    ['nothing-to-redo', redo],
    ['unknown-span', doing({ type: 'remove', id: 'none' })],
  ])('refuses with %s', (code, change) => {
    expect(errorOf(applyChange(fresh, change, context)).code).toBe(code)
  })

  it('forgets only the oldest entries beyond the limit', () => {
    let document = after(fresh, adding('Two'))
    for (let number = 1; number <= HISTORY_LIMIT; number++) {
      document = after(document, noting(`note ${number}`))
    }
    expect(document.history).toHaveLength(HISTORY_LIMIT)
    expect(document.history[0]?.edit).toEqual({ type: 'note', id: 's0', note: null })
    // Each step back takes the place of the oldest step: half of them can be taken in a row.
    for (let back = 1; back <= HISTORY_LIMIT / 2; back++) document = after(document, undo)
    expect(document.set.spans[0]?.note).toBe(`note ${HISTORY_LIMIT / 2}`)
    expect(errorOf(applyChange(document, undo, context)).code).toBe('nothing-to-undo')
    expect(document.history).toHaveLength(HISTORY_LIMIT)
  })

  it('leads through the very same sets as a list of them does', () => {
    fc.assert(
      fc.property(articleText, fc.array(step, { maxLength: 40, size: 'max' }), (messy, steps) => {
        const around = { text: messy, labels: LABELS, annotator: 'ann' }
        let document = fresh
        let sets: AnnotationSet[] = [fresh.set]
        let at = 0
        let revision = 0
        const take = (change: Change): void => {
          const result = applyChange(document, change, around)
          const isEnd = at === (change.type === 'undo' ? 0 : sets.length - 1)
          if (change.type !== 'do') expect(result.ok).toBe(!isEnd)
          if (!result.ok) return
          document = result.value
          revision += 1
          if (change.type === 'do') sets = [...sets.slice(0, at + 1), document.set]
          at += change.type === 'undo' ? -1 : 1
          expect(document.set).toEqual(sets[at])
          expect(document.history).toHaveLength(revision)
          expect(document).toMatchObject({ revision })
          const open = openSteps(document.history)
          expect(open.undo).toHaveLength(at)
          expect(open.redo).toHaveLength(sets.length - 1 - at)
        }
        for (const taken of steps) {
          take(
            typeof taken === 'string'
              ? { ...undo, type: taken }
              : doing(taken(document.set, messy)),
          )
        }
        for (let left = at; left >= 0; left--) take(undo)
        expect(document.set).toEqual(fresh.set)
        for (const _set of sets) take(redo)
        expect(document.set).toEqual(sets.at(-1))
      }),
    )
  })
})

describe('openSteps', () => {
  it('leaves of a history that was cut what the whole one leaves, but for what was cut off', () => {
    fc.assert(
      fc.property(textWithDocument, fc.nat(40), ({ document: { history } }, cut) => {
        const whole = openSteps(history)
        const rest = openSteps(history.slice(cut))
        const leftOf = (indexes: readonly number[]): readonly number[] =>
          indexes.filter((index) => index >= cut).map((index) => index - cut)
        expect(rest).toEqual({ undo: leftOf(whole.undo), redo: leftOf(whole.redo) })
      }),
    )
  })

  it('leads from a cut history through the same sets as from the whole one', () => {
    fc.assert(
      fc.property(textWithDocument, fc.nat(40), ({ text: messy, document }, cut) => {
        const around = { text: messy, labels: LABELS, annotator: 'ann' }
        for (const change of [undo, redo]) {
          let whole = document
          let short: AnnotationDocument = { ...document, history: document.history.slice(cut) }
          for (;;) {
            const next = applyChange(short, change, around)
            if (!next.ok) break
            short = next.value
            whole = valueOf(applyChange(whole, change, around))
            expect(short.set).toEqual(whole.set)
          }
          expect(nextStep(short, change.type === 'redo' ? 'redo' : 'undo')).toBeNull()
        }
      }),
    )
  })

  it('offers to redo what the first format kept as undone', () => {
    const edit = { type: 'status', status: 'done' } as const
    const undone = { at: NOW, by: 'ann', how: 'undone', edit } as const
    const document = { ...fresh, history: [undone] }
    expect(openSteps(document.history)).toEqual({ undo: [], redo: [0] })
    const again = after(document, redo)
    expect(again.set.status).toBe('done')
    expect(after(again, undo).set).toEqual(fresh.set)
  })
})
