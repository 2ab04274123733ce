import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../../tests/support/builders.ts'
import { compareSpans, compareText, SpanSchema, type Span } from './span.ts'

const place = (start: number, end: number, label = 'actor', id = 'x') => ({ start, end, label, id })

describe('compareSpans', () => {
  it('goes by start, longest first, label, id', () => {
    const ordered = [
      place(0, 9, 'date'),
      place(0, 5, 'actor', 'a'),
      place(0, 5, 'actor', 'b'),
      place(0, 5, 'claim'),
      place(1, 2),
    ]
    expect(ordered.toReversed().toSorted(compareSpans)).toEqual(ordered)
    expect(compareSpans(place(0, 1), place(0, 1))).toBe(0)
  })

  it('compares labels the same on every machine', () => {
    expect(['ä', 'b', 'Z', 'a'].toSorted(compareText)).toEqual(['Z', 'a', 'b', 'ä'])
  })
})

describe('SpanSchema', () => {
  const span: Span = {
    ...place(0, 5),
    attributes: {},
    note: null,
    created: { by: 'ann', at: NOW, via: 'keyboard' },
  }

  it.each<[string, object]>([
    ['an id with a path in it', { id: '../x' }],
    ['an empty label', { label: ' ' }],
    ['an empty note', { note: '' }],
    ['a note of a book', { note: 'x'.repeat(4001) }],
    ['a value that is none', { attributes: { sure: null } }],
    ['a time that is none', { created: { ...span.created, at: 'yesterday' } }],
    ['an annotator that is no id', { created: { ...span.created, by: 'Ann Lee' } }],
    ['a means in words', { created: { ...span.created, via: 'by hand' } }],
  ])('refuses %s', (_what, change) => {
    expect(v.is(SpanSchema, { ...span, ...change })).toBe(false)
    expect(v.is(SpanSchema, span)).toBe(true)
  })
})
