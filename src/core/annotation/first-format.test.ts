import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LABELS } from '../../../tests/support/arbitraries.ts'
import { NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { sha256 } from '../../main/store/sha256.ts'
import { createOffsetMap } from '../text/offsets.ts'
import { emptySet } from './annotation-set.ts'
import { historyOfFirstFormat } from './first-format.ts'
import { applyChange, newDocument, type AnnotationDocument } from './history.ts'
import { loadDocument, storeDocument, StoredDocumentSchema } from './stored-document.ts'

const text = '👍 Two killed, says the ministry'
const context = {
  text,
  offsets: createOffsetMap(text),
  sha256: sha256(text),
  labels: LABELS,
  annotator: 'ann',
}
const span = spanOn(text, 'Two killed', { id: 'two' })

const step = (edit: object): object => ({ at: NOW, group: false, edits: [edit] })

/** A set of one span with a note, as the first format has it. */
function firstFormat(): Readonly<Record<string, unknown>> {
  const set = { ...emptySet('a1', 'ann'), spans: [{ ...span, note: 'second' }] }
  const { history, ...rest } = storeDocument(newDocument(set), context)
  expect(history).toEqual([])
  return {
    ...rest,
    format: 'rubricator-annotations/1',
    undo: [step({ type: 'remove', id: 'two' }), step({ type: 'note', id: 'two', note: null })],
    redo: [step({ type: 'remove', id: 'two' }), step({ type: 'note', id: 'two', note: 'third' })],
  }
}

const take = (document: AnnotationDocument, type: 'undo' | 'redo'): AnnotationDocument | null => {
  const changed = applyChange(document, { type, at: NOW }, context)
  return changed.ok ? changed.value : null
}

const notes = (document: AnnotationDocument | null): unknown =>
  document?.set.spans.map(({ note }) => note)

describe('historyOfFirstFormat', () => {
  it('leaves the same to undo and to redo', () => {
    const read = v.parse(StoredDocumentSchema, historyOfFirstFormat(firstFormat()))
    const document = valueOf(loadDocument(read, context))
    expect(document.history.map(({ by, how }) => `${by} ${how}`)).toEqual([
      'ann do',
      'ann do',
      'ann undone',
      'ann undone',
    ])
    const back = take(document, 'undo')
    expect(notes(back)).toEqual([null])
    expect(notes(back && take(back, 'undo'))).toEqual([])
    const forward = take(document, 'redo')
    expect(notes(forward)).toEqual(['third'])
    const last = forward && take(forward, 'redo')
    expect(notes(last)).toEqual([])
    expect(last && take(last, 'redo')).toBeNull()
  })

  it.each([
    ['undo', 1],
    ['redo', 'none'],
    ['undo', undefined],
    ['redo', [1]],
    ['undo', [null]],
  ])('leaves it to the schema to refuse %s %j', (field, value) => {
    const json = historyOfFirstFormat({ ...firstFormat(), [field]: value })
    expect(v.is(StoredDocumentSchema, json)).toBe(false)
  })
})
