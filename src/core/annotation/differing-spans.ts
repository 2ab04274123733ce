import type { AnnotationSet } from './annotation-set.ts'
import type { Span } from './span.ts'

/**
 * Counts the spans in which two states of a set differ: those that only one of them has, and those
 * that both have but not alike. Spans are told apart by their ids.
 * @param before - A set on the same text as `after`, by the same annotator.
 * @returns 0 or more; 0 for two equal sets, whatever their status is.
 */
export function countDifferingSpans(before: AnnotationSet, after: AnnotationSet): number {
  if (before.spans === after.spans) return 0
  const rest = new Map(before.spans.map((span) => [span.id, span]))
  let differing = 0
  for (const span of after.spans) {
    const earlier = rest.get(span.id)
    rest.delete(span.id)
    if (earlier === undefined || !isAlike(earlier, span)) differing++
  }
  return differing + rest.size
}

function isAlike(a: Span, b: Span): boolean {
  // A change leaves the spans that it does not touch as they are.
  return a === b || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered({ label, start, end, attributes, note, created }: Span): readonly unknown[] {
  return [label, start, end, Object.entries(attributes), note, created.by, created.at, created.via]
}
