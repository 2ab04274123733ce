import { binaryDisagreement } from './alpha-u-2016.ts'
import { alphaU, unitizingDisagreement } from './alpha-u.ts'
import { pairsOf, type AgreementSelection, type ArticleCounts } from './article-counts.ts'
import { percentileInterval, randomFrom, resampledSums } from './bootstrap.ts'
import { isDefined, notDefined, type Measure } from './measure.ts'
import type { MarkedRange } from './range.ts'
import {
  measuresOf,
  sumTallies,
  tallyAll,
  tallyPair,
  tallySize,
  type Tally,
  type TallyMeasures,
} from './tally.ts'

/** How much text and how many spans a figure rests on. */
export interface AgreementCounts {
  /** Articles that at least two have opened; the others count for nothing. */
  readonly articles: number
  /** Of these, the ones that everybody has opened: Fleiss' kappa and αU rest on them. */
  readonly articles_of_all: number
  /** In code points. */
  readonly characters: number
  readonly tokens: number
  /** By annotator. */
  readonly spans: Readonly<Record<string, number>>
  /** Spans merged into another of the same annotator and label, for all measures but F1. */
  readonly merged: number
}

/** The measures for one label, or for all. */
export interface AgreementMeasures extends TallyMeasures {
  readonly n: AgreementCounts
  readonly alpha_u: Measure
  /** The binary coefficient of the family of 2016. */
  readonly alpha_u_2016: Measure
  /** 95 % intervals by measure, where there is one. */
  readonly ci: Readonly<Record<string, readonly [number, number]>>
}

export interface OverallMeasures extends AgreementMeasures {
  /** The mean over labels where it is defined, each label counting the same. */
  readonly macro_exact_f1: Measure
  readonly macro_relaxed_f1: Measure
}

/** How far some annotators agree. The keys are those of the JSON that `agree --json` prints. */
export interface GroupAgreement {
  readonly annotators: readonly string[]
  readonly articles: number
  readonly labels: Readonly<Record<string, AgreementMeasures>>
  readonly overall: OverallMeasures
}

/** The agreement of all who were chosen and, where they are more than two, of each pair. */
export interface Agreement extends GroupAgreement {
  readonly pairs?: readonly GroupAgreement[]
}

/** How intervals are found; the same seed gives the same ones. */
export interface BootstrapOptions {
  readonly samples: number
  readonly seed: number
}

export const DEFAULT_BOOTSTRAP: BootstrapOptions = { samples: 1000, seed: 1960 }

/**
 * Measures agreement.
 * @param counts - Of all articles by `countArticle`, in ascending order of their ids, which is the order in which
 * the articles form the continuum of αU.
 */
export function measureAgreement(
  counts: readonly ArticleCounts[],
  selection: AgreementSelection,
  bootstrap: BootstrapOptions = DEFAULT_BOOTSTRAP,
): Agreement {
  const numbers = [...selection.annotators.keys()]
  const all = measureGroup(counts, selection, { members: numbers, tally: tallyAll }, bootstrap)
  if (numbers.length <= 2) return all
  const pairs = pairsOf(numbers.length).map((members, pair) => {
    const tally = (each: ArticleCounts, label: number): Tally => tallyPair(each, label, pair)
    return measureGroup(counts, selection, { members, tally }, bootstrap)
  })
  return { ...all, pairs }
}

interface Group {
  /** The annotators' numbers in the selection. */
  readonly members: readonly number[]
  readonly tally: (counts: ArticleCounts, label: number) => Tally
}

function measureGroup(
  counts: readonly ArticleCounts[],
  selection: AgreementSelection,
  { members, tally }: Group,
  bootstrap: BootstrapOptions,
): GroupAgreement {
  const openers = ({ opened }: ArticleCounts): number =>
    members.filter((member) => opened[member]).length
  const shared = counts.filter((each) => openers(each) >= 2)
  const ofAll = shared.filter((each) => openers(each) === members.length)
  const numbers = [...selection.labels.keys()]
  const rows = shared.map((each) => numbers.flatMap((label) => tally(each, label)))
  const tallies = talliesIn(
    sumOf(rows, numbers.length, members.length),
    numbers.length,
    members.length,
  )
  const intervals = intervalsOf(rows, numbers.length, members.length, bootstrap)
  const continua = numbers.map((label) => continuumOf(ofAll, label, members))
  const alphaBy = (chosen: readonly number[], disagree: typeof binaryDisagreement): Measure =>
    unlessOne(members.length, () =>
      alphaU(
        chosen.flatMap((label) => {
          const { lists, length } = continua[label] ?? { lists: [], length: 0 }
          return length === 0 ? [] : [disagree(lists, length)]
        }),
      ),
    )
  const measure = (chosen: readonly number[], index: number): AgreementMeasures => ({
    n: countsOf(shared, ofAll.length, chosen, selection, members),
    ...measuresFor(tallies[index] ?? [], members.length),
    alpha_u: alphaBy(chosen, unitizingDisagreement),
    alpha_u_2016: alphaBy(chosen, binaryDisagreement),
    ci: intervals[index] ?? {},
  })
  const labels = selection.labels.map((name, label) => [name, measure([label], label)] as const)
  const figures = labels.map(([, figure]) => figure)
  return {
    annotators: members.map((member) => selection.annotators[member] ?? ''),
    articles: shared.length,
    labels: Object.fromEntries(labels),
    overall: {
      ...measure(numbers, numbers.length),
      macro_exact_f1: mean(figures.map(({ exact_f1 }) => exact_f1)),
      macro_relaxed_f1: mean(figures.map(({ relaxed_f1 }) => relaxed_f1)),
    },
  }
}

