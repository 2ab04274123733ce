import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LABELS, textWithDocument } from '../../../../tests/support/arbitraries.ts'
import { AttributeListSchema, AttributesSchema } from '../../../core/annotation/attribute.ts'
import { storeDocument, StoredDocumentSchema } from '../../../core/annotation/stored-document.ts'
import { ArticleSchema } from '../../../core/article/article.ts'
import { articleWith } from '../../../../tests/support/builders.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import { sha256 } from '../sha256.ts'
import { knownParts } from './known-parts.ts'

/** The same value as a later version might write it: with a key more in every object. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]) => [key, withMore(entry)] as const)
  return Object.fromEntries([['mood', { of: ['all'] }], ...entries])
}

describe('knownParts', () => {
  it('takes what was added to a set anywhere, and nothing else', () => {
    fc.assert(
      fc.property(textWithDocument, ({ text, document }) => {
        const context = {
          text,
          offsets: createOffsetMap(text),
          sha256: sha256(text),
          labels: LABELS,
        }
        const stored = storeDocument(document, context)
        expect(v.is(StoredDocumentSchema, withMore(stored))).toBe(false)
        expect(knownParts(StoredDocumentSchema, withMore(stored))).toEqual(stored)
        expect(knownParts(StoredDocumentSchema, stored)).toEqual(stored)
      }),
    )
  })

  it('looks into articles, whose metadata may lack what older programs did not know', () => {
    const article = articleWith('A text')
    const { language, ...meta } = article.meta
    expect(language).toBeNull()
    const older = { ...article, meta }
    expect(knownParts(ArticleSchema, withMore(older))).toEqual(older)
  })

  it('passes over values and attributes of a kind to come, each by itself', () => {
    const values = { count: 34, when: { edtf: '2026-03' }, outcome: 'killed' }
    expect(knownParts(AttributesSchema, values)).toEqual({ count: 34, outcome: 'killed' })
    const text = { name: 'who', type: 'text' }
    const list = [text, { name: 'when', type: 'moment' }, { ...text, name: 'by', hint: 'whom' }]
    expect(knownParts(AttributeListSchema, list)).toEqual([text, { name: 'by', type: 'text' }])
  })

  it('cuts a tuple to what is known of it', () => {
    expect(knownParts(v.strictTuple([]), [{ type: 'attributed to' }])).toEqual([])
  })

  it.each<[string, unknown]>([
    ['a number', 7],
    ['an array', [{ a: 1 }]],
    ['nothing', null],
    ['no key that says what it is', { a: 1 }],
    ['another kind', { type: 'split', at: 3 }],
  ])('leaves %s in the place of a variant for its schema to refuse', (_, value) => {
    const schema = v.variant('type', [v.strictObject({ type: v.literal('add'), at: v.number() })])
    expect(knownParts(schema, value)).toEqual(value)
    expect(knownParts(v.strictObject({ edit: schema }), { edit: value })).toEqual({ edit: value })
  })

  it('does not take what an object inherits for a key of its own', () => {
    const schema = v.strictObject({ toString: v.optional(v.string()) })
    expect(Object.keys(knownParts(schema, {}) as object)).toEqual([])
  })
})
