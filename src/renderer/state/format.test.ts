import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../core/annotation/annotation-set.ts'
import { count, initials, longDate, shortDate, STATUS_NAMES } from './format.ts'

describe('count', () => {
  it.each<[number, string, string | undefined, string]>([
    [0, 'span', undefined, '0 spans'],
    [1, 'span', undefined, '1 span'],
    [2180, 'character', undefined, '2,180 characters'],
    [2, 'match', 'matches', '2 matches'],
  ])('of %i %s', (value, noun, plural, expected) => {
    expect(count(value, noun, plural)).toBe(expected)
  })
})

describe('dates', () => {
  it.each([
    ['2020-02-28', '28 Feb 2020', '28 Feb 2020'],
    ['2020-12-01T07:03', '1 Dec 2020', '1 Dec 2020, 07:03'],
    ['2020-01-31T23:59:00Z', '31 Jan 2020', '31 Jan 2020, 23:59 UTC'],
    ['2020-01-31T00:10:59.5+08:00', '31 Jan 2020', '31 Jan 2020, 00:10 UTC+08:00'],
    ['2020-01-31T00:10-03:30', '31 Jan 2020', '31 Jan 2020, 00:10 UTC-03:30'],
  ])('%s is %s, or %s', (published, short, long) => {
    expect(shortDate(published)).toBe(short)
    expect(longDate(published)).toBe(long)
  })
})

describe('initials', () => {
  it.each([
    ['Ann', 'A'],
    ['ann van der lee', 'AL'],
    ['  Ann   Lee ', 'AL'],
    ['Анна Ли', 'АЛ'],
    ['👍🏽 Ann', '👍A'],
    ['', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})

describe('STATUS_NAMES', () => {
  it('names every status differently', () => {
    expect(new Set(STATUSES.map((status) => STATUS_NAMES[status])).size).toBe(3)
  })
})
