import { compareMarks, inOrder, type Mark, type MarkGroup } from './mark.ts'
import { overlapOf, visitOverlaps } from './overlap.ts'

/**
 * Joins what one annotator marked twice. A mark without a counterpart is a duplicate of another mark of
 * its annotator with the same label when
 * - one of the two holds the other (or has the same bounds), or
 * - the other is in a group with somebody else's mark of that label, and both share text with that.
 *
 * It then joins the group in which that is; where there are several, a group with somebody else first,
 * then the one with the mark that shares the most text with it, then the first in the text. Two marks
 * that nest and both have counterparts are no duplicates: there the annotators agree that one thing
 * lies within another. Costs n log n and one step a pair of marks that overlap.
 * @param groups - With at most one mark of an annotator, in the order of their first marks.
 * @returns The groups in the order of their first marks.
 */
export function joinDuplicates(groups: readonly MarkGroup[]): readonly MarkGroup[] {
  const joined = new Map<Mark, Mark[]>()
  for (const group of groups) {
    const marks = [...group]
    for (const mark of marks) joined.set(mark, marks)
  }
  for (const [lone, twin] of twinsOf(groups)) {
    const [from, into] = [joined.get(lone) ?? [], joined.get(twin) ?? []]
    if (from === into) continue
    for (const mark of from) {
      into.push(mark)
      joined.set(mark, into)
    }
  }
  return inOrder(new Set(joined.values()))
}

/** The mark whose group each mark without a counterpart joins. */
function twinsOf(groups: readonly MarkGroup[]): ReadonlyMap<Mark, Mark> {
  const groupOf = new Map(groups.flatMap((group) => group.map((mark) => [mark, group] as const)))
  const isLone = (mark: Mark): boolean => groupOf.get(mark)?.length === 1
  const marks = [...groupOf.keys()].toSorted(compareMarks).map(placed)
  const twins = new Map<Mark, Mark>()
  visitOverlaps(
    marks.filter(({ mark }) => isLone(mark)),
    marks,
    ({ mark: lone }, { mark }) => {
      if (mark === lone || mark.span.label !== lone.span.label) return
      const group = groupOf.get(mark) ?? []
      const isTwin =
        mark.annotator === lone.annotator ? isNested(mark, lone) : isMarkedBy(lone, mark, group)
      if (!isTwin) return
      const twin = twins.get(lone)
      const order =
        twin &&
        (Number(isLone(twin)) - Number(isLone(mark)) ||
          overlapOf(mark.span, lone.span) - overlapOf(twin.span, lone.span) ||
          compareMarks(twin, mark))
      if (order === undefined || order > 0) twins.set(lone, mark)
    },
  )
  return twins
}

function placed(mark: Mark): { readonly start: number; readonly end: number; readonly mark: Mark } {
  return { start: mark.span.start, end: mark.span.end, mark }
}

/** Whether one of two overlapping marks holds the other. */
function isNested({ span: a }: Mark, { span: b }: Mark): boolean {
  return (a.start <= b.start && a.end >= b.end) || (b.start <= a.start && b.end >= a.end)
}

/** Whether the annotator of a lone mark has marked, in a group, what somebody else has marked there. */
function isMarkedBy(lone: Mark, theirs: Mark, group: MarkGroup): boolean {
  return group.some(
    ({ annotator, span }) =>
      annotator === lone.annotator &&
      span.label === lone.span.label &&
      overlapOf(span, theirs.span) > 0,
  )
}
