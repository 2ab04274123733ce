import { attributesKey, type Attributes } from '../annotation/attribute.ts'
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
 * span is added. Its values are those that were decided there before, or that most annotators gave.
 * @param place - The span that the adjudicated set gets: the phrase with a label; null for none. An
 * annotator's mark that is the same is taken in its place.
 * @returns The verdicts; none where all is decided so already.
 */
export function decidePhrase(
  items: readonly ReviewItem[],
  phrase: PhraseRange,
  place: Omit<Span, 'attributes'> | null,
  decision: Decision,
): readonly Verdict[] {
  const about = itemsAbout(items, phrase)
  if (isDecidedSo(about, place)) return []
  const wanted = place && { ...place, attributes: valuesFor(about, place) }
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
  return item.marks.find(
    ({ annotator, span }) =>
      isLike(span, wanted) && attributesKey(span) === attributesKey(wanted) && alone(annotator),
  )
}

/**
 * The values of a span that takes the place of what is there: those of marks that are the same, or else
 * of marks with its label, or else of any. What was decided there counts alone, since somebody has
 * looked at it. Who gave no values did not say that there are none, and of several that were given as
 * often the first counts.
 */
function valuesFor(about: readonly ReviewItem[], wanted: Place): Attributes {
  const decided = about
    .filter(({ state }) => state === 'decided')
    .flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.outcome))
  const spans =
    decided.length > 0 ? decided : about.flatMap(({ marks }) => marks.map(({ span }) => span))
  const like = spans.filter((span) => isLike(span, wanted))
  const named = spans.filter(({ label }) => label === wanted.label)
  for (const candidates of [like, named, spans]) {
    const most = mostGiven(candidates)
    if (most !== undefined) return most
  }
  return {}
}

function mostGiven(spans: readonly Span[]): Attributes | undefined {
  const given = spans.filter(({ attributes }) => Object.keys(attributes).length > 0)
  const counts = new Map<string, number>()
  for (const span of given) {
    counts.set(attributesKey(span), (counts.get(attributesKey(span)) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return given.find((span) => counts.get(attributesKey(span)) === most)?.attributes
}

type Place = Pick<Span, 'start' | 'end' | 'label'>

function isDecidedSo(about: readonly ReviewItem[], wanted: Place | null): boolean {
  if (about.some((item) => isOpen(item) || item.state === 'open')) return false
  const outcome = about.flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.outcome))
  if (wanted === null) return outcome.length === 0
  return outcome.length === 1 && outcome.every((span) => isLike(span, wanted))
}

function isLike(a: Place, b: Place): boolean {
  return a.start === b.start && a.end === b.end && a.label === b.label
}
