import { expect, it } from 'vitest'
import { describeDay, describeMoment, shortMoment } from './moments.ts'

// Without a zone: in that of the machine, as a person there says it.
const now = new Date('2026-11-22T00:30')

it.each([
  ['2026-11-22T00:10', 'Today', '00:10', 'Today, 22 Nov 2026, 00:10'],
  ['2026-11-21T23:50', 'Yesterday', '21 Nov 2026, 23:50', 'Yesterday, 21 Nov 2026, 23:50'],
  ['2026-11-20T09:05', '20 Nov 2026', '20 Nov 2026, 09:05', '20 Nov 2026, 09:05'],
  ['2025-12-31T09:05', '31 Dec 2025', '31 Dec 2025, 09:05', '31 Dec 2025, 09:05'],
])('%s is told by its day, shortly and in full', (local, day, short, whole) => {
  const at = new Date(local).toISOString()
  expect(describeDay(at, now)).toBe(day)
  expect(shortMoment(at, now)).toBe(short)
  expect(describeMoment(at, now)).toBe(whole)
})
