import { pairsOf, type ArticleCounts, type UnitCounts } from './article-counts.ts'
import { f1 } from './f1.ts'
import { cohenKappa, fleissKappa, krippendorffAlpha, type RatedUnits } from './kappa.ts'
import { notDefined, type Measure } from './measure.ts'

/** Measures that are computed from sums over articles, by which their intervals are found as well. */
export interface TallyMeasures {
  readonly exact_f1: Measure
  readonly relaxed_f1: Measure
  readonly token_kappa: Measure
  readonly character_kappa: Measure
  readonly fleiss_kappa: Measure
  readonly krippendorff_alpha: Measure
  readonly token_fleiss_kappa: Measure
  readonly token_krippendorff_alpha: Measure
}

/** Exact matches, relaxed matches, spans of both. */
const F1_SIZE = 3
/** Units that both, only the first, only the second, and none of a pair has in. */
const TABLE_SIZE = 4

/**
 * Counts of one label on one article in a row of numbers. Rows of the same number of annotators add up, over
 * articles and over labels: exact matches, relaxed matches and spans, summed over pairs; the table of characters
 * and that of tokens, for two annotators only; then, for characters and for tokens, how many units k of m
 * annotators have in, for each m from 2.
 */
export type Tally = readonly number[]

/** How many numbers a tally of so many annotators has. */
export function tallySize(annotators: number): number {
  return F1_SIZE + 2 * TABLE_SIZE + 2 * depthsSize(annotators)
}

/** For 2, 3, … annotators 3, 4, … numbers. */
function depthsSize(annotators: number): number {
  return Math.max(0, ((annotators + 4) * (annotators - 1)) / 2)
}

/** The tally of all annotators of a selection. */
export function tallyAll(counts: ArticleCounts, label: number): Tally {
  const { opened } = counts
  if (opened.length === 2) return tallyPair(counts, label, 0)
  const tally = Array.from({ length: tallySize(opened.length) }, () => 0)
  const present = opened.filter(Boolean).length
  const counted = counts.labels[label]
  if (counted === undefined || present < 2) return tally
  for (const [index, [a, b]] of pairsOf(opened.length).entries()) {
    if (!opened[a] || !opened[b]) continue
    add(tally, 0, [
      counted.exact[index] ?? 0,
      counted.relaxed[index] ?? 0,
      (counted.spans[a] ?? 0) + (counted.spans[b] ?? 0),
    ])
  }
  const at = F1_SIZE + 2 * TABLE_SIZE + depthsSize(present - 1)
  add(tally, at, counted.characters.depths)
  add(tally, at + depthsSize(opened.length), counted.tokens.depths)
  return tally
}

/** The tally of one pair of a selection, as of two annotators. */
export function tallyPair(counts: ArticleCounts, label: number, pair: number): Tally {
  const [a, b] = pairsOf(counts.opened.length)[pair] ?? [0, 1]
  const counted = counts.labels[label]
  if (counted === undefined || !counts.opened[a] || !counts.opened[b]) {
    return Array.from({ length: tallySize(2) }, () => 0)
  }
  const characters = pairTable(counted.characters, counts.characters, pair, a, b)
  const tokens = pairTable(counted.tokens, counts.tokens, pair, a, b)
  const spans = (counted.spans[a] ?? 0) + (counted.spans[b] ?? 0)
  return [
    counted.exact[pair] ?? 0,
    counted.relaxed[pair] ?? 0,
    spans,
    ...characters,
    ...tokens,
    ...pairDepths(characters),
    ...pairDepths(tokens),
  ]
}

function pairTable(
  { inside, shared }: UnitCounts,
  units: number,
  pair: number,
  a: number,
  b: number,
): readonly number[] {
  const both = shared[pair] ?? 0
  const onlyA = (inside[a] ?? 0) - both
  const onlyB = (inside[b] ?? 0) - both
  return [both, onlyA, onlyB, units - both - onlyA - onlyB]
}

function pairDepths([
  both = 0,
  onlyA = 0,
  onlyB = 0,
  none = 0,
]: readonly number[]): readonly number[] {
  return [none, onlyA + onlyB, both]
}

/** Adds numbers to a row, from a place in it. */
function add(row: number[], at: number, numbers: readonly number[]): void {
  for (const [index, number] of numbers.entries()) {
    row[at + index] = (row[at + index] ?? 0) + number
  }
}

/** Adds up tallies of the same number of annotators. */
export function sumTallies(tallies: Iterable<Tally>, annotators: number): Tally {
  const sum = Array.from({ length: tallySize(annotators) }, () => 0)
  for (const tally of tallies) add(sum, 0, tally)
  return sum
}

const COHEN_FOR_TWO = "Cohen's kappa compares two annotators: see the pairs, or Fleiss' kappa"

/** The measures of a tally, of one article or of many. */
export function measuresOf(tally: Tally, annotators: number): TallyMeasures {
  const [exact = 0, relaxed = 0, spans = 0] = tally
  const kappa = (at: number): Measure => {
    if (annotators !== 2) return notDefined(COHEN_FOR_TWO)
    const [both = 0, onlyA = 0, onlyB = 0, none = 0] = tally.slice(at, at + TABLE_SIZE)
    return cohenKappa([
      [both, onlyA],
      [onlyB, none],
    ])
  }
  const depthsAt = F1_SIZE + 2 * TABLE_SIZE
  const characters = ratedUnits(tally, depthsAt, annotators)
  const tokens = ratedUnits(tally, depthsAt + depthsSize(annotators), annotators)
  return {
    exact_f1: f1(exact, spans),
    relaxed_f1: f1(relaxed, spans),
    token_kappa: kappa(F1_SIZE + TABLE_SIZE),
    character_kappa: kappa(F1_SIZE),
    fleiss_kappa: fleissKappa(ofAll(characters, annotators)),
    krippendorff_alpha: krippendorffAlpha(characters),
    token_fleiss_kappa: fleissKappa(ofAll(tokens, annotators)),
    token_krippendorff_alpha: krippendorffAlpha(tokens),
  }
}

function ratedUnits(tally: Tally, at: number, annotators: number): readonly RatedUnits[] {
  const rated: RatedUnits[] = []
  for (let present = 2, from = at; present <= annotators; present++) {
    for (let inside = 0; inside <= present; inside++, from++) {
      rated.push({ ratings: [inside, present - inside], units: tally[from] ?? 0 })
    }
  }
  return rated
}

/** Units that everybody has rated: Fleiss' kappa knows no missing ones. */
function ofAll(rated: readonly RatedUnits[], annotators: number): readonly RatedUnits[] {
  return rated.filter(({ ratings: [inside = 0, outside = 0] }) => inside + outside === annotators)
}
