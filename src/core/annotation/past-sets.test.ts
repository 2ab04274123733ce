import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, textWithDocument } from '../../../tests/support/arbitraries.ts'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet, type AnnotationSet } from './annotation-set.ts'
import { applyEdit } from './apply-edit.ts'
import { applyChange, newDocument, type AnnotationDocument, type Change } from './history.ts'
import { historyOf, setAt } from './past-sets.ts'

const text = 'Two killed, says the ministry'
const context = { text, labels: LABELS, annotator: 'ann' }
const two = spanOn(text, 'Two', { id: 'two' })
const doing = (edit: Extract<Change, { type: 'do' }>['edit']): Change => ({
  type: 'do',
  edit,
  at: NOW,
})

function after(...changes: readonly Change[]): AnnotationDocument {
  const fresh = newDocument(emptySet('a1', 'ann'))
  return changes.reduce((now, change) => valueOf(applyChange(now, change, context)), fresh)
}

describe('historyOf', () => {
  it('tells what was done, the newest first, with the spans as they were', () => {
    const undo: Change = { type: 'undo', at: NOW }
    const note = { type: 'note', id: 'two', note: 'why' } as const
    const document = after(doing({ type: 'add', span: two }), doing(note), undo)
    const told = { at: NOW, by: 'ann' }
    expect(valueOf(historyOf(document, context))).toEqual([
      {
        ...told,
        index: 2,
        how: 'undo',
        edit: { ...note, note: null },
        spans: [{ ...two, note: 'why' }],
      },
      { ...told, index: 1, how: 'do', edit: note, spans: [two] },
      { ...told, index: 0, how: 'do', edit: { type: 'add', span: two }, spans: [] },
    ])
  })

  it('tells what could be redone of the first format with the spans as redoing finds them', () => {
    const note = { type: 'note', id: 'two', note: 'why' } as const
    const remove = { type: 'remove', id: 'two' } as const
    const marked = after(doing({ type: 'add', span: two }))
    const undone = [remove, note].map(
      (edit) => ({ at: NOW, by: 'ann', how: 'undone', edit }) as const,
    )
    const document = { ...marked, history: [...marked.history, ...undone] }
    const [first, second] = valueOf(historyOf(document, context))
    expect(first).toMatchObject({ index: 2, how: 'undone', edit: note, spans: [two] })
    expect(second).toMatchObject({ index: 1, edit: remove, spans: [{ ...two, note: 'why' }] })
  })

  it('leads from the first set to the present one, forward', () => {
    fc.assert(
      fc.property(textWithDocument, ({ text: messy, document }) => {
        const around = { text: messy, labels: LABELS }
        const changes = valueOf(historyOf(document, around))
        expect(changes.map(({ index }) => index)).toEqual([...document.history.keys()].toReversed())
        const last = changes.toReversed().reduce<AnnotationSet>(
          (set, { index, edit, spans }) => {
            expect(valueOf(setAt(document, index, around))).toEqual(set)
            for (const span of spans) expect(set.spans).toContainEqual(span)
            return valueOf(applyEdit(set, edit, around)).set
          },
          emptySet('a1', 'ann'),
        )
        expect(last).toEqual(document.set)
      }),
    )
  })

  it('names the newest entry that does not lead back', () => {
    const document = after(
      doing({ type: 'add', span: two }),
      doing({ type: 'status', status: 'done' }),
    )
    const bent = { ...document, set: { ...document.set, spans: [] } }
    expect(errorOf(historyOf(bent, context))).toEqual({
      index: 0,
      message: `entry 1 of the history, of ${NOW}, does not lead back: The set holds no span two`,
    })
    expect(errorOf(setAt(bent, 0, context)).index).toBe(0)
    expect(valueOf(setAt(bent, 1, context)).status).toBe('not-started')
  })
})

describe('setAt', () => {
  it('is the present set after the last entry, and nothing beyond', () => {
    const document = after(doing({ type: 'add', span: two }))
    expect(valueOf(setAt(document, 1, context))).toBe(document.set)
    for (const index of [-1, 0.5, 2]) {
      expect(() => setAt(document, index, context)).toThrow(RangeError)
    }
  })
})
