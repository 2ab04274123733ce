import { compareSpans, type Span } from '../annotation/span.ts'
import type { Verdict } from './log/record.ts'

/** A span of the adjudicated set, and the verdict that put it there. */
export interface AdjudicatedSpan {
  readonly span: Span
  readonly verdict: Verdict
}

/** What the verdicts on an article come to. */
export interface AdjudicatedSet {
  /** In the order of `compareSpans`; a span's id is in it once. */
  readonly spans: readonly AdjudicatedSpan[]
  /** How many spans of the verdicts are not in it, because their label was deleted since. */
  readonly withoutLabel: number
}

/**
 * Builds the adjudicated set of an article. Where two of them hold the same label over the same text,
 * which only happens where they do not know of each other, the earlier one's span stands. Verdicts whose
 * marks have changed since count until they are replaced: a decision is never dropped in silence.
 * @param verdicts - Those that stand (`reviewState`), the oldest first.
 * @param labels - The project's.
 */
export function adjudicatedSet(
  verdicts: readonly Verdict[],
  labels: ReadonlySet<string>,
): AdjudicatedSet {
  const places = new Map<string, AdjudicatedSpan>()
  const nowhere = new Set<string>()
  const ids = new Set<string>()
  for (const verdict of verdicts) {
    for (const span of verdict.outcome) {
      const place = JSON.stringify([span.label, span.start, span.end])
      if (places.has(place)) continue
      if (!labels.has(span.label)) {
        nowhere.add(place)
        continue
      }
      // Two annotators' spans may have one id by chance of a copied project.
      const id = ids.has(span.id) ? `${span.id.slice(0, 27)}-${verdict.id.slice(0, 36)}` : span.id
      ids.add(id)
      places.set(place, { span: id === span.id ? span : { ...span, id }, verdict })
    }
  }
  const spans = [...places.values()].toSorted((a, b) => compareSpans(a.span, b.span))
  return { spans, withoutLabel: nowhere.size }
}
