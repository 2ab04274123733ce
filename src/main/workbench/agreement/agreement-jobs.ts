import {
  measureFigures,
  measureIntervals,
  type Agreement,
  type AgreementIntervals,
  type ArticleFacts,
} from '../../../core/review/agreement/agreement.ts'
import {
  ArticleCounter,
  joinCounts,
  type CountedArticles,
} from '../../../core/review/agreement/count-articles.ts'
import {
  itemsOf,
  type AgreementItem,
  type ItemQuestion,
} from '../../../core/review/agreement/items.ts'
import {
  chosenSets,
  dayOfChange,
  type AgreementSelection,
} from '../../../core/review/agreement/marked-article.ts'
import type { Job } from '../../crew/job.ts'
import type { ExportedArticle } from '../export/known-lines.ts'
import { readMarked } from './read-marked.ts'

interface CountInput {
  readonly folder: string
  /** The project's labels, which the sets may have. */
  readonly known: readonly string[]
  readonly selection: AgreementSelection
  readonly articles: readonly ExportedArticle[]
}

/** Counts some articles, as their files are now. */
export const countJob: Job<CountInput, CountedArticles> = {
  name: 'count-agreement',
  run: async ({ folder, known, selection, articles }) => {
    const labels = new Set(known)
    const counter = new ArticleCounter(selection)
    for (const article of articles) counter.add(readMarked(folder, article, labels))
    return counter.result()
  },
}

interface MeasureInput {
  readonly parts: readonly CountedArticles[]
  /** Of each of the articles. */
  readonly facts: readonly ArticleFacts[]
  readonly selection: AgreementSelection
}

/** Measures agreement over all articles that were counted, but for the intervals. */
export const measureJob: Job<MeasureInput, Agreement> = {
  name: 'measure-agreement',
  run: async ({ parts, facts, selection }) =>
    measureFigures(joinCounts(parts, selection), facts, selection),
}

/** Finds the intervals of what the job above measures. */
export const intervalsJob: Job<Omit<MeasureInput, 'facts'>, AgreementIntervals> = {
  name: 'agreement-intervals',
  run: async ({ parts, selection }) => measureIntervals(joinCounts(parts, selection), selection),
}

interface ItemsInput extends CountInput {
  readonly question: ItemQuestion & { readonly changed: { readonly when: string | null } | null }
}

/** The places of one article that a figure is made of. */
export interface ArticleItems {
  readonly id: string
  readonly places: readonly AgreementItem[]
}

/** Finds the places of some articles that a figure is made of, as their files are now. */
export const itemsJob: Job<ItemsInput, readonly ArticleItems[]> = {
  name: 'agreement-items',
  run: async ({ folder, known, selection, articles, question }) => {
    const labels = new Set(known)
    return articles.flatMap((each): readonly ArticleItems[] => {
      const article = readMarked(folder, each, labels)
      const { changed } = question
      if (changed !== null && dayOfChange(chosenSets(article, selection)) !== changed.when)
        return []
      const places = itemsOf(article, selection, question)
      return places.length === 0 ? [] : [{ id: each.id, places }]
    })
  },
}
