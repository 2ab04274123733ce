import type { CallArguments } from '../../contract/calls.ts'
import { countDifferingSpans } from '../../core/annotation/differing-spans.ts'
import type { ReviewRecord } from '../../core/review/log/record.ts'
import type { ArticleSession } from './article-session.ts'

/** What was said in the review of an article and is not saved. */
export type UnsavedReview = CallArguments<'export.unsavedReviews'>['reviews'][number] & {
  readonly title: string
}

/** What of one article would be lost. */
export interface Loss {
  readonly id: string
  readonly title: string
  /** Spans that were added, changed or deleted since the article was saved last. */
  readonly marks: number
  readonly changesStatus: boolean
  /** Verdicts and comments in its review. */
  readonly decisions: number
  readonly comments: number
  /** Whether anything else was said in its review: a status, a thread resolved, something taken back. */
  readonly changesReview: boolean
}

/** What would be lost, article by article. */
export function lossesOf(
  sessions: readonly ArticleSession[],
  reviews: readonly UnsavedReview[],
): readonly Loss[] {
  const losses = new Map(sessions.map((session) => [session.id, lossOf(session)]))
  for (const { article, title, records } of reviews) {
    const { decisions, comments, changesReview, ...rest } = losses.get(article) ?? {
      ...NOTHING,
      id: article,
      title,
    }
    losses.set(article, {
      ...rest,
      decisions: decisions + countOf(records, 'verdict'),
      comments: comments + countOf(records, 'comment'),
      changesReview: changesReview || records.some(({ kind }) => !COUNTED.has(kind)),
    })
  }
  return [...losses.values()]
}

const NOTHING = {
  marks: 0,
  changesStatus: false,
  decisions: 0,
  comments: 0,
  changesReview: false,
} as const

const COUNTED: ReadonlySet<ReviewRecord['kind']> = new Set(['verdict', 'comment'])

function lossOf({ id, meta, document, savedDocument }: ArticleSession): Loss {
  const before = savedDocument.set
  const after = document.get().set
  return {
    ...NOTHING,
    id,
    title: meta.get().title,
    marks: countDifferingSpans(before, after),
    changesStatus: before.status !== after.status,
  }
}

function countOf(records: readonly ReviewRecord[], kind: ReviewRecord['kind']): number {
  return records.filter((record) => record.kind === kind).length
}
