import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWithSpans } from '../../../tests/support/arbitraries.ts'
import { spanOn } from '../../../tests/support/builders.ts'
import { assignLanes } from './layout.ts'
import { changedRange, SpanIndex } from './span-index.ts'
import type { Span } from './span.ts'

const overlaps = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end

const withRange = fc.tuple(textWithSpans, fc.nat(), fc.nat()).map(([{ text, spans }, a, b]) => {
  const start = a % text.length
  return { spans, text, range: { start, end: start + 1 + (b % (text.length - start)) } }
})

describe('SpanIndex', () => {
  it('finds exactly the spans that share text with a range, in order', () => {
    fc.assert(
      fc.property(withRange, ({ spans, range }) => {
        const found = new SpanIndex(spans).overlapping(range)
        expect(found).toEqual(spans.filter((span) => overlaps(span, range)))
      }),
    )
  })

  it('gives every span the lane that it has among all', () => {
    fc.assert(
      fc.property(textWithSpans, ({ spans }) => {
        const index = new SpanIndex(spans)
        const lanes = assignLanes(spans)
        for (const span of spans) expect(index.laneOf(span)).toBe(lanes.get(span.id))
      }),
    )
  })

  it('reaches as far as overlaps link spans, and no further', () => {
    fc.assert(
      fc.property(withRange, ({ spans, range }) => {
        const reach = new SpanIndex(spans).reachOf(range)
        expect(reach.start).toBeLessThanOrEqual(range.start)
        expect(reach.end).toBeGreaterThanOrEqual(range.end)
        for (const span of spans) {
          if (!overlaps(span, reach)) continue
          expect(span.start).toBeGreaterThanOrEqual(reach.start)
          expect(span.end).toBeLessThanOrEqual(reach.end)
        }
      }),
    )
  })

  it('lists the spans at an offset with the shortest first', () => {
    const text = 'abcdef'
    const spans = [spanOn(text, 'abcdef', { id: 'x' }), spanOn(text, 'bcd', { id: 'y' })]
    const index = new SpanIndex([...spans, spanOn(text, 'c', { id: 'z' })])
    expect(index.at(2).map(({ id }) => id)).toEqual(['z', 'y', 'x'])
    expect(index.at(5).map(({ id }) => id)).toEqual(['x'])
    expect(index.at(6)).toEqual([])
  })
})

describe('changedRange', () => {
  it('holds every span that was added or removed', () => {
    fc.assert(
      fc.property(textWithSpans, fc.infiniteStream(fc.boolean()), ({ spans }, keep) => {
        const before = spans.filter(() => keep.next().value)
        const after = spans.filter(() => keep.next().value)
        const changed = [
          ...before.filter((span) => !after.includes(span)),
          ...after.filter((span) => !before.includes(span)),
        ]
        const range = changedRange(before, after)
        if (changed.length === 0) expect(range).toBeUndefined()
        for (const span of changed) {
          expect(range?.start).toBeLessThanOrEqual(span.start)
          expect(range?.end).toBeGreaterThanOrEqual(span.end)
        }
      }),
    )
  })
})
