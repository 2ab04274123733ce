import { NO_SPANS, NO_UNITS, notDefined, ONE_CATEGORY, type Measure } from './measure.ts'
import type { MarkedRange } from './range.ts'

/** Observed and expected disagreement of one label. */
export interface Disagreement {
  readonly observed: number
  readonly expected: number
  /** How many units it is about. */
  readonly units: number
}

/**
 * Observed and expected disagreement of Krippendorff's unitizing alpha for one label: its units against the gaps
 * between them.
 * @param lists - One for each annotator, at least 2: the units on one continuum, by start, without overlaps.
 * @param length - The continuum's length, at least 1, in the unit of the ranges.
 * @see Krippendorff 1995, On the reliability of unitizing contiguous data; the expected disagreement as printed in
 * Krippendorff 2004, Content Analysis, 2nd edition, chapter 11
 */
export function unitizingDisagreement(
  lists: readonly (readonly MarkedRange[])[],
  length: number,
): Disagreement {
  const annotators = lists.length
  let distance = 0
  for (const [index, one] of lists.entries()) {
    for (const other of lists.slice(index + 1)) distance += 2 * distanceBetween(one, other)
  }
  return {
    observed: distance / (annotators * (annotators - 1) * length * length),
    expected: expectedDisagreement(lists, length),
    units: numberOfUnits(lists),
  }
}

/** How many units all annotators have together. */
export function numberOfUnits(lists: readonly (readonly MarkedRange[])[]): number {
  return lists.reduce((sum, ranges) => sum + ranges.length, 0)
}

/** The alpha of one label, or of several: 1 − ΣDo / ΣDe. */
export function alphaU(disagreements: readonly Disagreement[]): Measure {
  let observed = 0
  let expected = 0
  let units = 0
  for (const each of disagreements) {
    observed += each.observed
    expected += each.expected
    units += each.units
  }
  if (disagreements.length === 0) return notDefined(NO_UNITS)
  if (units === 0) return notDefined(NO_SPANS)
  return expected === 0 ? notDefined(ONE_CATEGORY) : 1 - observed / expected
}

/**
 * The squared differences of two annotators' units: of units that overlap, at both ends; of a unit that lies
 * wholly in a gap of the other, its length squared.
 */
export function distanceBetween(
  one: readonly MarkedRange[],
  other: readonly MarkedRange[],
): number {
  return overlapDistance(one, other) + unmetDistance(one, other) + unmetDistance(other, one)
}

function overlapDistance(one: readonly MarkedRange[], other: readonly MarkedRange[]): number {
  let distance = 0
  let first = 0
  for (const unit of one) {
    while ((other[first]?.end ?? Infinity) <= unit.start) first++
    for (let index = first; (other[index]?.start ?? Infinity) < unit.end; index++) {
      const met = other[index]
      if (met) distance += (unit.start - met.start) ** 2 + (unit.end - met.end) ** 2
    }
  }
  return distance
}

function unmetDistance(one: readonly MarkedRange[], other: readonly MarkedRange[]): number {
  let distance = 0
  let first = 0
  for (const { start, end } of one) {
    while ((other[first]?.end ?? Infinity) <= start) first++
    if ((other[first]?.start ?? Infinity) >= end) distance += (end - start) ** 2
  }
  return distance
}

function expectedDisagreement(lists: readonly (readonly MarkedRange[])[], length: number): number {
  // In typed arrays that are filled one by one: half a million numbers take several times as long any other way.
  const units = lengthsOfUnits(lists).toSorted()
  const gaps = lengthsOfGaps(lists, length).toSorted()
  // Of the gaps that are not shorter than a unit.
  let left = 0
  for (const gap of gaps) left += gap
  let longEnough = gaps.length
  let sum = 0
  let withinUnits = 0
  for (const unit of units) {
    for (; longEnough > 0; longEnough--) {
      const shortest = gaps[gaps.length - longEnough] ?? Infinity
      if (shortest >= unit) break
      left -= shortest
    }
    const places = left - longEnough * (unit - 1)
    sum += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit) + unit ** 2 * places
    withinUnits += unit * (unit - 1)
  }
  const whole = lists.length * length
  return units.length === 0 ? 0 : ((2 / length) * sum) / (whole * (whole - 1) - withinUnits)
}

function lengthsOfUnits(lists: readonly (readonly MarkedRange[])[]): Float64Array {
  const lengths = new Float64Array(numberOfUnits(lists))
  let at = 0
  for (const ranges of lists) for (const { start, end } of ranges) lengths[at++] = end - start
  return lengths
}

function lengthsOfGaps(lists: readonly (readonly MarkedRange[])[], length: number): Float64Array {
  // Before each unit, and after the last.
  const lengths = new Float64Array(numberOfUnits(lists) + lists.length)
  let at = 0
  for (const ranges of lists) {
    let from = 0
    for (const { start, end } of ranges) {
      if (start > from) lengths[at++] = start - from
      from = end
    }
    if (length > from) lengths[at++] = length - from
  }
  return lengths.subarray(0, at)
}
