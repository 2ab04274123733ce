import type { AnnotationSet } from '../annotation/annotation-set.ts'
import type { Comment, ReviewRecord, ReviewStatus, Verdict } from './log/record.ts'
import { reviewState, validRecords, type Thread } from './log/review-state.ts'
import { hasAll } from './feedback.ts'
import type { Mark } from './mark.ts'
import { progressOf } from './progress.ts'
import { reviewItems, type ReviewItem } from './review-items.ts'

/** What an annotator is told of the review of an article. */
export interface ToldReview {
  readonly status: ReviewStatus
  /** Verdicts that stand, comments and resolutions; `reviewState` and `feedbackFor` read them. */
  readonly records: readonly ReviewRecord[]
}

/**
 * Chooses what of a review its annotator is told, so that nobody learns from it what others have marked:
 * - verdicts on the own marks, with the own marks alone and without whose version was taken;
 * - verdicts on places that the annotator has not marked, once the own set is done or the reviewer has
 *   looked at it and asked for changes, unless the set holds what they say already;
 * - threads on the article, on places where the own marks are (as if they were about these), and those
 *   that the annotator has begun.
 * @param sets - All that were begun on the article.
 * @param records - What everybody has said.
 */
export function recordsFor(
  annotator: string,
  sets: readonly AnnotationSet[],
  records: readonly ReviewRecord[],
): ToldReview {
  const state = reviewState(records)
  const items = reviewItems(sets, state.verdicts)
  const { status } = progressOf(items, state)
  const own = sets.find((set) => set.annotator === annotator)
  if (own === undefined) return { status, records: [] }
  const isJudged = state.verdicts.some((verdict) => isOn(verdict, annotator))
  const isReleased = own.status === 'done' || (status === 'changes-asked' && isJudged)
  const verdicts = state.verdicts
    .filter(
      (verdict) =>
        isOn(verdict, annotator) ||
        (isReleased && verdict.outcome.length > 0 && !hasAll(own, verdict.outcome)),
    )
    .map((verdict) => withoutOthers(verdict, annotator))
  const threads = state.threads.flatMap((thread) => {
    const comment = toldComment(thread, annotator, items)
    return comment === null ? [] : [comment, ...thread.answers]
  })
  const told = new Set(threads.map(({ id }) => id))
  const resolutions = validRecords(records).filter(
    (record) => record.kind === 'resolution' && told.has(record.thread),
  )
  return { status, records: [...verdicts, ...threads, ...resolutions] }
}

function isOn({ ground }: Verdict, annotator: string): boolean {
  return ground.some((mark) => mark.annotator === annotator)
}

function withoutOthers(verdict: Verdict, annotator: string): Verdict {
  return {
    ...verdict,
    took: verdict.took === annotator ? annotator : null,
    replaces: [],
    ground: verdict.ground.filter((mark) => mark.annotator === annotator),
  }
}

/** The comment that begins a thread, as the annotator is told it; null when the thread is not. */
function toldComment(
  { comment }: Thread,
  annotator: string,
  items: readonly ReviewItem[],
): Comment | null {
  const { mark, by } = comment
  if (mark === null || mark.annotator === annotator || by === annotator) return comment
  const own = items
    .find(({ marks }) => marks.some((other) => isSameMark(other, mark)))
    ?.marks.find((other) => other.annotator === annotator)
  return own === undefined ? null : { ...comment, mark: own }
}

function isSameMark(a: Mark, b: Mark): boolean {
  return a.annotator === b.annotator && a.span.id === b.span.id
}
