import type { AnnotationSet } from '../annotation/annotation-set.ts'
import { compareSpans, type Span } from '../annotation/span.ts'
import { isSame, nearestOf, type Feedback } from './feedback.ts'
import { hasSameBounds } from './overlap.ts'

/**
 * What an annotator's set is once it says what a verdict does: `isFollowed` holds of the feedback then.
 * The own span becomes the nearest of the outcome, values and all, and keeps its id and note; everything
 * else of the outcome is added, and what would share bounds and label with it goes.
 * @param set - The annotator's set as it is now.
 * @param added - Makes the span that is added for one of the outcome: with an id and provenance of its own.
 */
export function takeOver(
  set: AnnotationSet,
  { span, outcome }: Pick<Feedback, 'span' | 'outcome'>,
  added: (span: Span) => Span,
): AnnotationSet {
  const judged = set.spans.filter(
    (each) => span !== null && (each.id === span.id || isSame(each, span)),
  )
  const [own] = judged
  const others = set.spans.filter(
    (each) =>
      !judged.includes(each) &&
      !outcome.some((taken) => isTwin(each, taken) && !isSame(each, taken)),
  )
  const missing = outcome.filter((taken) => !others.some((each) => isSame(each, taken)))
  const near = own ? nearestOf(own, missing) : undefined
  const spans = missing.map((taken) =>
    taken === near && own ? { ...own, ...contentOf(taken) } : added(taken),
  )
  return { ...set, spans: [...others, ...spans].toSorted(compareSpans) }
}

/** What a span says, whoever made it. */
function contentOf({ label, start, end, attributes }: Span): Partial<Span> {
  return { label, start, end, attributes }
}

/** Two of them cannot be in one set, whatever else tells them apart. */
function isTwin(a: Span, b: Span): boolean {
  return hasSameBounds(a, b) && a.label === b.label
}
