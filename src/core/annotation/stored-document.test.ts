import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LABELS, textWithDocument } from '../../../tests/support/arbitraries.ts'
import { errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { sha256 } from '../../main/store/sha256.ts'
import { createOffsetMap } from '../text/offsets.ts'
import { emptySet } from './annotation-set.ts'
import { applyChange, newDocument } from './history.ts'
import {
  CheckedParts,
  loadDocument,
  storeDocument,
  StoredDocumentSchema,
  type StoredDocument,
  type StoredDocumentContext,
} from './stored-document.ts'
import type { StoredSpan } from './stored-span.ts'

const contextOf = (text: string): StoredDocumentContext => ({
  text,
  offsets: createOffsetMap(text),
  sha256: sha256(text),
  labels: LABELS,
})

const text = '👍 Two killed, says the ministry'
const context = contextOf(text)
const by = { ...context, annotator: 'ann' }
const span = spanOn(text, 'Two killed', { id: 'two', label: 'casualty figure' })
const document = [
  { type: 'add', span } as const,
  { type: 'move', id: 'two', start: 3, end: 6 } as const,
  { type: 'remove', id: 'two' } as const,
  { type: 'add', span: { ...span, id: 'new' } } as const,
].reduce(
  (current, edit) => valueOf(applyChange(current, { type: 'do', edit, at: NOW }, by)),
  newDocument(emptySet('a1', 'ann')),
)
const stored = storeDocument(document, context)
const [storedSpan] = stored.spans as [StoredSpan]

describe('a stored document', () => {
  it('is read back the same through JSON, with its history', () => {
    fc.assert(
      fc.property(textWithDocument, ({ text: messy, document: worked }) => {
        const around = contextOf(messy)
        const json = JSON.stringify(storeDocument(worked, around))
        const read = v.parse(StoredDocumentSchema, JSON.parse(json))
        const loaded = valueOf(loadDocument(read, around))
        expect(loaded).toEqual(worked)
        expect(JSON.stringify(storeDocument(loaded, around))).toBe(json)
      }),
    )
  })

  it('is the same with parts that were checked before', () => {
    fc.assert(
      fc.property(textWithDocument, ({ text: messy, document: worked }) => {
        const around = contextOf(messy)
        const knowing = { ...around, checked: new CheckedParts() }
        const first = valueOf(loadDocument(storeDocument(worked, around), knowing))
        const again = storeDocument(first, knowing)
        expect(JSON.stringify(again)).toBe(JSON.stringify(storeDocument(worked, around)))
        expect(valueOf(loadDocument(again, knowing))).toEqual(worked)
      }),
    )
  })

  it('has its offsets in code points, in the history too', () => {
    expect(stored.spans).toMatchObject([{ id: 'new', start: 2, end: 12, text: 'Two killed' }])
    expect(stored.history.map(({ edits }) => edits[0])).toMatchObject([
      { type: 'remove', id: 'two' },
      { type: 'move', start: 2, end: 12 },
      { type: 'add', span: { start: 2, end: 5, text: 'Two' } },
      { type: 'remove', id: 'new' },
    ])
  })

  it('keeps a group of one apart from a simple edit', () => {
    const edit = { type: 'group', edits: [{ type: 'status', status: 'done' }] } as const
    const grouped = valueOf(applyChange(document, { type: 'do', edit, at: NOW }, by))
    expect(valueOf(loadDocument(storeDocument(grouped, context), context))).toEqual(grouped)
  })
})

describe('loadDocument', () => {
  it('puts spans in order that a merge has disturbed', () => {
    const all = { ...storedSpan, id: 'all', start: 0, end: [...text].length, text }
    const loaded = valueOf(loadDocument({ ...stored, spans: [storedSpan, all] }, context))
    expect(loaded.set.spans.map(({ id }) => id)).toEqual(['all', 'new'])
  })

  const withSpans = (...spans: StoredSpan[]): StoredDocument => ({ ...stored, spans })
  const withEntry = (edit: StoredDocument['history'][number]['edits'][number]): StoredDocument => ({
    ...stored,
    history: [{ at: NOW, by: 'ann', how: 'undone', group: false, edits: [edit] }],
  })

  it.each<[string, StoredDocument, string]>([
    ['another text', { ...stored, text_sha256: sha256('else') }, 'field "text_sha256": '],
    ['a quote that is not there', withSpans({ ...storedSpan, text: 'Ten' }), 'span new: '],
    ['an offset that is one off', withSpans({ ...storedSpan, end: 11 }), 'span new: '],
    [
      'a label that the project lacks',
      withSpans({ ...storedSpan, label: 'place' }),
      'span new: The project has no label "place"',
    ],
    ['a span twice', withSpans(storedSpan, storedSpan), 'span new is there twice'],
    [
      'a wrong quote in its history',
      withEntry({ type: 'add', span: { ...storedSpan, id: 'old', text: 'Ten' } }),
      `history of ${NOW}: span old: `,
    ],
    [
      'a bound outside the text in its history',
      withEntry({ type: 'move', id: 'new', start: 0, end: 99 }),
      `history of ${NOW}: Offset 99 is outside the text`,
    ],
  ])('refuses %s', (_what, wrong, message) => {
    expect(errorOf(loadDocument(wrong, context))).toContain(message)
  })
})

describe('StoredDocumentSchema', () => {
  it.each<[string, object]>([
    ['an unknown field', { extra: 1 }],
    ['relations', { relations: [{}] }],
    ['a value that is none', { spans: [{ ...storedSpan, attributes: { sure: null } }] }],
    ['a negative offset', { spans: [{ ...storedSpan, start: -1 }] }],
    ['an offset between characters', { spans: [{ ...storedSpan, start: 2.5 }] }],
    ['offsets in another unit', { offset_unit: 'utf-16' }],
    [
      'a change without edits',
      { history: [{ at: NOW, by: 'ann', how: 'do', group: true, edits: [] }] },
    ],
    ['an earlier format', { format: 'rubricator-annotations/1' }],
    ['a later format', { format: 'rubricator-annotations/3' }],
  ])('refuses %s', (_what, change) => {
    expect(v.is(StoredDocumentSchema, { ...stored, ...change })).toBe(false)
    expect(v.is(StoredDocumentSchema, stored)).toBe(true)
  })
})
