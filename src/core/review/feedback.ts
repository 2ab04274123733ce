import type { AnnotationSet } from '../annotation/annotation-set.ts'
import type { Span } from '../annotation/span.ts'
import { attributesKey } from '../annotation/attribute.ts'
import type { Verdict } from './log/record.ts'
import { hasSameBounds } from './overlap.ts'

/**
 * How a reviewer's verdict differs from what an annotator had marked.
 * - `removed`: the mark was not taken, and nothing of its place was.
 * - `bounds`, `label`, `attributes`: it was taken otherwise; the first of label, bounds, attributes.
 * - `added`: the annotator had not marked the place, and the reviewer did.
 */
export type FeedbackKind = 'removed' | 'label' | 'bounds' | 'attributes' | 'added'

/** What an annotator is told of one span. */
export interface Feedback {
  readonly kind: FeedbackKind
  /** The annotator's own span, as it was judged; null where it was `added`. */
  readonly span: Span | null
  /** What is in the adjudicated set there. */
  readonly outcome: readonly Span[]
  readonly verdict: Verdict
  /** Whether the annotator's set says by now what the verdict does. */
  readonly isFollowed: boolean
}

/**
 * Tells an annotator what the verdicts changed about the own marks. What was taken as it was is not told.
 * @param set - The annotator's own set as it is now.
 * @param verdicts - Those that stand on the article.
 * @returns In the order of the verdicts.
 */
export function feedbackFor(set: AnnotationSet, verdicts: readonly Verdict[]): readonly Feedback[] {
  return verdicts.flatMap((verdict) => {
    const own = verdict.ground.filter(({ annotator }) => annotator === set.annotator)
    const { outcome } = verdict
    const told = own.flatMap(({ span }): readonly Feedback[] => {
      if (outcome.some((taken) => isSame(taken, span))) return []
      const kind = kindOf(span, outcome)
      return [{ kind, span, outcome, verdict, isFollowed: isFollowed(set, span, outcome) }]
    })
    if (own.length > 0 || outcome.length === 0) return told
    return [{ kind: 'added', span: null, outcome, verdict, isFollowed: hasAll(set, outcome) }]
  })
}

/** The span of an outcome that an annotator's span became: of equal bounds, or else the first that it shares text with. */
export function nearestOf(span: Span, outcome: readonly Span[]): Span | undefined {
  return (
    outcome.find((taken) => hasSameBounds(taken, span)) ??
    outcome.find((taken) => taken.start < span.end && span.start < taken.end)
  )
}

function kindOf(span: Span, outcome: readonly Span[]): FeedbackKind {
  const near = nearestOf(span, outcome)
  if (near === undefined) return 'removed'
  if (near.label !== span.label) return 'label'
  return hasSameBounds(near, span) ? 'attributes' : 'bounds'
}

function isFollowed(set: AnnotationSet, span: Span, outcome: readonly Span[]): boolean {
  return !set.spans.some((own) => isSame(own, span)) && hasAll(set, outcome)
}

/** Whether a set holds all that a verdict put into the adjudicated set. */
export function hasAll(set: AnnotationSet, outcome: readonly Span[]): boolean {
  return outcome.every((taken) => set.spans.some((own) => isSame(own, taken)))
}

/** Whether two spans say the same, whatever their ids and notes. */
export function isSame(a: Span, b: Span): boolean {
  return hasSameBounds(a, b) && a.label === b.label && attributesKey(a) === attributesKey(b)
}
