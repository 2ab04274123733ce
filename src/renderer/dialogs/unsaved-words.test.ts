import { describe, expect, it } from 'vitest'
import type { Loss } from '../state/unsaved-work.ts'
import { describeLoss, totalOf } from './unsaved-words.ts'

function loss(marks: number, changesStatus = false): Loss {
  return { id: 'a', title: 'A', marks, changesStatus }
}

describe('describeLoss', () => {
  it.each([
    [loss(1), '1 mark'],
    [loss(3, true), '3 marks and its status'],
    [loss(0, true), 'its status'],
    [loss(0), 'what was undone'],
  ])('%o', (given, words) => {
    expect(describeLoss(given)).toBe(words)
  })
})

describe('totalOf', () => {
  it.each([
    [[loss(1)], '1 mark is'],
    [[loss(3, true)], '3 marks are'],
    [[loss(2), loss(0, true)], '2 marks in 2 articles are'],
    [[loss(0, true)], 'Changes of 1 article are'],
  ])('%o', (given, words) => {
    expect(totalOf(given)).toBe(words)
  })
})
