import type { AnnotationSet } from '../annotation/annotation-set.ts'
import { alignSets, type AlignedGroup } from './align-sets.ts'
import { attributesKey } from '../annotation/attribute.ts'
import type { Verdict } from './log/record.ts'
import { compareMarks, type Mark } from './mark.ts'

/**
 * What a review still has to do with a place.
 * - `open`: nobody has decided.
 * - `decided`: one verdict stands, on these very marks.
 * - `changed`: the marks that it was decided on have changed since.
 * - `contested`: several verdicts stand that do not know of each other.
 */
export type ItemState = 'open' | 'decided' | 'changed' | 'contested'

/** One place of the text in a review. */
export interface ReviewItem {
  /** Stays while the first mark of the place does. */
  readonly id: string
  readonly state: ItemState
  /** What the annotators made of it; null where all marks have gone, or the reviewer has added it. */
  readonly group: AlignedGroup | null
  /** The marks as they are now, in order. */
  readonly marks: readonly Mark[]
  /** The verdicts that stand, the oldest first. */
  readonly verdicts: readonly Verdict[]
}

/**
 * Brings the sets of an article and the verdicts on it together: every group of `alignSets` is in one
 * item, and every verdict that is about something in at least one. A verdict belongs to the groups that hold a mark of its
 * ground, whatever has become of it; one with no such mark left has an item of its own.
 * @param sets - As for `alignSets`. Offsets in UTF-16 code units.
 * @param verdicts - Those that stand (`reviewState`).
 * @returns In the order of the text.
 */
export function reviewItems(
  sets: readonly AnnotationSet[],
  verdicts: readonly Verdict[],
): readonly ReviewItem[] {
  const byMark = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    for (const mark of verdict.ground) {
      const key = markId(mark)
      byMark.set(key, [...(byMark.get(key) ?? []), verdict])
    }
  }
  const found = new Set<Verdict>()
  const items = alignSets(sets).map((group): ReviewItem => {
    const marks = marksOf(group)
    const about = [...new Set(marks.flatMap((mark) => byMark.get(markId(mark)) ?? []))]
    for (const verdict of about) found.add(verdict)
    return { id: itemId(marks), state: stateOf(about, marks), group, marks, verdicts: about }
  })
  // One that is about nothing has only taken the place of others.
  const rest = verdicts.filter(
    (verdict) => !found.has(verdict) && verdict.ground.length + verdict.outcome.length > 0,
  )
  return [...items, ...rest.map(itemWithoutMarks)].toSorted(compareItems)
}

/** Whether an item needs a person: it is undecided and not agreed, or something has happened to it. */
export function isOpen({ state, group }: ReviewItem): boolean {
  return state === 'open' ? group?.kind !== 'agreed' : state !== 'decided'
}

/** Whether all agree on a place that no verdict takes yet. */
export function isAgreed({ state, group }: ReviewItem): boolean {
  return state === 'open' && group?.kind === 'agreed'
}

/** The range of an item, in UTF-16 code units: from its first mark's start to the last end. */
export function rangeOf(item: ReviewItem): { readonly start: number; readonly end: number } {
  const spans = placesOf(item)
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

function placesOf({ marks, verdicts }: ReviewItem): readonly Mark['span'][] {
  if (marks.length > 0) return marks.map(({ span }) => span)
  return verdicts.flatMap(({ outcome, ground }) =>
    outcome.length > 0 ? outcome : ground.map(({ span }) => span),
  )
}

function marksOf(group: AlignedGroup): readonly Mark[] {
  return group.marked
    .flatMap(({ annotator, spans }) => spans.map((span) => ({ annotator, span })))
    .toSorted(compareMarks)
}

function stateOf(verdicts: readonly Verdict[], marks: readonly Mark[]): ItemState {
  const [verdict, another] = verdicts
  if (verdict === undefined) return 'open'
  if (another !== undefined) return 'contested'
  return groundKey(verdict.ground) === groundKey(marks) ? 'decided' : 'changed'
}

/** A text that is the same for two lists of marks just when they say the same. */
function groundKey(marks: readonly Mark[]): string {
  return JSON.stringify(
    marks
      .map((mark) => {
        const { label, start, end } = mark.span
        return JSON.stringify([markId(mark), label, start, end, attributesKey(mark.span)])
      })
      .toSorted(),
  )
}

function markId({ annotator, span }: Mark): string {
  return `${annotator}/${span.id}`
}

function itemId(marks: readonly Mark[]): string {
  return marks[0] ? markId(marks[0]) : ''
}

/** A span that the reviewer added, or a verdict whose marks were all removed since. */
function itemWithoutMarks(verdict: Verdict): ReviewItem {
  const state = verdict.ground.length === 0 ? 'decided' : 'changed'
  return { id: verdict.id, state, group: null, marks: [], verdicts: [verdict] }
}

function compareItems(a: ReviewItem, b: ReviewItem): number {
  const [one, other] = [rangeOf(a), rangeOf(b)]
  return one.start - other.start || other.end - one.end || (a.id < b.id ? -1 : 1)
}
