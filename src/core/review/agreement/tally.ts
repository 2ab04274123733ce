import type { CountLayout } from './count-layout.ts'
import { f1 } from './f1.ts'
import { cohenKappa, fleissKappa, krippendorffAlpha, type RatedUnits } from './kappa.ts'
import { notDefined, type Measure } from './measure.ts'
import { NO_VALUES } from './value-agreement.ts'

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
  /** The share of pairs of attributes’ values that are equal. */
  readonly value_agreement: Measure
}

/** Exact matches, relaxed matches, spans of both; pairs of values, and those of them that are equal. */
const HEAD_SIZE = 5
/** Units that both, only the first, only the second, and none of a pair has in. */
const TABLE_SIZE = 4

/**
 * Counts of one label in a row of numbers. Rows of the same number of annotators add up, over articles and over
 * labels: exact matches, relaxed matches, spans, pairs of values and equal ones, summed over pairs; then for two
 * annotators the table of characters and that of tokens, and for more, for characters and for tokens, how many
 * units k of m annotators have in, for each m from 2.
 */
export type Tally = readonly number[]

/** How many numbers a tally of so many annotators has. */
export function tallySize(annotators: number): number {
  return HEAD_SIZE + 2 * (annotators > 2 ? depthsSize(annotators) : TABLE_SIZE)
}

/** For 2, 3, … annotators 3, 4, … numbers. */
function depthsSize(annotators: number): number {
  return Math.max(0, ((annotators + 4) * (annotators - 1)) / 2)
}

/**
 * Writes the tally of one label on one article, of all annotators of a selection.
 * @param row - Of the article, as the layout has it.
 * @param into - Zeros, from `at` on.
 */
export function tallyAll(
  row: Int32Array,
  label: number,
  layout: CountLayout,
  into: Float64Array,
  at: number,
): void {
  if (layout.annotators <= 2) return tallyPair(row, label, 0, layout, into, at)
  const present = openersOf(row, layout)
  if (present < 2) return
  const exact = layout.ofPairs(label, 'exact')
  const relaxed = layout.ofPairs(label, 'relaxed')
  const values = layout.ofPairs(label, 'values')
  const equalValues = layout.ofPairs(label, 'equalValues')
  const spans = layout.ofAnnotators(label, 'spans')
  for (const [pair, [a, b]] of layout.pairs.entries()) {
    if (row[a] === 0 || row[b] === 0) continue
    add(into, at, row[exact + pair])
    add(into, at + 1, row[relaxed + pair])
    add(into, at + 2, (row[spans + a] ?? 0) + (row[spans + b] ?? 0))
    add(into, at + 3, row[values + pair])
    add(into, at + 4, row[equalValues + pair])
  }
  const depths = at + HEAD_SIZE + depthsSize(present - 1)
  const [characters, tokens] = [
    layout.ofDepths(label, 'characterDepths'),
    layout.ofDepths(label, 'tokenDepths'),
  ]
  for (let depth = 0; depth <= present; depth++) {
    add(into, depths + depth, row[characters + depth])
    add(into, depths + depthsSize(layout.annotators) + depth, row[tokens + depth])
  }
}

/** How many of the annotators have opened an article. */
export function openersOf(row: Int32Array, { annotators }: CountLayout): number {
  let openers = 0
  for (let member = 0; member < annotators; member++) openers += row[member] ?? 0
  return openers
}

