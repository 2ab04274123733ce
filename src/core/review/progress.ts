import type { ReviewStatus } from './log/record.ts'
import type { ReviewState } from './log/review-state.ts'
import { isAgreed, isOpen, type ReviewItem } from './review-items.ts'

/** How far the review of an article is. */
export interface ReviewProgress {
  readonly status: ReviewStatus
  /** Places in all. */
  readonly items: number
  /** Those that need a person. */
  readonly open: number
  /** Those that all agree on and that are not taken yet. */
  readonly agreed: number
  /** Open ones that were decided before, and whose marks have changed since. */
  readonly changed: number
}

/**
 * Counts what is left to do. The status is the one that was given last; without one, an article that has
 * a verdict is in review. An approved article in which more is open than when it was approved, because
 * of new work by annotators, is in review again.
 */
export function progressOf(
  items: readonly ReviewItem[],
  { status, verdicts }: Pick<ReviewState, 'status' | 'verdicts'>,
): ReviewProgress {
  const open = items.filter(isOpen).length
  return {
    status: statusOf(status, verdicts.length, open),
    items: items.length,
    open,
    agreed: items.filter(isAgreed).length,
    changed: items.filter(({ state }) => state === 'changed').length,
  }
}

function statusOf(given: ReviewState['status'], verdicts: number, open: number): ReviewStatus {
  if (given === null) return verdicts > 0 ? 'in-review' : 'to-review'
  return given.status === 'approved' && open > given.open ? 'in-review' : given.status
}
