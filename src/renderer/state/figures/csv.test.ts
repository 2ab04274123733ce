import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('cells with commas, quotation marks and line ends are quoted', () => {
  const rows = [
    ['phrase', 'places'],
    ['34, or “some”', '2'],
    ['he said "no"', ''],
    ['a\nb', '-1'],
  ]
  expect(toCsv(rows)).toBe(
    '\uFEFFphrase,places\r\n"34, or “some”",2\r\n"he said ""no""",\r\n"a\nb",-1\r\n',
  )
})
