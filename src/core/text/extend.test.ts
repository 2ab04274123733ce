import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messyRange, messyText } from '../../../tests/support/messy-text.ts'
import { extendFocus, selectionOf, selectionRange } from './extend.ts'
import {
  createTextOutline,
  firstUnit,
  lastUnit,
  unitAt,
  type Direction,
  type Granularity,
} from './movement.ts'
import type { TextRange } from './range.ts'

const text = 'One two. Three four.\r\n\r\n***\r\n“Five” six. 👍\n'
const outline = createTextOutline(text)

const find = (quote: string): TextRange => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length }
}
const show = (range: TextRange | undefined): string => text.slice(range?.start, range?.end)

const granularity = fc.constantFrom<Granularity>('word', 'sentence', 'paragraph')

describe('extendFocus', () => {
  it.each<[string, Granularity, Direction, string]>([
    ['One', 'word', 1, 'two'],
    ['👍', 'word', 1, '👍'],
    ['One', 'sentence', 1, 'two'],
    ['two', 'sentence', 1, 'four'],
    ['four', 'sentence', 1, 'six'],
    ['six', 'sentence', 1, '👍'],
    ['One', 'paragraph', 1, 'four'],
    ['four', 'paragraph', 1, '👍'],
    ['👍', 'paragraph', 1, '👍'],
    ['four', 'sentence', -1, 'Three'],
    ['Three', 'sentence', -1, 'One'],
    ['six', 'paragraph', -1, 'Five'],
    ['One', 'paragraph', -1, 'One'],
  ])('from %j by %s in direction %i reaches %j', (from, by, direction, expected) => {
    expect(show(extendFocus(outline, find(from), by, direction))).toBe(expected)
  })

  it('always goes its way until the text ends, and stays there', () => {
    fc.assert(
      fc.property(messyText, granularity, (messy, by) => {
        const messyOutline = createTextOutline(messy)
        const first = firstUnit(messyOutline)
        const last = lastUnit(messyOutline)
        if (first === undefined || last === undefined) return
        for (const [from, to, direction] of [
          [first, last, 1],
          [last, first, -1],
        ] as const) {
          let at: TextRange = from
          while (at.start !== to.start) {
            const next = extendFocus(messyOutline, at, by, direction)
            expect(Math.sign(next.start - at.start)).toBe(direction)
            at = next
          }
          expect(extendFocus(messyOutline, at, by, direction)).toEqual(to)
        }
      }),
    )
  })

  it('forward never takes anything away from a selection that goes forward', () => {
    fc.assert(
      fc.property(messyRange, granularity, ({ text: messy, range }, by) => {
        const messyOutline = createTextOutline(messy)
        const selection = selectionOf(messyOutline, range)
        if (selection === undefined) return
        const before = selectionRange(selection)
        const focus = extendFocus(messyOutline, selection.focus, by, 1)
        const after = selectionRange({ ...selection, focus })
        expect(after.start).toBe(before.start)
        expect(after.end).toBeGreaterThanOrEqual(before.end)
      }),
    )
  })
})

describe('selectionOf', () => {
  it.each([
    ['One two', 'One', 'two'],
    ['ne t', 'One', 'two'],
    ['two.', 'two', 'two'],
    ['. Three four.', 'Three', 'four'],
    ['“Five” six', 'Five', 'six'],
    ['***', 'Five', 'Five'],
    ['Three', 'Three', 'Three'],
  ])('of %j goes from %j to %j', (quote, anchor, focus) => {
    const selection = selectionOf(outline, find(quote))
    expect([show(selection?.anchor), show(selection?.focus)]).toEqual([anchor, focus])
  })

  it('of an empty range is the unit at it', () => {
    const at = text.indexOf('Three')
    expect(selectionOf(outline, { start: at, end: at })).toEqual({
      anchor: unitAt(outline, at),
      focus: unitAt(outline, at),
    })
    expect(selectionOf(createTextOutline('—\n…'), { start: 0, end: 1 })).toBeUndefined()
  })

  it('gives what covers the same units again', () => {
    fc.assert(
      fc.property(messyRange, ({ text: messy, range }) => {
        const messyOutline = createTextOutline(messy)
        const selection = selectionOf(messyOutline, range)
        if (selection === undefined) return
        expect(selection.anchor.start).toBeLessThanOrEqual(selection.focus.start)
        expect(selectionOf(messyOutline, selectionRange(selection))).toEqual(selection)
      }),
    )
  })
})
