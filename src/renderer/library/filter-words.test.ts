import { describe, expect, it } from 'vitest'
import { ANY_ARTICLE, type ArticleFilter } from '../../contract/article-filter.ts'
import { chipsOf, foundInWords } from './filter-words.ts'

describe('chipsOf', () => {
  it.each<[Partial<ArticleFilter>, readonly string[]]>([
    [{}, []],
    [{ text: 'idlib', note: ' ' }, []],
    [{ outlet: 'Harbour Wire' }, ['Harbour Wire']],
    [{ from: '2020-02-01' }, ['Since 1 Feb 2020']],
    [{ to: '2020-02-01' }, ['Until 1 Feb 2020']],
    [{ from: '2020-02-01', to: '2020-03-02' }, ['1 Feb 2020 – 2 Mar 2020']],
    [{ from: '2020-02-01', to: '2020-02-01' }, ['1 Feb 2020']],
    [
      { status: 'in-progress', label: 'claim', annotator: 'ben', note: 'check ' },
      ['In progress', 'Label: claim', 'Marks of Ben', 'Note: check'],
    ],
  ])('%j', (parts, texts) => {
    const chips = chipsOf({ ...ANY_ARTICLE, ...parts }, () => 'Ben')
    expect(chips.map(({ text }) => text)).toEqual(texts)
  })

  it('leaves only the words when each chip is taken away', () => {
    const filter: ArticleFilter = {
      text: 'idlib',
      outlet: 'Harbour Wire',
      from: '2020-02-01',
      to: null,
      label: 'claim',
      status: 'done',
      annotator: 'ben',
      note: 'check',
    }
    const left = chipsOf(filter, (id) => id).reduce(
      (parts, { without }) => ({ ...parts, ...without }),
      filter,
    )
    expect(left).toEqual({ ...ANY_ARTICLE, text: 'idlib' })
  })
})

it.each([
  [37, 10_000, null, '37 of 10,000 articles'],
  [1, 1, null, '1 of 1 article'],
  [0, 20, null, '0 of 20 articles'],
  [12, 50_000, 0.459, '12 found, 45% searched'],
])('%i of %i at %s: %s', (found, all, progress, words) => {
  expect(foundInWords(found, all, progress)).toBe(words)
})
