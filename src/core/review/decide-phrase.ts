import type { Span } from '../annotation/span.ts'
import type { Verdict } from './log/record.ts'
import { isOpen, type ReviewItem } from './review-items.ts'
import { addSpan, decideOwn, rejectAll, takeVersion, type Decision } from './verdicts.ts'

/** A place of a phrase in the text, in UTF-16 code units. */
export interface PhraseRange {
  readonly start: number
  readonly end: number
}

/** Whether a mark is about a phrase, and not about a sentence that holds it: the phrase is half of it or more. */
export function isAboutPhrase(
  { start, end }: Pick<Span, 'start' | 'end'>,
  phrase: PhraseRange,
): boolean {
  const shared = Math.min(end, phrase.end) - Math.max(start, phrase.start)
  return shared > 0 && shared * 2 >= end - start
}

/**
 * The places of a review that are about a phrase at one place of the text: all that the annotators
 * marked there is. One that also holds a whole sentence is left to be looked at by itself.
 */
export function itemsAbout(
  items: readonly ReviewItem[],
  phrase: PhraseRange,
): readonly ReviewItem[] {
  return items.filter(({ marks, verdicts }) => {
    const outcome = verdicts.flatMap((verdict) => verdict.outcome)
    const spans = marks.length > 0 ? marks.map(({ span }) => span) : outcome
    return spans.length > 0 && spans.every((span) => isAboutPhrase(span, phrase))
  })
}

/**
 * Decides on everything that is about a phrase at one place. Where the annotators marked nothing, the
 * span is added.
 * @param wanted - The span that the adjudicated set gets: the phrase with a label; null for none. An
 * annotator's mark that is the same is taken in its place.
 * @returns The verdicts; none where all is decided so already.
 */
export function decidePhrase(
  items: readonly ReviewItem[],
  phrase: PhraseRange,
  wanted: Span | null,
  decision: Decision,
): readonly Verdict[] {
  const about = itemsAbout(items, phrase)
  if (isDecidedSo(about, wanted)) return []
  const taker = about.find((item) => wanted !== null && markLike(item, wanted)) ?? about[0]
  if (taker === undefined) return wanted === null ? [] : [addSpan(wanted, decision)]
  return about.map((item) => {
    if (item !== taker || wanted === null) return rejectAll(item, decision)
    const mark = markLike(item, wanted)
    return mark ? takeVersion(item, mark.annotator, decision) : decideOwn(item, [wanted], decision)
  })
}

function markLike(item: ReviewItem, wanted: Span): ReviewItem['marks'][number] | undefined {
  const alone = (annotator: string): boolean =>
    item.marks.filter((mark) => mark.annotator === annotator).length === 1
  return item.marks.find(({ annotator, span }) => isLike(span, wanted) && alone(annotator))
}

function isDecidedSo(about: readonly ReviewItem[], wanted: Span | null): boolean {
  if (about.some((item) => isOpen(item) || item.state === 'open')) return false
  const outcome = about.flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.outcome))
  if (wanted === null) return outcome.length === 0
  return outcome.length === 1 && outcome.every((span) => isLike(span, wanted))
}

function isLike(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.label === b.label
}
