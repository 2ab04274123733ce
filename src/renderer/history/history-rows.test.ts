import { expect, it } from 'vitest'
import type { PastChange } from '../../core/annotation/past-sets.ts'
import { historyRows } from './history-rows.ts'

const now = new Date('2026-11-22T12:00')

function change(index: number, local: string): PastChange {
  const edit = { type: 'status', status: 'done' } as const
  return { index, at: new Date(local).toISOString(), by: 'ann', how: 'do', edit, spans: [] }
}

it('puts each day under its heading, and the beginning at the end', () => {
  const rows = historyRows(
    [change(2, '2026-11-22T09:00'), change(1, '2026-11-22T08:00'), change(0, '2026-11-20T08:00')],
    now,
  )
  expect(rows.map((row) => (row.type === 'day' ? row.day : row.moment))).toEqual([
    'Today',
    3,
    2,
    '20 Nov 2026',
    1,
    0,
  ])
})

it('has no beginning where nothing was done', () => {
  expect(historyRows([], now)).toEqual([])
})
