import { compareSpans, compareText, type Span } from '../annotation/span.ts'
import { attributesKey } from '../annotation/attribute.ts'
import { hasSameBounds } from './overlap.ts'

/** A span with the annotator whose set it is in. */
export interface Mark {
  readonly annotator: string
  readonly span: Span
}

/** Marks of one place in the text, in the order of `compareMarks`; at least one. */
export type MarkGroup = readonly Mark[]

/**
 * The order of marks of several annotators: that of `compareSpans` in the text and the labels, then by
 * annotator, then by attributes, and by id where marks are else the same.
 */
export function compareMarks(a: Mark, b: Mark): number {
  if (!hasSameBounds(a.span, b.span) || a.span.label !== b.span.label) {
    return compareSpans(a.span, b.span)
  }
  return (
    compareText(a.annotator, b.annotator) ||
    compareText(attributesKey(a.span), attributesKey(b.span)) ||
    compareText(a.span.id, b.span.id)
  )
}

/** Sorts the marks of each group, and the groups by the first mark of each. */
export function inOrder(groups: Iterable<MarkGroup>): readonly MarkGroup[] {
  const sorted = Array.from(groups, (marks) => marks.toSorted(compareMarks))
  return sorted.toSorted(([a], [b]) => (a && b ? compareMarks(a, b) : 0))
}
