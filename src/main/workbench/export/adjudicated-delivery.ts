import type { CallFailure } from '../../../contract/failure.ts'
import type { ReviewEntry } from '../../../contract/review-models.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import type { Delivery } from '../host.ts'
import { adjudicatedJob } from '../review/review-job.ts'
import { reviewedArticle, type ReviewQueue } from '../review/review-queue.ts'
import { checkComplete, partsOf } from './export-delivery.ts'
import { fileNameFor } from './file-name.ts'

/** What an export of adjudicated sets holds, and what it cannot hold. */
export interface AdjudicatedDelivery extends Delivery {
  /** Articles of the project that nobody has begun to review: they are not in it. */
  readonly unreviewed: number
  /** Articles in it that are not approved. */
  readonly unapproved: number
  /** Disagreements in it that nobody has decided: what they are about is not in it. */
  readonly open: number
  /** Places that all agree on and nobody has taken: they are not in it either. */
  readonly untaken: number
  /** Spans of verdicts that are not in it, because their label was deleted. */
  readonly withoutLabel: number
}

/** Prepares the export of the adjudicated sets as native JSONL, a line for each reviewed article. */
export async function adjudicatedDelivery(
  store: ProjectStore,
  reviews: ReviewQueue,
): Promise<Result<AdjudicatedDelivery, CallFailure>> {
  const entries = await reviews.entries(() => undefined)
  // Afterwards: what was found to be broken only now would be missing too.
  const complete = checkComplete(store)
  if (!complete.ok) return complete
  const reviewed = entries.filter(({ status }) => status !== 'to-review')
  if (reviewed.length === 0) {
    return failure('refused', 'Nothing is reviewed yet, so there is no adjudicated set to export')
  }
  const articles = reviewed
    .map(({ article }) => reviewedArticle(store, article))
    .toSorted((a, b) => compareText(a.id, b.id))
  return ok({
    name: fileNameFor(store.folder, '-adjudicated.jsonl'),
    lines: reviewed.length,
    parts: () => partsOf(store, articles, adjudicatedJob, {}),
    unreviewed: store.articles().length - reviewed.length,
    unapproved: reviewed.filter(({ status }) => status !== 'approved').length,
    open: sumOf(reviewed, ({ open }) => open),
    untaken: sumOf(reviewed, ({ agreed }) => agreed),
    withoutLabel: sumOf(reviewed, ({ withoutLabel }) => withoutLabel),
  })
}

function sumOf(entries: readonly ReviewEntry[], valueOf: (entry: ReviewEntry) => number): number {
  return entries.reduce((sum, entry) => sum + valueOf(entry), 0)
}
