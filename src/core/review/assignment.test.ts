import { describe, expect, it } from 'vitest'
import { worthOf } from '../../../tests/support/plain-alignment.ts'
import type { TextRange } from '../text/range.ts'
import { assign } from './assignment.ts'

/** Ranges that each hold the next. */
function nested(count: number, start: number): readonly TextRange[] {
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * 2,
    end: start + count * 5 - index * 3,
  }))
}

describe('assign', () => {
  it('pairs nested ranges each with its own', () => {
    const [rows, columns] = [nested(60, 0), nested(60, 1)]
    const pairs = assign(rows, columns)
    expect(pairs.map(([row]) => row)).toEqual(rows)
    expect(new Set(pairs.map(([, column]) => column)).size).toBe(60)
    const [[overlap]] = [worthOf(pairs)]
    const ownPairs = rows.flatMap((row, index) => {
      const own = columns[index]
      return own ? [[row, own] as const] : []
    })
    expect(overlap).toBe(worthOf(ownPairs)[0])
  })

  it('moves a row that came first where the whole gains', () => {
    const [wide, narrow] = [
      { start: 0, end: 20 },
      { start: 1, end: 10 },
    ]
    const [best, other] = [
      { start: 2, end: 12 },
      { start: 13, end: 19 },
    ]
    expect(assign([wide, narrow], [best, other])).toEqual([
      [wide, other],
      [narrow, best],
    ])
  })

  it('still pairs one to one when it may take no more steps', () => {
    const [rows, columns] = [nested(30, 0), nested(30, 1)]
    const pairs = assign(rows, columns, 0)
    expect(pairs).toHaveLength(30)
    expect(new Set(pairs.map(([, column]) => column)).size).toBe(30)
    for (const [row, column] of pairs) expect(worthOf([[row, column]])[0]).toBeGreaterThan(0)
  })
})
