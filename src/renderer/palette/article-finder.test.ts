import { describe, expect, it } from 'vitest'
import type { ArticleEntry } from '../../contract/models.ts'
import { ArticleFinder } from './article-finder.ts'

const entryOf = (title: string, index: number): ArticleEntry => ({
  id: `a${index}`,
  title,
  outlet: null,
  published: null,
  status: 'not-started',
  spans: 0,
})

function found(titles: readonly string[], query: string): readonly string[] {
  const finder = new ArticleFinder()
  finder.take(titles.map(entryOf))
  return finder.candidates(query).map(({ title }) => title)
}

const TITLES = [
  'Two presidents talk while the border fills',
  'Night strike in Idlib raises the toll',
  'The toll of a night',
  'Élection présidentielle',
  'Переговоры в Анкаре',
  'قصف ليلي على ريف إدلب',
]

describe('ArticleFinder', () => {
  it.each([
    ['night', ['Night strike in Idlib raises the toll', 'The toll of a night']],
    ['toll night', ['Night strike in Idlib raises the toll', 'The toll of a night']],
    ['the', ['The toll of a night', TITLES[0], TITLES[1]]],
    ['election pre', ['Élection présidentielle']],
    ['АНКАР', ['Переговоры в Анкаре']],
    ['إدلب', ['قصف ليلي على ريف إدلب']],
    ['nghtstrk', ['Night strike in Idlib raises the toll']],
    ['zz', []],
    ['qxz', []],
    ['  ', []],
  ])('finds %j', (query, expected) => {
    expect(found(TITLES, query)).toEqual(expected)
  })

  it('finds new titles once the list has changed', () => {
    const finder = new ArticleFinder()
    const entries = TITLES.map(entryOf)
    finder.take(entries)
    finder.take(entries.with(0, entryOf('A corrected title', 0)))
    expect(finder.candidates('corrected')).toHaveLength(1)
    expect(finder.candidates('presidents')).toHaveLength(0)
    finder.take([])
    expect(finder.candidates('night')).toEqual([])
  })

  it('leaves few of very many to be ranked', () => {
    const titles = Array.from({ length: 5000 }, (_, index) => `Night ${index}`)
    expect(found(titles, 'night').length).toBeLessThan(500)
    expect(found(['A night', ...titles], 'night 4999')).toEqual(['Night 4999'])
  })
})
