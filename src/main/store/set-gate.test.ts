import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { SetGate } from './set-gate.ts'

function task(told: string[], name: string): { run: () => Promise<string>; end: () => boolean } {
  const ending = new EventEmitter()
  const promise = once(ending, 'end')
  return {
    run: async () => {
      told.push(`${name} begins`)
      await promise
      told.push(`${name} ends`)
      return name
    },
    end: () => ending.emit('end'),
  }
}

it('lets pass side by side, and nobody while it is closed', async () => {
  const told: string[] = []
  const gate = new SetGate()
  const [first, second, closing, again, late] = ['first', 'second', 'closing', 'again', 'late'].map(
    (name) => task(told, name),
  )
  if (!first || !second || !closing || !again || !late) throw new RangeError('There are five')
  const all = [
    gate.pass(first.run),
    gate.pass(second.run),
    gate.close(closing.run),
    gate.close(again.run),
    gate.pass(late.run),
  ]
  for (const { end } of [late, again, closing, second, first]) end()
  expect(await Promise.all(all)).toEqual(['first', 'second', 'closing', 'again', 'late'])
  const begun = told.indexOf('closing begins')
  expect(told.slice(0, begun).toSorted()).toEqual(
    ['first begins', 'first ends', 'second begins', 'second ends'].toSorted(),
  )
  expect(told[begun + 1]).toBe('closing ends')
  expect(told.indexOf('late begins')).toBeGreaterThan(begun + 1)
  expect(told.indexOf('again ends')).toBe(told.indexOf('again begins') + 1)
})

it('opens again after a failure', async () => {
  const gate = new SetGate()
  await expect(gate.close(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(await gate.pass(async () => 1)).toBe(1)
  await expect(gate.pass(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await gate.close(async () => 2)).toBe(2)
})
