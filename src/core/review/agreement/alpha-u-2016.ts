import { numberOfUnits, type Disagreement } from './alpha-u.ts'
import { sharedLength, totalLength, type MarkedRange } from './range.ts'

/**
 * Observed and expected disagreement of the binary coefficient of the family of 2016, |uα, for one label: what is
 * in a unit against what is in none, in continuum shared rather than in squared distances. Pairs that a unit makes
 * with itself are not expected.
 * @param lists - One for each annotator, at least 2: the units on one continuum, by start, without overlaps.
 * @param length - The continuum's length, at least 1, in the unit of the ranges.
 * @see Krippendorff, Mathet, Bouvry & Widlöcher 2016, On the reliability of unitizing textual continua: further
 * developments; Krippendorff 2019, Content Analysis, 4th edition, section 12.6.4
 */
export function binaryDisagreement(
  lists: readonly (readonly MarkedRange[])[],
  length: number,
): Disagreement {
  const annotators = lists.length
  const all = annotators * length
  let differing = 0
  for (const [index, one] of lists.entries()) {
    for (const other of lists.slice(index + 1)) {
      differing += totalLength(one) + totalLength(other) - 2 * sharedLength(one, other)
    }
  }
  const inside = lists.reduce((sum, ranges) => sum + totalLength(ranges), 0)
  const squares = lists.reduce((sum, ranges) => sum + squaresOf(ranges), 0)
  const outside = all - inside
  // Nothing is left to pair where one unit of one annotator is all there is.
  const pairable = all - (squares + outside) / all
  return {
    observed: (2 * differing) / (annotators - 1),
    expected: pairable === 0 ? 0 : (2 * inside * outside) / pairable,
    units: numberOfUnits(lists),
  }
}

function squaresOf(ranges: readonly MarkedRange[]): number {
  let sum = 0
  for (const { start, end } of ranges) sum += (end - start) ** 2
  return sum
}
