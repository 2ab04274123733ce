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
import type { AgreementSelection } from '../../../core/review/agreement/marked-article.ts'
import type { Job } from '../../crew/job.ts'
import type { ExportedArticle } from '../export/export-job.ts'
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
