import { expect, test } from 'vitest'
import type { StagedItem } from '../../contract/models.ts'
import { contents, remarks, totalsOf } from './import-words.ts'

const article = {
  kind: 'article',
  name: 'a.txt',
  encoding: 'UTF-8',
  guessed: false,
  title: 'A',
  excerpt: 'A',
  duplicateOf: null,
} satisfies StagedItem

test('counts what would come in and what would not', () => {
  const totals = totalsOf([
    article,
    { ...article, guessed: true },
    { ...article, guessed: true, duplicateOf: 'A' },
    { kind: 'dataset', name: 'd.jsonl', articles: 3, sets: 10 },
    { kind: 'problem', name: 'p.txt', reason: 'is empty', encoding: null },
  ])
  expect(totals).toEqual({ articles: 5, sets: 10, duplicates: 1, guessed: 1, problems: 1 })
  expect(remarks(totals)).toBe('1 problem · 1 guessed · 1 already here')
})

test.each([
  [5, 0, '5 articles'],
  [1, 1, '1 article and 1 annotation set'],
  [0, 2, '2 annotation sets'],
  [0, 0, null],
])('%d articles and %d sets', (articles, sets, words) => {
  expect(contents(articles, sets)).toBe(words)
})
