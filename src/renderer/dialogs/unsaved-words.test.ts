import { describe, expect, it } from 'vitest'
import type { Loss } from '../state/losses.ts'
import { describeLoss, totalOf } from './unsaved-words.ts'

function loss(marks: number, changesStatus = false, more: Partial<Loss> = {}): Loss {
  const review = { decisions: 0, comments: 0, changesReview: false }
  return { id: 'a', title: 'A', marks, changesStatus, ...review, ...more }
}

describe('describeLoss', () => {
  it.each([
    [loss(1), '1 mark'],
    [loss(3, true), '3 marks and its status'],
    [loss(0, true), 'its status'],
    [loss(0), 'what was undone'],
    [loss(0, false, { decisions: 2, comments: 1 }), '2 decisions and 1 comment'],
    [
      loss(1, true, { decisions: 2, changesReview: true }),
      '1 mark, 2 decisions, its status and its review',
    ],
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
    [[loss(0, false, { changesReview: true })], 'Changes of 1 article are'],
    [[loss(0, false, { decisions: 1 })], '1 decision is'],
    [[loss(2), loss(1, false, { comments: 1 })], '3 marks and 1 comment in 2 articles are'],
  ])('%o', (given, words) => {
    expect(totalOf(given)).toBe(words)
  })
})
