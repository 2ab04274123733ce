import type { Continuum } from './continuum.ts'
import { NO_SPANS, NO_UNITS, notDefined, ONE_CATEGORY, type Measure } from './measure.ts'
import { totalLength, type MarkedRange } from './range.ts'

/** The coefficients of 2016 that are about several labels on one continuum. */
export interface FamilyOf2016 {
  /** _uα: on what is in a unit, and with which label. */
  readonly unitizing: Measure
  /** _cuα: on the labels of what two both have in units. */
  readonly coding: Measure
  /** _(k)uα: the same of each label against the others, in their order. */
  readonly labels: readonly Measure[]
}

interface Unit extends MarkedRange {
  readonly label: number
}

/** A matrix of labels × labels, and the sums of its columns. */
interface Coincidences {
  readonly cells: readonly (readonly number[])[]
  readonly sums: readonly number[]
  readonly total: number
}

const OVERLAPPING =
  'units of different labels by one annotator overlap, and it knows one label a place'
/** So many units of each label are looked at first. */
const SAMPLE = 200
const NONE_MEET = 'no units of two annotators meet'

/**
 * The coefficients of the family of 2016 that know several labels: how much continuum two annotators have in
 * units with the same label, or in none, against what chance would give. For coding only what both have in
 * units is looked at. A unit is not expected to meet itself: of the coincidences that it has part in, the
 * square is taken away.
 * @param continua - By label: the units of all annotators, at least 2, on one continuum.
 * @returns Not defined where an annotator’s units of different labels overlap: the paper knows one value a place.
 * @see Krippendorff, Mathet, Bouvry & Widlöcher 2016, On the reliability of unitizing textual continua: further
 * developments; Krippendorff 2019, Content Analysis, 4th edition, sections 12.6.3, 12.6.5 and 12.6.6
 */
export function familyOf2016(continua: readonly Continuum[]): FamilyOf2016 {
  const annotators = continua[0]?.lists.length ?? 0
  const members = Array.from({ length: annotators }, (_, annotator) => annotator)
  // Where labels overlap they mostly do from the first article on: the others need not be put in order.
  for (const most of [SAMPLE, Infinity]) {
    if (members.some((annotator) => overlap(unitsOf(continua, annotator, most)))) {
      return everywhere(notDefined(OVERLAPPING), continua.length)
    }
  }
  const lists = members.map((annotator) => unitsOf(continua, annotator))
  const { observed, selves } = observedIn(lists, continua.length)
  const unitizing = unitizingAlpha(lists, observed, continua)
  if (observed.total === 0) {
    return { ...everywhere(notDefined(NONE_MEET), continua.length), unitizing }
  }
  const expected = expectedFor(observed, selves)
  return {
    unitizing,
    coding: alphaOf(outsideDiagonal(observed), outsideDiagonal(expected)),
    labels: continua.map((_, label) => labelAlpha(observed, expected, label)),
  }
}

/** Of all continuum, in units or not. @param observed - What two have in units both. */
function unitizingAlpha(
  lists: readonly (readonly Unit[])[],
  observed: Coincidences,
  continua: readonly Continuum[],
): Measure {
  const all = lists.length * (continua[0]?.length ?? 0)
  if (all === 0) return notDefined(NO_UNITS)
  const inUnits = continua.map(({ lists: ofLabel }) => totalLength(ofLabel.flat()))
  const outside = all - inUnits.reduce((sum, each) => sum + each, 0)
  if (outside === all) return notDefined(NO_SPANS)
  // What is in no unit of two: all but what one of them or both have in one.
  const bothOutside = 2 * outside - all + observed.total
  const alike = observed.total - outsideDiagonal(observed)
  const squares = lists.flat().reduce((sum, { start, end }) => sum + (end - start) ** 2, outside)
  const pairable = all - squares / all
  const same = [...inUnits, outside].reduce((sum, each) => sum + each ** 2, 0)
  const expected = pairable === 0 ? 0 : (all ** 2 - same) / pairable
  return alphaOf(all - alike - bothOutside, expected)
}

function everywhere(measure: Measure, labels: number): FamilyOf2016 {
  return {
    unitizing: measure,
    coding: measure,
    labels: Array.from({ length: labels }, () => measure),
  }
}

