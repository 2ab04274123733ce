import fc from 'fast-check'
import type { AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import { NOW } from './builders.ts'

/** A span that needs no text. */
export function spanOf(id: string, start: number, end: number, label = 'claim'): Span {
  const created = { by: 'ada', at: NOW, via: 'mouse' }
  return { id, label, start, end, attributes: {}, note: null, created }
}

/** A finished set on the article `a1`. */
export function setBy(annotator: string, ...spans: readonly Span[]): AnnotationSet {
  return { article: 'a1', annotator, status: 'done', spans: spans.toSorted(compareSpans) }
}

/** Spans close together: overlapping, nested, some of them twice, some with an attribute. */
export function spansOfOne(
  annotator: string,
  {
    maxLength = 12,
    labels = ['claim', 'actor', 'date'],
  }: { maxLength?: number; labels?: readonly string[] } = {},
): fc.Arbitrary<readonly Span[]> {
  const draft = fc.tuple(
    fc.nat({ max: 16 }),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(...labels),
    fc.option(fc.constantFrom('high', 'low')),
  )
  return fc.array(draft, { maxLength }).map((drafts) =>
    drafts
      .map(([start, length, label, certainty], index): Span => {
        const span = spanOf(`${annotator}-${index}`, start, start + length, label)
        return certainty === null ? span : { ...span, attributes: { certainty } }
      })
      .toSorted(compareSpans),
  )
}
