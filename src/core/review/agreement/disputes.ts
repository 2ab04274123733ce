import { compareText } from '../../annotation/span.ts'
import { GROUP_KINDS } from '../group-kind.ts'
import type { CountedArticles, PatternExample } from './count-articles.ts'
import { EDGE_PATTERNS, type EdgePattern } from './edge-patterns.ts'
import {
  compareDisputes,
  disputeOf,
  PhraseCounter,
  type Dispute,
  type DisputedPhrase,
} from './phrases.ts'

/** What was marked in the articles of one outlet; null for those that name none. */
export interface OutletDispute extends Dispute {
  readonly outlet: string | null
  readonly articles: number
}

/** One way in which bounds differ. */
export interface PatternDispute {
  readonly pattern: EdgePattern
  readonly places: number
  /** The first of them, offsets in code points. */
  readonly examples: readonly Omit<PatternExample, 'pattern'>[]
}

/** Where annotators are not of one mind. Its parts have the most disputed first. */
export interface Disputes extends Dispute {
  /** How many phrases are disputed; not all of them are listed. */
  readonly disputed_phrases: number
  readonly phrases: readonly DisputedPhrase[]
  readonly outlets: readonly OutletDispute[]
  readonly patterns: readonly PatternDispute[]
}

/** More than anybody reads; `agreement.items` has the places of each. */
const MOST_PHRASES = 100

/** @param outlets - Of each article. */
export function disputesOf(
  counted: CountedArticles,
  outlets: readonly (string | null)[],
): Disputes {
  const phrases = new PhraseCounter()
  phrases.join(counted.phrases)
  const { most, all } = phrases.mostDisputed(MOST_PHRASES)
  const sums = new Map<string | null, { articles: number; kinds: number[] }>()
  const overall = GROUP_KINDS.map(() => 0)
  for (let article = 0; article < counted.articles; article++) {
    const outlet = outlets[article] ?? null
    const sum = sums.get(outlet) ?? { articles: 0, kinds: GROUP_KINDS.map(() => 0) }
    sums.set(outlet, sum)
    sum.articles++
    for (const kind of GROUP_KINDS.keys()) {
      const places = counted.kinds[article * GROUP_KINDS.length + kind] ?? 0
      sum.kinds[kind] = (sum.kinds[kind] ?? 0) + places
      overall[kind] = (overall[kind] ?? 0) + places
    }
  }
  return {
    ...disputeOf(overall),
    disputed_phrases: all,
    phrases: most,
    outlets: Array.from(sums, ([outlet, { articles, kinds }]) => ({
      outlet,
      articles,
      ...disputeOf(kinds),
    })).toSorted((a, b) => compareDisputes(a, b) || compareText(a.outlet ?? '', b.outlet ?? '')),
    patterns: patternsOf(counted),
  }
}

function patternsOf({ patterns, examples }: CountedArticles): readonly PatternDispute[] {
  return EDGE_PATTERNS.map((pattern, index) => ({
    pattern,
    places: patterns[index] ?? 0,
    examples: examples
      .filter((example) => example.pattern === pattern)
      .map(({ pattern: _pattern, ...place }) => place),
  }))
    .filter(({ places }) => places > 0)
    .toSorted((a, b) => b.places - a.places)
}
