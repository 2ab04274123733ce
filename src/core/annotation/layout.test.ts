import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWithSpans } from '../../../tests/support/arbitraries.ts'
import { spanOn } from '../../../tests/support/builders.ts'
import { assignLanes, fragmentsOf, LANE_LIMIT } from './layout.ts'
import type { Span } from './span.ts'

const text = 'abcdefghij'
const on = (id: string, quote: string, label = 'actor'): Span => spanOn(text, quote, { id, label })

const pairsOf = (spans: readonly Span[]): (readonly [Span, Span])[] =>
  spans.flatMap((a, index) => spans.slice(index + 1).map((b) => [a, b] as const))

describe('assignLanes', () => {
  it.each<[string, readonly Span[], Record<string, number>]>([
    ['apart', [on('x', 'ab'), on('y', 'cd')], { x: 0, y: 0 }],
    ['crossing', [on('x', 'abc'), on('y', 'bcd')], { x: 0, y: 1 }],
    ['nested', [on('x', 'abcd'), on('y', 'bc')], { x: 1, y: 0 }],
    ['on one range, by label', [on('x', 'ab', 'claim'), on('y', 'ab', 'actor')], { x: 1, y: 0 }],
    ['nested twice', [on('x', 'abcdef'), on('y', 'abcd'), on('z', 'b')], { x: 2, y: 1, z: 0 }],
    ['linked through a third', [on('x', 'ab'), on('y', 'cd'), on('z', 'bc')], { x: 0, y: 0, z: 1 }],
  ])('places spans that are %s', (_how, spans, expected) => {
    expect(Object.fromEntries(assignLanes(spans))).toEqual(expected)
    expect(Object.fromEntries(assignLanes(spans.toReversed()))).toEqual(expected)
  })

  it('never lets lines meet, and puts a span beneath all that it holds', () => {
    fc.assert(
      fc.property(textWithSpans, ({ spans }) => {
        const lanes = assignLanes(spans)
        expect(lanes.size).toBe(spans.length)
        for (const [a, b] of pairsOf(spans)) {
          if (a.start >= b.end || b.start >= a.end) continue
          const [laneOfA = -1, laneOfB = -1] = [lanes.get(a.id), lanes.get(b.id)]
          // What finds no lane of its own shares the last.
          if (laneOfA === LANE_LIMIT || laneOfB === LANE_LIMIT) continue
          expect(laneOfA).not.toBe(laneOfB)
          const isSame = a.start === b.start && a.end === b.end
          // Spans come in order, so one that holds another comes before it.
          if (!isSame && a.end >= b.end) expect(laneOfA).toBeGreaterThan(laneOfB)
        }
      }),
    )
  })
})

describe('fragmentsOf', () => {
  it('cuts where spans begin or end and lists the outermost first', () => {
    const spans = [on('x', 'abcdef'), on('y', 'cdefgh'), on('z', 'd')]
    const lanes = assignLanes(spans)
    const fragments = fragmentsOf({ start: 1, end: 9 }, spans, ({ id }) => lanes.get(id) ?? -1)
    const shown = fragments.map(
      ({ start, end, spans: covering }) =>
        `${text.slice(start, end)} ${covering.map(({ id }) => id).join('')}`,
    )
    expect(shown).toEqual(['b x', 'c yx', 'd yxz', 'ef yx', 'gh y', 'i '])
  })

  it('tiles any range, and lists exactly the spans that cover each piece', () => {
    fc.assert(
      fc.property(textWithSpans, fc.nat(), fc.nat(), ({ text: messy, spans }, a, b) => {
        const start = a % messy.length
        const range = { start, end: start + 1 + (b % (messy.length - start)) }
        const lanes = assignLanes(spans)
        const fragments = fragmentsOf(range, spans, ({ id }) => lanes.get(id) ?? -1)
        expect(fragments[0]?.start).toBe(range.start)
        expect(fragments.at(-1)?.end).toBe(range.end)
        for (const [index, fragment] of fragments.entries()) {
          expect(fragment.end).toBeGreaterThan(fragment.start)
          expect(fragments[index + 1]?.start ?? range.end).toBe(fragment.end)
          for (let offset = fragment.start; offset < fragment.end; offset++) {
            const covering = spans.filter((span) => span.start <= offset && span.end > offset)
            expect(new Set(fragment.spans)).toEqual(new Set(covering))
          }
          const depths = fragment.spans.map(({ id }) => lanes.get(id) ?? -1)
          expect(depths).toEqual(depths.toSorted((x, y) => y - x))
        }
      }),
    )
  })
})
