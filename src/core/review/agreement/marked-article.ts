import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { compareSpans, type Span } from '../../annotation/span.ts'
import { createOffsetMap } from '../../text/offsets.ts'

/** Whose sets are compared, and over which labels; both in the order of the report. */
export interface AgreementSelection {
  readonly annotators: readonly string[]
  readonly labels: readonly string[]
}

/** One annotator's spans on an article that they have opened, be it that there are none. */
export interface MarkedSet {
  readonly annotator: string
  /** Bounds in code points. */
  readonly spans: readonly Span[]
  /** When it was changed last, in ISO 8601 (UTC); null where nothing tells. */
  readonly changed: string | null
}

/** An article with the sets on it; one that an annotator never opened has no set of theirs. */
export interface MarkedArticle {
  readonly id: string
  readonly text: string
  /** As its metadata have it. */
  readonly language: string | null
  readonly sets: readonly MarkedSet[]
}

/** The sets of the chosen annotators with the spans of the chosen labels, offsets still in code points. */
export function chosenSets(
  { sets }: MarkedArticle,
  { annotators, labels }: AgreementSelection,
): readonly MarkedSet[] {
  const chosen = new Set(labels)
  return annotators.flatMap((id) => {
    const set = sets.find(({ annotator }) => annotator === id)
    return set ? [{ ...set, spans: set.spans.filter(({ label }) => chosen.has(label)) }] : []
  })
}

/** Characters of YYYY-MM-DD. */
const DAY = 10

/** The day (UTC) on which the last change was made to any of some sets; null where nothing tells. */
export function dayOfChange(sets: readonly MarkedSet[]): string | null {
  const changes = sets.flatMap(({ changed }) => changed ?? []).toSorted()
  return changes.at(-1)?.slice(0, DAY) ?? null
}

/** Sets as the alignment takes them: in order, with offsets in UTF-16 code units. */
export function inUtf16(
  { id, text }: Pick<MarkedArticle, 'id' | 'text'>,
  sets: readonly MarkedSet[],
): readonly AnnotationSet[] {
  const { utf16Length, codePointLength, toUtf16 } = createOffsetMap(text)
  const isSame = utf16Length === codePointLength
  return sets.map(({ annotator, spans }) => ({
    article: id,
    annotator,
    status: 'done',
    spans: isSame
      ? spans
      : spans
          .map((span) => ({ ...span, start: toUtf16(span.start), end: toUtf16(span.end) }))
          .toSorted(compareSpans),
  }))
}
