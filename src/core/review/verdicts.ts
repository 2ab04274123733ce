import type { Span } from '../annotation/span.ts'
import type { Mark } from './mark.ts'
import type { ReviewRecord, Verdict } from './log/record.ts'
import { isAgreed, type ReviewItem } from './review-items.ts'

/** Who decides, when, and in which step; ids come from outside because core makes none. */
export interface Decision {
  readonly by: string
  /** From `nextInstant`. */
  readonly at: string
  /** Verdicts of one step are undone as one. */
  readonly step: string
  readonly newId: () => string
  readonly reason?: string | null
  readonly guideline?: string | null
}

/**
 * The instant to write a record down with: now, or where clocks differ one millisecond after the latest
 * of the article, so that what is said later is read as later.
 * @param now - In milliseconds since 1970, as `Date.now()` tells.
 */
export function nextInstant(records: readonly ReviewRecord[], now: number): string {
  const latest = records.reduce((time, { at }) => Math.max(time, Date.parse(at)), 0)
  return new Date(Math.max(now, latest + 1)).toISOString()
}

/** Takes the version of one annotator; who did not mark the place says that it is not marked. */
export function takeVersion(item: ReviewItem, annotator: string, decision: Decision): Verdict {
  const spans = item.marks.flatMap((mark) => (mark.annotator === annotator ? [mark.span] : []))
  return verdictOn(item, spans, annotator, decision)
}

/** Takes none of the versions: nothing of the place is in the adjudicated set. */
export function rejectAll(item: ReviewItem, decision: Decision): Verdict {
  return verdictOn(item, [], null, decision)
}

/** Decides with a version of the reviewer's own. @param spans - At least one; with ids of their own. */
export function decideOwn(item: ReviewItem, spans: readonly Span[], decision: Decision): Verdict {
  return verdictOn(item, spans, null, decision)
}

/** Adds a span where nobody marked anything. */
export function addSpan(span: Span, decision: Decision): Verdict {
  return { ...fieldsOf(decision, null), replaces: [], ground: [], outcome: [span] }
}

/** Takes every place that all agree on and that is not decided yet. */
export function takeAgreed(items: readonly ReviewItem[], decision: Decision): readonly Verdict[] {
  return items.filter(isAgreed).flatMap((item) => {
    const [first] = item.marks
    return first ? [takeVersion(item, first.annotator, decision)] : []
  })
}

function verdictOn(
  item: ReviewItem,
  outcome: readonly Span[],
  took: string | null,
  decision: Decision,
): Verdict {
  return {
    ...fieldsOf(decision, took),
    replaces: item.verdicts.map(({ id }) => id),
    ground: item.marks.map(({ annotator, span }): Mark => ({ annotator, span })),
    outcome,
  }
}

function fieldsOf(
  { by, at, step, newId, reason, guideline }: Decision,
  took: string | null,
): Omit<Verdict, 'replaces' | 'ground' | 'outcome'> {
  return {
    kind: 'verdict',
    id: newId(),
    by,
    at,
    step,
    took,
    reason: reason ?? null,
    guideline: guideline ?? null,
  }
}
