import { binaryDisagreement } from './alpha-u-2016.ts'
import { alphaU, unitizingDisagreement, type Disagreement } from './alpha-u.ts'
import type { Confusion } from './confusion.ts'
import { continuaOf, type Continuum } from './continuum.ts'
import type { CountedArticles } from './count-articles.ts'
import type { CountLayout } from './count-layout.ts'
import { familyOf2016 } from './family-2016.ts'
import { intervalsOf, type BootstrapOptions, type Intervals } from './intervals.ts'
import type { AgreementSelection } from './marked-article.ts'
import { isDefined, notDefined, type Measure } from './measure.ts'
import { agreementOverTime, type PeriodAgreement } from './over-time.ts'
import type { MarkedRange } from './range.ts'
import { measuresOf, talliesIn, tallySize, type tallyAll, type TallyMeasures } from './tally.ts'
import { valueAgreements, type ValueAgreement } from './value-agreement.ts'

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
  /** The coding coefficient of that family; of one label, the one that sets it against all others. */
  readonly cu_alpha_2016: Measure
  readonly ci: Intervals
}

/** The measures for one label, with those of its attributes by their names. */
export interface LabelMeasures extends AgreementMeasures {
  readonly attributes: Readonly<Record<string, ValueAgreement>>
}

export interface OverallMeasures extends AgreementMeasures {
  /** The coefficient of that family on units and their labels together. */
  readonly u_alpha_2016: Measure
  /** The mean over labels where it is defined, each label counting the same. */
  readonly macro_exact_f1: Measure
  readonly macro_relaxed_f1: Measure
}

/** How far some annotators agree. The keys are those of the JSON that `agree --json` prints. */
export interface GroupAgreement {
  readonly annotators: readonly string[]
  readonly articles: number
  readonly labels: Readonly<Record<string, LabelMeasures>>
  readonly overall: OverallMeasures
  readonly confusion: Confusion
}

/** What groups of annotators are measured on. */
export interface GroupGround {
  /** In ascending order of the articles' ids. */
  readonly counted: CountedArticles
  readonly selection: AgreementSelection
  readonly layout: CountLayout
}

/** Some of the annotators, and the articles that at least two of them have opened. */
export class Group {
  readonly #ground: GroupGround
  /** The annotators' numbers in the selection. */
  readonly #members: readonly number[]
  readonly #rows: readonly Int32Array[]
  /** The numbers of the articles. */
  readonly #articles: readonly number[]
  /** A row for each article: the tallies of all labels one after the other. */
  readonly #matrix: Float64Array

