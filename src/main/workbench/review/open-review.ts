import type { CallFailure } from '../../../contract/failure.ts'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import type { Metadata } from '../../../core/article/article.ts'
import { ok, type Result } from '../../../core/result.ts'
import { mergeRecords } from '../../../core/review/log/merge-records.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { reviewState, type ReviewState } from '../../../core/review/log/review-state.ts'
import { reviewItems, type ReviewItem } from '../../../core/review/review-items.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { isBlind } from '../blind.ts'

/** Everything that the review of one article is made of; offsets are UTF-16 code units. */
export interface OpenReview {
  readonly article: string
  readonly text: string
  readonly meta: Metadata
  readonly sets: readonly AnnotationSet[]
  readonly hidden: readonly string[]
  readonly records: readonly ReviewRecord[]
}

/**
 * Reads the sets of an article that were begun, and what was said in its review.
 * @param viewer - Who looks: whoever marks blind sees no set but their own.
 */
export async function openReview(
  store: ProjectStore,
  article: string,
  viewer: string | null,
): Promise<Result<OpenReview, CallFailure>> {
  const read = await store.readArticle(article)
  if (!read.ok) return read
  const sets = await store.sets(article)
  if (!sets.ok) return sets
  const logs = await store.reviews.logs(article)
  if (!logs.ok) return logs
  const begun = sets.value.filter(({ status }) => status !== 'not-started')
  const seen = isBlind(store, article, viewer)
    ? begun.filter(({ annotator }) => annotator === viewer)
    : begun
  const hidden = begun.filter((set) => !seen.includes(set)).map(({ annotator }) => annotator)
  const records = mergeRecords(...logs.value.map((log) => log.records))
  const { text, meta } = read.value
  return ok({ article, text, meta, sets: seen, hidden, records })
}

/** What an open review comes to. */
export function itemsOf({ sets, records }: Pick<OpenReview, 'sets' | 'records'>): {
  readonly state: ReviewState
  readonly items: readonly ReviewItem[]
} {
  const state = reviewState(records)
  return { state, items: reviewItems(sets, state.verdicts) }
}
