import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, LABELS, step } from '../../../tests/support/arbitraries.ts'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import type { Edit } from './edit.ts'
import {
  applyChange,
  HISTORY_LIMIT,
  newDocument,
  type AnnotationDocument,
  type Change,
} from './history.ts'

const text = 'Two killed, says the ministry'
const context = { text, labels: LABELS }
const fresh = newDocument(emptySet('a1', 'ann'))
const undo: Change = { type: 'undo' }
const redo: Change = { type: 'redo' }
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
    expect(again).toEqual({ ...marked, revision: 4 })
    expect(after(again, undo, undo)).toMatchObject({ revision: 6, set: fresh.set, undo: [] })
  })

  it('forgets what was undone when something new is done', () => {
    const other = after(fresh, adding('Two'), undo, adding('says'))
    expect(quotesOf(other)).toEqual(['says'])
    expect(errorOf(applyChange(other, redo, context)).code).toBe('nothing-to-redo')
  })

  it('keeps the time of each step on its way back and forward', () => {
    const first = '2026-03-01T08:00:00.000Z'
    const done = after(fresh, doing({ type: 'status', status: 'done' }, first), adding('Two'))
    expect(after(done, undo, undo).redo.map(({ at }) => at)).toEqual([NOW, first])
    expect(after(done, undo, undo, redo, redo).undo).toEqual(done.undo)
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

  it('forgets only the oldest steps beyond the limit', () => {
    let document = after(fresh, adding('Two'))
    for (let number = 1; number <= HISTORY_LIMIT; number++) {
      document = after(document, noting(`note ${number}`))
    }
    expect(document.undo).toHaveLength(HISTORY_LIMIT)
    for (const _step of document.undo) document = after(document, undo)
    expect(document.set.spans[0]?.note).toBeNull()
    expect(errorOf(applyChange(document, undo, context)).code).toBe('nothing-to-undo')
    expect(document.redo).toHaveLength(HISTORY_LIMIT)
  })

  it('leads through the very same sets as a list of them does', () => {
    fc.assert(
      fc.property(articleText, fc.array(step, { maxLength: 40, size: 'max' }), (messy, steps) => {
        const around = { text: messy, labels: LABELS }
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
          expect(document).toMatchObject({ revision })
          expect(document.undo).toHaveLength(at)
          expect(document.redo).toHaveLength(sets.length - 1 - at)
        }
        for (const taken of steps) {
          take(typeof taken === 'string' ? { type: taken } : doing(taken(document.set, messy)))
        }
        for (let left = at; left >= 0; left--) take(undo)
        expect(document.set).toEqual(fresh.set)
        for (const _set of sets) take(redo)
        expect(document.set).toEqual(sets.at(-1))
      }),
    )
  })
})