  constructor(ground: GroupGround, members: readonly number[], tally: typeof tallyAll) {
    const { counted, layout } = ground
    this.#ground = ground
    this.#members = members
    const numbers = Array.from({ length: counted.articles }, (_, article) => article)
    this.#articles = numbers.filter((article) => this.#openers(rowOf(ground, article)) >= 2)
    this.#rows = this.#articles.map((article) => rowOf(ground, article))
    const size = tallySize(members.length)
    this.#matrix = new Float64Array(this.#rows.length * layout.labels * size)
    for (const [index, row] of this.#rows.entries()) {
      for (let label = 0; label < layout.labels; label++) {
        tally(row, label, layout, this.#matrix, (index * layout.labels + label) * size)
      }
    }
  }

  /** The figures without their intervals. */
  measure(confusion: Confusion): GroupAgreement {
    const { counted, selection, layout } = this.#ground
    const annotators = this.#members.length
    const numbers = [...selection.labels.keys()]
    const tallies = talliesIn(this.#sums(), layout.labels, annotators)
    const continua = this.#continua()
    const unitizing = disagreementsOn(continua, unitizingDisagreement)
    const binary = disagreementsOn(continua, binaryDisagreement)
    const family = annotators < 2 ? null : familyOf2016(continua)
    const measure = (chosen: readonly number[], index: number): AgreementMeasures => ({
      n: this.#counts(chosen),
      ...measuresFor(tallies[index] ?? [], annotators),
      alpha_u: alphaOf(chosen, unitizing, annotators),
      alpha_u_2016: alphaOf(chosen, binary, annotators),
      cu_alpha_2016: family?.labels[index] ?? family?.coding ?? notDefined(ONE_ANNOTATOR),
      ci: {},
    })
    const labels = selection.labels.map((name, label) => {
      const attributes = valueAgreements(counted.values, name, this.#members)
      return [name, { ...measure([label], label), attributes }] as const
    })
    const figures = labels.map(([, figure]) => figure)
    return {
      annotators: this.#members.map((member) => selection.annotators[member] ?? ''),
      articles: this.#rows.length,
      labels: Object.fromEntries(labels),
      overall: {
        ...measure(numbers, numbers.length),
        u_alpha_2016: family?.unitizing ?? notDefined(ONE_ANNOTATOR),
        macro_exact_f1: mean(figures.map(({ exact_f1 }) => exact_f1)),
        macro_relaxed_f1: mean(figures.map(({ relaxed_f1 }) => relaxed_f1)),
      },
      confusion,
    }
  }

  /** The intervals of each label, and last of all. */
  intervals(bootstrap: BootstrapOptions): readonly Intervals[] {
    return intervalsOf(this.#matrix, this.#ground.layout.labels, this.#members.length, bootstrap)
  }

  /** @param whenOf - The period of an article, by its number; '' where it is not known. */
  overTime(whenOf: (article: number) => string): readonly PeriodAgreement[] {
    if (this.#members.length < 2) return []
    const { layout } = this.#ground
    const sizes = { labels: layout.labels, annotators: this.#members.length }
    return agreementOverTime(
      this.#matrix,
      sizes,
      this.#articles.map((article, index) => ({
        when: whenOf(article),
        spans: this.#spansIn(this.#rows[index], [...this.#ground.selection.labels.keys()]),
      })),
    )
  }

  #openers(row: Int32Array): number {
    return this.#members.reduce((sum, member) => sum + (row[member] ?? 0), 0)
  }

  #sums(): Float64Array {
    const { layout } = this.#ground
    const size = layout.labels * tallySize(this.#members.length)
    const sums = new Float64Array(size)
    for (let at = 0; at < this.#matrix.length; at++) {
      sums[at % size] = (sums[at % size] ?? 0) + (this.#matrix[at] ?? 0)
    }
    return sums
  }

  #continua(): readonly Continuum[] {
    const { counted, layout } = this.#ground
    const lengthOf = (article: number): number => {
      const row = rowOf(this.#ground, article)
      return this.#openers(row) === this.#members.length ? (row[layout.characters] ?? 0) : 0
    }
    return continuaOf(counted, {
      annotators: layout.annotators,
      labels: layout.labels,
      members: this.#members,
      lengthOf,
    })
  }

  #spansIn(row: Int32Array = new Int32Array(), labels: readonly number[]): number {
    const { layout } = this.#ground
    return labels.reduce(
      (sum, label) =>
        this.#members.reduce(
          (part, member) => part + (row[layout.ofAnnotators(label, 'spans') + member] ?? 0),
          sum,
        ),
      0,
    )
  }

  #counts(labels: readonly number[]): AgreementCounts {
    const { selection, layout } = this.#ground
    const sum = (column: number): number =>
      this.#rows.reduce((total, row) => total + (row[column] ?? 0), 0)
    const over = (member: number, what: 'spans' | 'merged'): number =>
      labels.reduce((total, label) => total + sum(layout.ofAnnotators(label, what) + member), 0)
    return {
      articles: this.#rows.length,
      articles_of_all: this.#rows.filter((row) => this.#openers(row) === this.#members.length)
        .length,
      characters: sum(layout.characters),
      tokens: sum(layout.tokens),
      spans: Object.fromEntries(
        this.#members.map((member) => [selection.annotators[member] ?? '', over(member, 'spans')]),
      ),
      merged: this.#members.reduce((total, member) => total + over(member, 'merged'), 0),
    }
  }
}

function rowOf({ counted, layout }: GroupGround, article: number): Int32Array {
  return counted.rows.subarray(article * layout.size, (article + 1) * layout.size)
}

type Disagree = (lists: readonly (readonly MarkedRange[])[], length: number) => Disagreement

/** By label; null where there is no text. */
function disagreementsOn(
  continua: readonly Continuum[],
  disagree: Disagree,
): readonly (Disagreement | null)[] {
  return continua.map(({ lists, length }) =>
    length === 0 || lists.length < 2 ? null : disagree(lists, length),
  )
}

function alphaOf(
  labels: readonly number[],
  disagreements: readonly (Disagreement | null)[],
  annotators: number,
): Measure {
  if (annotators < 2) return notDefined(ONE_ANNOTATOR)
  return alphaU(labels.flatMap((label) => disagreements[label] ?? []))
}

const ONE_ANNOTATOR = 'there are not two annotators to compare'

function measuresFor(tally: readonly number[], annotators: number): TallyMeasures {
  const measures = measuresOf(tally, annotators)
  if (annotators >= 2) return measures
  const none = Object.keys(measures).map((name) => [name, notDefined(ONE_ANNOTATOR)])
  return Object.fromEntries(none) as Record<keyof TallyMeasures, Measure>
}

function mean(measures: readonly Measure[]): Measure {
  const defined = measures.filter(isDefined)
  if (defined.length === 0) return notDefined('no label has a figure')
  return defined.reduce((sum, each) => sum + each, 0) / defined.length
}
