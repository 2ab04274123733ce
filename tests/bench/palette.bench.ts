import fuzzysort from 'fuzzysort'
import { bench, describe } from 'vitest'
import type { ArticleEntry } from '../../src/contract/models.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { ArticleFinder } from '../../src/renderer/palette/article-finder.ts'
import { search } from '../../src/renderer/palette/palette-items.ts'
import { newsOf } from './samples.ts'

/*
 * One letter typed into the palette of a project of 50,000 articles, beside the plainest way to do
 * the same: giving every title to the matcher, prepared before.
 */

const words = newsOf(60_000).split(/\s+/)
const entries = Array.from({ length: 50_000 }, (_, index): ArticleEntry => {
  const title = words.slice(index % (words.length - 9), (index % (words.length - 9)) + 9).join(' ')
  const id = String(index)
  return { id, title, outlet: null, published: null, status: 'not-started', spans: 0 }
})
const options = { time: 500, warmupTime: 100 }

describe.each(['n', 'ministry', 'ministry verify', 'mnstr'])('%j in 50,000 titles', (query) => {
  const finder = new ArticleFinder()
  finder.take(entries)
  const prepared = entries.map(({ title }) => fuzzysort.prepare(title))

  bench(
    'candidates, then the best of them',
    () => {
      search(query, {
        labels: DEFAULT_LABEL_SET,
        articles: finder.candidates(query),
        recent: [],
        isAvailable: () => true,
      })
    },
    options,
  )

  bench(
    'baseline: the matcher on every title',
    () => {
      fuzzysort.go(query, prepared, { limit: 40, threshold: 0.3 })
    },
    options,
  )
})
