import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { orderedAttributes } from '../../annotation/attribute.ts'
import type { Article } from '../../article/article.ts'
import { adjudicatedSet, type AdjudicatedSpan } from '../../review/adjudicated-set.ts'
import type { ReviewRecord, Verdict } from '../../review/log/record.ts'
import { reviewState } from '../../review/log/review-state.ts'
import { progressOf } from '../../review/progress.ts'
import { reviewItems } from '../../review/review-items.ts'
import { createOffsetMap, type OffsetMap } from '../../text/offsets.ts'
import type { RubricatorRecord } from './record.ts'
import type { ReviewProvenance } from './review-provenance.ts'
import { recordsOf } from './write.ts'

/** Whose line the adjudicated set is in a dataset. */
export const ADJUDICATED = 'adjudicated'

/**
 * Builds the record of an article's adjudicated set, with every verdict that it follows from, those that
 * rejected everything among them. Its status is "done" when the article is approved.
 * @param sets - Of the annotators; offsets in UTF-16 code units.
 * @param records - What everybody said in the review of the article.
 * @param labels - The project's: a span whose label was deleted since is in no adjudicated set.
 */
export function adjudicatedRecord(
  article: Omit<Article, 'format' | 'imported'>,
  sets: readonly AnnotationSet[],
  records: readonly ReviewRecord[],
  labels: ReadonlySet<string>,
): RubricatorRecord | null {
  const state = reviewState(records)
  const items = reviewItems(sets, state.verdicts)
  const { spans } = adjudicatedSet(state.verdicts, labels)
  const { status, open } = progressOf(items, state)
  const [record] = recordsOf(article, [
    {
      article: article.id,
      annotator: ADJUDICATED,
      status: status === 'approved' ? 'done' : 'in-progress',
      spans: spans.map(({ span }) => span),
    },
  ])
  if (record === undefined) return null
  const standing = new Set(
    items.filter((item) => item.state === 'decided').flatMap(({ verdicts }) => verdicts),
  )
  const offsets = createOffsetMap(article.text)
  const verdicts = state.verdicts.map((verdict) =>
    // One on no marks, such as a span that the reviewer added, has nothing that could change.
    provenanceOf(verdict, spans, verdict.ground.length === 0 || standing.has(verdict), {
      text: article.text,
      offsets,
    }),
  )
  return { ...record, review: { status, open, verdicts } }
}

function provenanceOf(
  verdict: Verdict,
  spans: readonly AdjudicatedSpan[],
  stands: boolean,
  { text, offsets }: { readonly text: string; readonly offsets: OffsetMap },
): ReviewProvenance['verdicts'][number] {
  const { id, by, at, took, reason, guideline } = verdict
  return {
    id,
    by,
    at,
    took,
    reason,
    guideline,
    stands,
    ground: verdict.ground.map(({ annotator, span }) => ({
      annotator,
      id: span.id,
      label: span.label,
      start: offsets.toCodePoints(span.start),
      end: offsets.toCodePoints(span.end),
      text: text.slice(span.start, span.end),
      attributes: orderedAttributes(span.attributes),
    })),
    spans: spans.flatMap((each) => (each.verdict === verdict ? each.span.id : [])),
  }
}