/** Writes the tally of one pair of a selection, as of two annotators. */
export function tallyPair(
  row: Int32Array,
  label: number,
  pair: number,
  layout: CountLayout,
  into: Float64Array,
  at: number,
): void {
  const [a, b] = layout.pairs[pair] ?? [0, 1]
  if (row[a] === 0 || row[b] === 0) return
  const spans = layout.ofAnnotators(label, 'spans')
  into[at] = row[layout.ofPairs(label, 'exact') + pair] ?? 0
  into[at + 1] = row[layout.ofPairs(label, 'relaxed') + pair] ?? 0
  into[at + 2] = (row[spans + a] ?? 0) + (row[spans + b] ?? 0)
  into[at + 3] = row[layout.ofPairs(label, 'values') + pair] ?? 0
  into[at + 4] = row[layout.ofPairs(label, 'equalValues') + pair] ?? 0
  for (const [table, [inside, shared, all]] of [
    [
      layout.ofAnnotators(label, 'characters'),
      layout.ofPairs(label, 'sharedCharacters'),
      layout.characters,
    ] as const,
    [
      layout.ofAnnotators(label, 'tokens'),
      layout.ofPairs(label, 'sharedTokens'),
      layout.tokens,
    ] as const,
  ].entries()) {
    const both = row[shared + pair] ?? 0
    const onlyA = (row[inside + a] ?? 0) - both
    const onlyB = (row[inside + b] ?? 0) - both
    const from = at + HEAD_SIZE + table * TABLE_SIZE
    into[from] = both
    into[from + 1] = onlyA
    into[from + 2] = onlyB
    into[from + 3] = (row[all] ?? 0) - both - onlyA - onlyB
  }
}

function add(row: Float64Array, at: number, number = 0): void {
  row[at] = (row[at] ?? 0) + number
}

/** Adds up tallies of the same number of annotators. */
export function sumTallies(tallies: readonly Tally[], annotators: number): Tally {
  return Array.from({ length: tallySize(annotators) }, (_, column) => {
    let sum = 0
    for (const tally of tallies) sum += tally[column] ?? 0
    return sum
  })
}

/** The tallies of a row that holds those of all labels one after the other; last their sum. */
export function talliesIn(row: Float64Array, labels: number, annotators: number): readonly Tally[] {
  const size = tallySize(annotators)
  const tallies = Array.from({ length: labels }, (_, label): Tally => [
    ...row.subarray(label * size, (label + 1) * size),
  ])
  return [...tallies, sumTallies(tallies, annotators)]
}

const COHEN_FOR_TWO = "Cohen's kappa compares two annotators: see the pairs, or Fleiss' kappa"

/** The measures of a tally, of one article or of many. */
export function measuresOf(tally: Tally, annotators: number): TallyMeasures {
  const [exact = 0, relaxed = 0, spans = 0, values = 0, equalValues = 0] = tally
  const isPair = annotators <= 2
  const kappa = (at: number): Measure => {
    if (!isPair) return notDefined(COHEN_FOR_TWO)
    const [both = 0, onlyA = 0, onlyB = 0, none = 0] = tally.slice(at, at + TABLE_SIZE)
    return cohenKappa([
      [both, onlyA],
      [onlyB, none],
    ])
  }
  const second = HEAD_SIZE + (isPair ? TABLE_SIZE : depthsSize(annotators))
  const rated = isPair ? ratedByTable : ratedByDepths
  const characters = rated(tally, HEAD_SIZE, annotators)
  const tokens = rated(tally, second, annotators)
  return {
    exact_f1: f1(exact, spans),
    relaxed_f1: f1(relaxed, spans),
    token_kappa: kappa(second),
    character_kappa: kappa(HEAD_SIZE),
    fleiss_kappa: fleissKappa(ofAll(characters, annotators)),
    krippendorff_alpha: krippendorffAlpha(characters),
    token_fleiss_kappa: fleissKappa(ofAll(tokens, annotators)),
    token_krippendorff_alpha: krippendorffAlpha(tokens),
    value_agreement: values === 0 ? notDefined(NO_VALUES) : equalValues / values,
  }
}

function ratedByTable(tally: Tally, at: number): readonly RatedUnits[] {
  const [both = 0, onlyA = 0, onlyB = 0, none = 0] = tally.slice(at, at + TABLE_SIZE)
  return [
    { ratings: [0, 2], units: none },
    { ratings: [1, 1], units: onlyA + onlyB },
    { ratings: [2, 0], units: both },
  ]
}

function ratedByDepths(tally: Tally, at: number, annotators: number): readonly RatedUnits[] {
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
