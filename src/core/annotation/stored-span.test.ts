import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { textWithSpans } from '../../../tests/support/arbitraries.ts'
import { errorOf, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { createOffsetMap } from '../text/offsets.ts'
import { compareSpans } from './span.ts'
import {
  loadSpan,
  loadSpans,
  storeSpan,
  StoredSpanSchema,
  type MappedText,
  type StoredSpan,
} from './stored-span.ts'

const map = (text: string): MappedText => ({ text, offsets: createOffsetMap(text) })

const text = '👍🏽 قال رجل\r\ne\u0301tat 👩‍👩‍👧 died'
const mapped = map(text)
const stored = storeSpan(spanOn(text, 'قال رجل', { id: 'man' }), mapped)

describe('storeSpan', () => {
  it('counts code points, not UTF-16 code units', () => {
    expect(stored).toMatchObject({ start: 3, end: 10, text: 'قال رجل' })
    expect([...text].slice(stored.start, stored.end).join('')).toBe(stored.text)
  })

  it('is read back the same through JSON, in the same order', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text: messy, spans }) => {
        const around = map(messy)
        const written = spans.map((span) => storeSpan(span, around))
        const read = v.parse(v.array(StoredSpanSchema), JSON.parse(JSON.stringify(written)))
        expect(valueOf(loadSpans(read, around))).toEqual(spans)
        expect(valueOf(loadSpans(read.toReversed(), around))).toEqual(spans)
        expect(written.toSorted(compareSpans)).toEqual(written)
        for (const { start, end, text: quote } of written) {
          expect([...messy].slice(start, end).join('')).toBe(quote)
        }
      }),
    )
  })
})

describe('loadSpan', () => {
  it.each<[string, Partial<StoredSpan>, string]>([
    ['starts one late', { start: 4 }, 'code points 4 to 10 read "ال رجل", not "قال رجل"'],
    ['starts one early', { start: 2 }, 'code points 2 to 10 read " قال رجل", not "قال رجل"'],
    ['ends one late', { end: 11 }, String.raw`code points 3 to 11 read "قال رجل\r", not "قال رجل"`],
    ['has offsets in UTF-16', { start: 5, end: 12 }, 'code points 5 to 12 read'],
    ['has another quote', { text: 'قال' }, 'read "قال رجل", not "قال"'],
    ['is empty', { start: 3, end: 3 }, '3 to 3 is no range'],
    ['is the wrong way round', { start: 10, end: 3 }, '10 to 3 is no range'],
    ['leaves the text', { end: 99 }, `3 to 99 is no range in a text of ${[...text].length}`],
  ])('refuses a span that %s', (_how, change, message) => {
    const error = errorOf(loadSpan({ ...stored, ...change }, mapped))
    expect(error).toMatch(/^span man: /)
    expect(error).toContain(message)
  })

  it('shortens long quotes in its message without cutting a character', () => {
    const long = '👍'.repeat(80)
    const span = storeSpan(spanOn(long, long, { id: 'all' }), map(long))
    const error = errorOf(loadSpan({ ...span, text: `${long}!` }, map(long)))
    expect(error).toContain(`"${'👍'.repeat(59)}…"`)
    expect(error.isWellFormed()).toBe(true)
  })
})

describe('loadSpans', () => {
  it.each<[string, Partial<StoredSpan>, string]>([
    ['an id', { label: 'date' }, 'span man is there twice'],
    ['a range and label', { id: 'other' }, 'span other marks the same text as actor'],
  ])('refuses %s that is there twice', (_what, change, message) => {
    expect(errorOf(loadSpans([stored, { ...stored, ...change }], mapped))).toContain(message)
  })

  it('takes one range under two labels', () => {
    const both = [stored, { ...stored, id: 'other', label: 'claim' }]
    expect(valueOf(loadSpans(both, mapped))).toHaveLength(2)
  })
})
