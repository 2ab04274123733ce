import { confusionOf, symmetricConfusion } from './confusion.ts'
import type { CountedArticles } from './count-articles.ts'
import { CountLayout } from './count-layout.ts'
import { disputesOf, type Disputes } from './disputes.ts'
import { Group, type GroupAgreement } from './group.ts'
import type { BootstrapOptions, Intervals } from './intervals.ts'
import type { AgreementSelection } from './marked-article.ts'
import type { PeriodAgreement } from './over-time.ts'
import { tallyAll, tallyPair } from './tally.ts'

/** The agreement of all who were chosen and, where they are more than two, of each pair. */
export interface Agreement extends GroupAgreement {
  readonly pairs?: readonly GroupAgreement[]
  readonly disputes: Disputes
  readonly over_time: {
    /** By the month in which articles were published. */
    readonly published: readonly PeriodAgreement[]
    /** By the day on which the last of the sets on an article was changed last. */
    readonly changed: readonly PeriodAgreement[]
  }
}

/** What is known of an article without its text. */
export interface ArticleFacts {
  readonly outlet: string | null
  /** In ISO 8601, as precise as the source. */
  readonly published: string | null
}

export const DEFAULT_BOOTSTRAP: BootstrapOptions = { samples: 1000, seed: 1960 }

/** Characters of YYYY-MM. */
const MONTH = 7

/**
 * Measures agreement.
 * @param counted - In ascending order of the articles' ids, which is the order in which the articles form the
 * continuum of αU.
 * @param facts - Of each of the articles.
 */
export function measureAgreement(
  counted: CountedArticles,
  facts: readonly ArticleFacts[],
  selection: AgreementSelection,
  bootstrap: BootstrapOptions = DEFAULT_BOOTSTRAP,
): Agreement {
  return withIntervals(
    measureFigures(counted, facts, selection),
    measureIntervals(counted, selection, bootstrap),
  )
}

/** The figures without their intervals, which take as long and can be found beside them. */
export function measureFigures(
  counted: CountedArticles,
  facts: readonly ArticleFacts[],
  selection: AgreementSelection,
): Agreement {
  const { labels } = selection
  const [group, ...pairs] = groupsOf(counted, selection)
  const monthOf = (article: number): string => facts[article]?.published?.slice(0, MONTH) ?? ''
  const isPair = selection.annotators.length === 2
  const cells = counted.cells[0] ?? new Int32Array()
  const outlets = facts.map(({ outlet }) => outlet)
  const all = {
    ...group.measure(
      isPair ? confusionOf(labels, cells) : symmetricConfusion(labels, counted.cells),
    ),
    disputes: disputesOf(counted, outlets),
    over_time: {
      published: group.overTime(monthOf),
      changed: group.overTime((article) => counted.changed[article] ?? ''),
    },
  }
  if (pairs.length === 0) return all
  return {
    ...all,
    pairs: pairs.map((pair, number) =>
      pair.measure(confusionOf(labels, counted.cells[number] ?? new Int32Array())),
    ),
  }
}

/** The intervals of each label and last of all: of the group, then of its pairs where it is more than one. */
export type AgreementIntervals = readonly (readonly Intervals[])[]

export function measureIntervals(
  counted: CountedArticles,
  selection: AgreementSelection,
  bootstrap: BootstrapOptions = DEFAULT_BOOTSTRAP,
): AgreementIntervals {
  return groupsOf(counted, selection).map((group) => group.intervals(bootstrap))
}

/** Puts intervals to the figures that they are of. */
export function withIntervals(agreement: Agreement, intervals: AgreementIntervals): Agreement {
  const [ofAll, ...ofPairs] = intervals
  const { pairs } = agreement
  const all = { ...agreement, ...groupWith(agreement, ofAll) }
  if (pairs === undefined) return all
  return { ...all, pairs: pairs.map((pair, number) => groupWith(pair, ofPairs[number])) }
}

function groupWith(group: GroupAgreement, intervals: readonly Intervals[] = []): GroupAgreement {
  const labels = Object.entries(group.labels).map(
    ([name, figures], label) => [name, { ...figures, ci: intervals[label] ?? {} }] as const,
  )
  return {
    ...group,
    labels: Object.fromEntries(labels),
    overall: { ...group.overall, ci: intervals.at(-1) ?? {} },
  }
}

/** Everybody, and each pair where they are more than two. */
function groupsOf(
  counted: CountedArticles,
  selection: AgreementSelection,
): readonly [Group, ...Group[]] {
  const { annotators, labels } = selection
  const layout = new CountLayout(annotators.length, labels.length)
  const ground = { counted, selection, layout }
  const all = new Group(ground, [...annotators.keys()], tallyAll)
  if (annotators.length <= 2) return [all]
  const pairs = layout.pairs.map(
    (members, pair) =>
      new Group(ground, members, (row, label, _layout, into, at) =>
        tallyPair(row, label, pair, layout, into, at),
      ),
  )
  return [all, ...pairs]
}
