import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { messyRange, messyText } from '../../../tests/support/messy-text.ts'
import {
  createTextOutline,
  firstUnit,
  lastUnit,
  moveCursor,
  moveEnd,
  moveStart,
  unitAt,
  type Direction,
  type Granularity,
} from './movement.ts'
import type { TextRange } from './range.ts'
import { createSegmenter } from './segments.ts'

const text = 'One two. Three four.\r\n\r\n***\r\n“Five” six. 👍\n'
const outline = createTextOutline(text)

const find = (quote: string): TextRange => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length }
}
const show = (range: TextRange | undefined): string => text.slice(range?.start, range?.end)

describe('units', () => {
  it('are found at both ends of the text', () => {
    expect(show(firstUnit(outline))).toBe('One')
    expect(show(lastUnit(outline))).toBe('👍')
    expect(firstUnit(createTextOutline('—\n…'))).toBeUndefined()
    expect(lastUnit(createTextOutline(''))).toBeUndefined()
  })

  it.each([
    ['inside a unit', 1, 'One'],
    ['at the end of a unit', 3, 'two'],
    ['in a paragraph without units', text.indexOf('*'), 'Five'],
    ['after the last unit', text.length, '👍'],
  ])('are found %s', (_where, offset, expected) => {
    expect(show(unitAt(outline, offset))).toBe(expected)
  })
})

describe('moveCursor', () => {
  it.each<[string, Granularity, Direction, string]>([
    ['One', 'word', 1, 'two'],
    ['four', 'word', 1, 'Five'],
    ['Five', 'word', -1, 'four'],
    ['One', 'word', -1, 'One'],
    ['👍', 'word', 1, '👍'],
    ['One', 'sentence', 1, 'Three'],
    ['two', 'sentence', -1, 'One'],
    ['Three', 'sentence', -1, 'One'],
    ['four', 'sentence', 1, 'Five'],
    ['👍', 'sentence', 1, '👍'],
    ['One', 'paragraph', 1, 'Five'],
    ['six', 'paragraph', -1, 'Five'],
    ['Five', 'paragraph', -1, 'One'],
    ['six', 'paragraph', 1, 'six'],
  ])('from %j by %s in direction %i reaches %j', (from, granularity, direction, expected) => {
    expect(show(moveCursor(outline, find(from), granularity, direction))).toBe(expected)
  })

  it('visits the same units on the way back', () => {
    fc.assert(
      fc.property(messyText, (messy) => {
        const messyOutline = createTextOutline(messy)
        for (const granularity of ['word', 'sentence', 'paragraph'] as const) {
          const visit = (from: TextRange | undefined, direction: Direction): TextRange[] => {
            const visited: TextRange[] = []
            for (let at = from; at && visited.at(-1) !== at;) {
              visited.push(at)
              at = moveCursor(messyOutline, at, granularity, direction)
            }
            return visited
          }
          const there = visit(firstUnit(messyOutline), 1)
          expect(visit(there.at(-1), -1)).toEqual(there.toReversed())
        }
      }),
    )
  })
})

describe('moving the bounds of a span', () => {
  it.each<[string, typeof moveStart, Direction, string]>([
    ['Three', moveStart, -1, 'two. Three'],
    ['One', moveStart, -1, 'One'],
    ['two. Three', moveStart, 1, 'Three'],
    ['Three', moveStart, 1, 'Three'],
    ['hree four', moveStart, -1, 'Three four'],
    ['four', moveEnd, 1, 'four.\r\n\r\n***\r\n“Five'],
    ['👍', moveEnd, 1, '👍'],
    ['Five” six.', moveEnd, -1, 'Five” six'],
    ['Five” six', moveEnd, -1, 'Five'],
    ['“Five', moveEnd, -1, '“Five'],
  ])('takes %j by %O in direction %i to %j', (from, move, direction, expected) => {
    expect(show(move(outline, find(from), direction))).toBe(expected)
  })

  it('never leaves the text and never empties a span', () => {
    fc.assert(
      fc.property(
        messyRange,
        fc.constantFrom<Direction>(1, -1),
        ({ text: messy, range }, direction) => {
          fc.pre(range.start < range.end)
          const messyOutline = createTextOutline(messy)
          for (const move of [moveStart, moveEnd]) {
            const moved = move(messyOutline, range, direction)
            expect(moved.start).toBeGreaterThanOrEqual(0)
            expect(moved.end).toBeGreaterThan(moved.start)
            expect(moved.end).toBeLessThanOrEqual(messy.length)
          }
        },
      ),
    )
  })
})

describe('createTextOutline', () => {
  it('cuts only the paragraphs that are asked for, and those once', () => {
    const segmenter = createSegmenter()
    const unitsOf = vi.spyOn(segmenter, 'unitsOf')
    const large = createTextOutline('Some words here.\n'.repeat(20_000), segmenter)
    expect(unitsOf).not.toHaveBeenCalled()
    unitAt(large, 150_000)
    unitAt(large, 150_001)
    expect(unitsOf).toHaveBeenCalledTimes(1)
  })
})