/** @param most - How many of each label. */
function unitsOf(
  continua: readonly Continuum[],
  annotator: number,
  most = Infinity,
): readonly Unit[] {
  const units = continua.flatMap(({ lists }, label) =>
    (lists[annotator] ?? []).slice(0, most).map(({ start, end }) => ({ start, end, label })),
  )
  return units.toSorted((a, b) => a.start - b.start)
}

/** Whether a unit begins before one before it ends. */
function overlap(units: readonly Unit[]): boolean {
  return units.some(({ start }, index) => start < (units[index - 1]?.end ?? 0))
}

/** The continuum that pairs of annotators both have in units, and what each unit has of it. */
function observedIn(
  lists: readonly (readonly Unit[])[],
  labels: number,
): { readonly observed: Coincidences; readonly selves: readonly number[] } {
  const cells = square(labels)
  const shares = lists.map((units) => new Float64Array(units.length))
  const weight = 1 / (lists.length - 1)
  for (const [index, one] of lists.entries()) {
    for (let at = index + 1; at < lists.length; at++) {
      for (const { first, second, length } of meetings(one, lists[at] ?? [])) {
        const share = length * weight
        // Each pair is there from both sides.
        add(cells, first.unit.label, second.unit.label, share)
        add(cells, second.unit.label, first.unit.label, share)
        grow(shares[index], first.index, share)
        grow(shares[at], second.index, share)
      }
    }
  }
  const selves = Array.from({ length: labels }, () => 0)
  for (const [annotator, units] of lists.entries()) {
    for (const [index, { label }] of units.entries()) {
      selves[label] = (selves[label] ?? 0) + (shares[annotator]?.[index] ?? 0) ** 2
    }
  }
  return { observed: coincidencesOf(cells), selves }
}

interface Met {
  readonly unit: Unit
  readonly index: number
}

function* meetings(
  one: readonly Unit[],
  other: readonly Unit[],
): Generator<{ first: Met; second: Met; length: number }> {
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined) return
    const length = Math.min(a.end, b.end) - Math.max(a.start, b.start)
    if (length > 0) {
      yield { first: { unit: a, index: i }, second: { unit: b, index: j }, length }
    }
    if (a.end < b.end) i++
    else j++
  }
}

function grow(shares: Float64Array | undefined, index: number, share: number): void {
  if (shares) shares[index] = (shares[index] ?? 0) + share
}

function expectedFor({ sums, total }: Coincidences, selves: readonly number[]): Coincidences {
  const pairable = total - selves.reduce((sum, each) => sum + each, 0) / total
  const cells = sums.map((row, index) =>
    sums.map((column, at) => {
      const pairs = row * column - (index === at ? (selves[index] ?? 0) : 0)
      return pairable === 0 ? 0 : pairs / pairable
    }),
  )
  return coincidencesOf(cells)
}

/** One label against all others: as many pairs are looked at as this label is in. */
function labelAlpha(observed: Coincidences, expected: Coincidences, label: number): Measure {
  const [found, wanted] = [observed, expected].map(({ cells, sums }) => {
    const all = sums[label] ?? 0
    return { all, differing: all - (cells[label]?.[label] ?? 0) }
  }) as [{ all: number; differing: number }, { all: number; differing: number }]
  if (found.all === 0) return notDefined(NONE_MEET)
  return alphaOf(found.differing / found.all, wanted.all === 0 ? 0 : wanted.differing / wanted.all)
}

function alphaOf(observed: number, expected: number): Measure {
  return expected === 0 ? notDefined(ONE_CATEGORY) : 1 - observed / expected
}

function outsideDiagonal({ cells, total }: Coincidences): number {
  return total - cells.reduce((sum, row, index) => sum + (row[index] ?? 0), 0)
}

function square(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
}

function add(cells: number[][], row: number, column: number, amount: number): void {
  const line = cells[row]
  if (line) line[column] = (line[column] ?? 0) + amount
}

function coincidencesOf(cells: readonly (readonly number[])[]): Coincidences {
  const sums = cells.map((row) => row.reduce((sum, each) => sum + each, 0))
  return { cells, sums, total: sums.reduce((sum, each) => sum + each, 0) }
}
