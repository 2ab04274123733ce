import { expect, test } from 'vitest'
import { formatTable } from './table.ts'

test('columns are as wide as their widest cell, and lines end without blanks', () => {
  expect(
    formatTable(
      ['ID', 'TITLE', 'SETS'],
      [
        ['a', 'One', ''],
        ['bcd', '👩‍👩‍👧', 'x:done:1'],
      ],
    ),
  ).toBe(['ID   TITLE  SETS', 'a    One', 'bcd  👩‍👩‍👧      x:done:1', ''].join('\n'))
})

test('long titles are cut, and what moves the cursor is taken out', () => {
  const [, row = ''] = formatTable(['TITLE', 'SETS'], [['x'.repeat(70), 'a']]).split('\n')
  expect(row).toBe(`${'x'.repeat(59)}…  a`)
  expect(formatTable(['TITLE', 'SETS'], [['a\r\nb\u001b[31m', '']])).toContain('a b [31m')
})
