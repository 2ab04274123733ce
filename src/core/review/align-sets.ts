import type { AnnotationSet } from '../annotation/annotation-set.ts'
import { compareText, type Span } from '../annotation/span.ts'
import { alignPair } from './align-pair.ts'
import { joinDuplicates } from './duplicates.ts'
import { groupKind, type GroupKind } from './group-kind.ts'
import { compareMarks, inOrder, type Mark, type MarkGroup } from './mark.ts'
import { hasSameBounds, overlapOf } from './overlap.ts'

/** The spans of one annotator in a group, in order: usually one, more where it marked twice. */
export interface GroupSpans {
  readonly annotator: string
  readonly spans: readonly Span[]
}

/** What several annotators made of one place in the text. */
export interface AlignedGroup {
  readonly kind: GroupKind
  /** Those who marked it, by their ids. */
  readonly marked: readonly GroupSpans[]
  /** The ids of those who did not, in order; a group of any kind but `agreed` may have some. */
  readonly missing: readonly string[]
}

/**
 * Aligns the sets of several annotators on one article. Every span is in exactly one group, and a
 * group holds one span of an annotator; more only where one marked the same twice (`joinDuplicates`).
 *
 * Each two sets are aligned by `alignPair`, and the pairs are joined to groups: those of equal bounds
 * and label first, then those of one label, then the others; within each, those that share the most
 * text first. A pair that would bring two spans of one annotator into a group is left out. For two
 * sets the groups are just the pairs. The groups depend neither on the order of the sets nor on that
 * of their spans; ids decide only between spans that are else the same.
 *
 * @param sets - At most one of an annotator; all that are given count as having looked at the article,
 * whatever their status. Offsets in UTF-16 code units.
 * @returns In the order of the text: by the first span of each group.
 * @throws RangeError when the sets are of several articles, or two are of one annotator.
 */
export function alignSets(sets: readonly AnnotationSet[]): readonly AlignedGroup[] {
  checkSets(sets)
  const annotators = sets.map(({ annotator }) => annotator).toSorted(compareText)
  return joinDuplicates(groupMarks(sets)).map((marks): AlignedGroup => {
    const marked = annotators.flatMap((annotator): readonly GroupSpans[] => {
      const spans = marks.filter((mark) => mark.annotator === annotator).map(({ span }) => span)
      return spans.length > 0 ? [{ annotator, spans }] : []
    })
    const missing = annotators.filter((id) => !marked.some(({ annotator }) => annotator === id))
    return { kind: groupKind(marked, missing), marked, missing }
  })
}

function checkSets(sets: readonly AnnotationSet[]): void {
  if (new Set(sets.map(({ article }) => article)).size > 1) {
    throw new RangeError('Sets of several articles cannot be aligned')
  }
  if (new Set(sets.map(({ annotator }) => annotator)).size < sets.length) {
    throw new RangeError('Two sets of one annotator cannot be aligned')
  }
}

/** The groups that follow from the pairs, with at most one mark of an annotator, in order. */
function groupMarks(sets: readonly AnnotationSet[]): readonly MarkGroup[] {
  const marksOf = new Map<AnnotationSet, ReadonlyMap<Span, Mark>>()
  const groups = new Map<Mark, Mark[]>()
  for (const set of sets) {
    const marks = new Map<Span, Mark>()
    for (const span of set.spans) {
      const mark: Mark = { annotator: set.annotator, span }
      marks.set(span, mark)
      groups.set(mark, [mark])
    }
    marksOf.set(set, marks)
  }
  for (const { one, other } of pairsOf(marksOf).toSorted(compareLinks)) {
    const [into, from] = [groups.get(one) ?? [], groups.get(other) ?? []]
    const isOpen = into !== from && !into.some(({ annotator }) => isIn(from, annotator))
    if (!isOpen) continue
    for (const mark of from) {
      into.push(mark)
      groups.set(mark, into)
    }
  }
  return inOrder(new Set(groups.values()))
}

function isIn(marks: MarkGroup, annotator: string): boolean {
  return marks.some((mark) => mark.annotator === annotator)
}

/** A pair of the alignment of two sets; `one` comes before `other`. */
interface Link {
  readonly one: Mark
  readonly other: Mark
  /** 0 for equal bounds and label, 1 for equal labels, 2 for any others. */
  readonly rank: 0 | 1 | 2
  /** In UTF-16 code units. */
  readonly overlap: number
}

function pairsOf(marksOf: ReadonlyMap<AnnotationSet, ReadonlyMap<Span, Mark>>): readonly Link[] {
  const sides = [...marksOf]
  return sides.flatMap(([setA, marksA], index) =>
    sides.slice(index + 1).flatMap(([setB, marksB]) =>
      alignPair(setA.spans, setB.spans).pairs.flatMap(([spanA, spanB]) => {
        const [a, b] = [marksA.get(spanA), marksB.get(spanB)]
        return a && b ? [linkOf(a, b)] : []
      }),
    ),
  )
}

function linkOf(a: Mark, b: Mark): Link {
  const [one, other] = compareMarks(a, b) < 0 ? [a, b] : [b, a]
  const isAlike = a.span.label === b.span.label
  const rank = !isAlike ? 2 : hasSameBounds(a.span, b.span) ? 0 : 1
  return { one, other, rank, overlap: overlapOf(a.span, b.span) }
}

function compareLinks(a: Link, b: Link): number {
  return (
    a.rank - b.rank ||
    b.overlap - a.overlap ||
    compareMarks(a.one, b.one) ||
    compareMarks(a.other, b.other)
  )
}
