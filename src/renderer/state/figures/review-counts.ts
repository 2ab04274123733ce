import type { ReviewEntry } from '../../../contract/review-models.ts'
import type { ReviewStatus } from '../../../core/review/log/record.ts'
import type { FigureArticle } from './figures.ts'
import { count } from '../format.ts'

/** How far the review is, from what is done to what is not begun. */
export const REVIEW_STATUSES = [
  'approved',
  'changes-asked',
  'in-review',
  'to-review',
] as const satisfies readonly ReviewStatus[]

/** The articles of each status in a queue of a review. */
export function articlesByReviewStatus(
  entries: readonly ReviewEntry[],
): Readonly<Record<ReviewStatus, readonly FigureArticle[]>> {
  const byStatus = Object.fromEntries(
    REVIEW_STATUSES.map((status) => [status, [] as FigureArticle[]]),
  ) as Record<ReviewStatus, FigureArticle[]>
  for (const { article, title, status, open } of entries) {
    byStatus[status].push({ article, title, detail: count(open, 'open place') })
  }
  return byStatus
}
