import { describe, expect, it } from 'vitest'
import { findDate } from './propose-date.ts'

describe('findDate', () => {
  it.each([
    ['2031.05.04 07:03 GMT+8', '2031-05-04T07:03:00+08:00'],
    ['2031-05-04', '2031-05-04'],
    ['2031-05-04T07:03:09Z', '2031-05-04T07:03:09Z'],
    ['2031-05-04 07:03 +0530', '2031-05-04T07:03:00+05:30'],
    ['Sunday, 4 May, 2031 - 08:30', '2031-05-04T08:30'],
    ['04 May, 2031', '2031-05-04'],
    ['4th May 2031 at 9:05 p.m.', '2031-05-04T21:05'],
    ['Sept. 4, 2031 12:00 AM UTC', '2031-09-04T00:00:00Z'],
    ['June 4, 2031', '2031-06-04'],
    ['28.02.2020', '2020-02-28'],
    ['02/28/2020', '2020-02-28'],
    ['03/03/2020', '2020-03-03'],
    ['29 February 2020', '2020-02-29'],
    ['4 May 2031 25:00', '2031-05-04'],
  ])('reads %j as %s', (line, iso) => {
    expect(findDate(line)?.iso).toBe(iso)
  })

  it.each([
    'March 4',
    'On Feb. 27 they met',
    '03/04/2020',
    '30 February 2020',
    '4 May 1820',
    '2020-13-01',
    '12345-02-011',
    'In 2031',
    '',
  ])('finds no date in %j', (line) => {
    expect(findDate(line)).toBeUndefined()
  })

  it('tells what else the line says', () => {
    expect(findDate('Updated Sunday, 4 May 2031 07:03')?.rest).toBe('Updated')
  })
})
