import { compareMarks, inOrder, type Mark, type MarkGroup } from './mark.ts'
import { overlapOf, visitOverlaps } from './overlap.ts'

/**
 * Joins what one annotator marked twice. A mark without a counterpart is a duplicate of another mark of
 * its annotator with the same label when
 * - one of the two holds the other (or has the same bounds), or
 * - the other is in a group with somebody else's mark of that label, and both share text with that.
 *
 * It then joins the group of that other mark: the one with whose mark it shares the most text, then
 * the first in the text. Two marks that nest and both have counterparts are no duplicates: there the
 * annotators agree that one thing lies within another.
 * @param groups - With at most one mark of an annotator, in the order of their first marks.
 * @returns The groups in the order of their first marks.
 */
export function joinDuplicates(groups: readonly MarkGroup[]): readonly MarkGroup[] {
  const joined = new Map<Mark, Mark[]>()
  for (const group of groups) {
    const marks = [...group]
    for (const mark of marks) joined.set(mark, marks)
  }
  const neighbours = neighboursOfLone(groups)
  // A mark that has no home with others may still find one with a mark that has.
  for (const isWithOthers of [true, false]) {
    for (const [lone, near] of neighbours) {
      const own = joined.get(lone)
      if (own === undefined || own.length > 1) continue
      const home = homeOf(lone, near, joined, isWithOthers)
      if (home === undefined) continue
      home.push(lone)
      joined.set(lone, home)
    }
  }
  return inOrder(new Set(joined.values()))
}

/** What overlaps each mark without a counterpart, of the same label and in order; itself left out. */
function neighboursOfLone(groups: readonly MarkGroup[]): ReadonlyMap<Mark, readonly Mark[]> {
  const neighbours = new Map<Mark, Mark[]>()
  for (const [lone, ...others] of groups) {
    if (lone && others.length === 0) neighbours.set(lone, [])
  }
  const all = groups
    .flat()
    .map(placed)
    .toSorted((a, b) => compareMarks(a.mark, b.mark))
  const loneOnes = [...neighbours.keys()].map(placed)
  visitOverlaps(loneOnes, all, ({ mark: lone }, { mark }) => {
    if (mark !== lone && mark.span.label === lone.span.label) neighbours.get(lone)?.push(mark)
  })
  for (const marks of neighbours.values()) marks.sort(compareMarks)
  return neighbours
}

function placed(mark: Mark): { readonly start: number; readonly end: number; readonly mark: Mark } {
  return { start: mark.span.start, end: mark.span.end, mark }
}

function homeOf(
  lone: Mark,
  neighbours: readonly Mark[],
  joined: ReadonlyMap<Mark, Mark[]>,
  isWithOthers: boolean,
): Mark[] | undefined {
  let home: Mark[] | undefined
  let most = 0
  for (const mark of neighbours) {
    const group = joined.get(mark)
    const overlap = overlapOf(mark.span, lone.span)
    if (group === undefined || overlap <= most) continue
    if (isWithOthers && group.every(({ annotator }) => annotator === lone.annotator)) continue
    if (mark.annotator === lone.annotator ? isNested(mark, lone) : isMarkedBy(lone, mark, group)) {
      home = group
      most = overlap
    }
  }
  return home
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
