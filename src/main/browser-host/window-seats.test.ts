import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HELD_FOR, WindowSeats, type Seat } from './window-seats.ts'

const promoted: string[] = []
let seats = new WindowSeats<Seat>(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
  promoted.length = 0
  seats = new WindowSeats((window) => promoted.push(window.id))
})
afterEach(() => vi.useRealTimers())

function open(id: string): Seat {
  const window = { id, writable: false }
  seats.join(window)
  return window
}

test('the first window writes, the next only looks', () => {
  expect([open('a').writable, open('b').writable]).toEqual([true, false])
})

test('when the writer has gone, the one that came next writes and is told', () => {
  const [a, b, c] = [open('a'), open('b'), open('c')]
  seats.leave(a)
  expect(b.writable).toBe(false)
  vi.advanceTimersByTime(HELD_FOR)
  expect([b.writable, c.writable]).toEqual([true, false])
  expect(promoted).toEqual(['b'])
})

test('a reload gives the writer its right back, also while another waits', () => {
  const b = [open('a'), open('b')] as const
  seats.leave(b[0])
  expect(open('a').writable).toBe(true)
  vi.advanceTimersByTime(HELD_FOR)
  expect(b[1].writable).toBe(false)
  expect(promoted).toEqual([])
})

test('a copy of the writer, with its id, only looks', () => {
  open('a')
  expect(open('a').writable).toBe(false)
})

test('with nobody waiting, whoever comes next writes at once', () => {
  const [a, b] = [open('a'), open('b')]
  seats.leave(a)
  seats.leave(b)
  expect(open('c').writable).toBe(true)
})

test('a window that went writes no more', () => {
  const a = open('a')
  seats.leave(a)
  expect(a.writable).toBe(false)
})