function sumOf(rows: readonly Tally[], labels: number, annotators: number): readonly number[] {
  const sums = Array.from({ length: labels * tallySize(annotators) }, () => 0)
  for (const row of rows) {
    for (const [column, number] of row.entries()) sums[column] = (sums[column] ?? 0) + number
  }
  return sums
}

/** The tallies of a row that holds those of all labels one after the other; last their sum. */
function talliesIn(row: readonly number[], labels: number, annotators: number): readonly Tally[] {
  const size = tallySize(annotators)
  const tallies = Array.from({ length: labels }, (_, label) =>
    row.slice(label * size, (label + 1) * size),
  )
  return [...tallies, sumTallies(tallies, annotators)]
}

const ONE_ANNOTATOR = 'there are not two annotators to compare'

function unlessOne(annotators: number, measure: () => Measure): Measure {
  return annotators < 2 ? notDefined(ONE_ANNOTATOR) : measure()
}

function measuresFor(tally: Tally, annotators: number): TallyMeasures {
  const measures = measuresOf(tally, annotators)
  if (annotators >= 2) return measures
  const none = Object.keys(measures).map((name) => [name, notDefined(ONE_ANNOTATOR)])
  return Object.fromEntries(none) as Record<keyof TallyMeasures, Measure>
}

/** Fewer articles say nothing of how much others would differ. */
const FEWEST_ARTICLES = 5
/** An interval of the other samples would be one of samples that suit it. */
const MOST_UNDEFINED = 0.05

/** The intervals of each label, and last of all; a measure without one is not named. */
function intervalsOf(
  rows: readonly Tally[],
  labels: number,
  annotators: number,
  { samples, seed }: BootstrapOptions,
): readonly AgreementMeasures['ci'][] {
  const values = Array.from({ length: labels + 1 }, () => new Map<string, number[]>())
  if (rows.length >= FEWEST_ARTICLES && annotators >= 2) {
    for (const sums of resampledSums(rows, samples, randomFrom(seed))) {
      for (const [index, tally] of talliesIn(sums, labels, annotators).entries()) {
        for (const [name, measure] of Object.entries(measuresOf(tally, annotators))) {
          if (!isDefined(measure)) continue
          const found = values[index]?.get(name)
          if (found === undefined) values[index]?.set(name, [measure])
          else found.push(measure)
        }
      }
    }
  }
  return values.map((found) =>
    Object.fromEntries(
      [...found]
        .filter(([, each]) => each.length >= samples * (1 - MOST_UNDEFINED))
        .map(([name, each]) => [name, percentileInterval(each)]),
    ),
  )
}

/** The articles in a row without anything between them, with the units of one label on them by annotator. */
function continuumOf(
  counts: readonly ArticleCounts[],
  label: number,
  members: readonly number[],
): { readonly lists: readonly (readonly MarkedRange[])[]; readonly length: number } {
  const lists = members.map((): MarkedRange[] => [])
  let from = 0
  for (const { characters, labels } of counts) {
    for (const [index, member] of members.entries()) {
      const bounds = labels[label]?.units[member] ?? []
      for (let at = 0; at < bounds.length; at += 2) {
        lists[index]?.push({ start: from + (bounds[at] ?? 0), end: from + (bounds[at + 1] ?? 0) })
      }
    }
    from += characters
  }
  return { lists, length: from }
}

function countsOf(
  counts: readonly ArticleCounts[],
  ofAll: number,
  labels: readonly number[],
  { annotators }: AgreementSelection,
  members: readonly number[],
): AgreementCounts {
  const sum = (number: (each: ArticleCounts) => number): number =>
    counts.reduce((total, each) => total + number(each), 0)
  const overLabels = (each: ArticleCounts, member: number, what: 'spans' | 'merged'): number =>
    labels.reduce((total, label) => total + (each.labels[label]?.[what][member] ?? 0), 0)
  return {
    articles: counts.length,
    articles_of_all: ofAll,
    characters: sum(({ characters }) => characters),
    tokens: sum(({ tokens }) => tokens),
    spans: Object.fromEntries(
      members.map((member) => [
        annotators[member] ?? '',
        sum((each) => overLabels(each, member, 'spans')),
      ]),
    ),
    merged: members.reduce(
      (total, member) => total + sum((each) => overLabels(each, member, 'merged')),
      0,
    ),
  }
}

function mean(measures: readonly Measure[]): Measure {
  const defined = measures.filter(isDefined)
  if (defined.length === 0) return notDefined('no label has a figure')
  return defined.reduce((sum, each) => sum + each, 0) / defined.length
}
