import { exactMatches, relaxedMatches } from './f1.ts'
import {
  depthProfile,
  mergeOverlapping,
  sharedLength,
  totalLength,
  type MarkedRange,
} from './range.ts'
import { codePointLength, tokenRanges, tokensOf } from './tokens.ts'

/** Whose sets are compared, and over which labels; both in the order of the report. */
export interface AgreementSelection {
  readonly annotators: readonly string[]
  readonly labels: readonly string[]
}

/** An article with the sets on it; one that an annotator never opened has no set of theirs. */
export interface MarkedArticle {
  readonly text: string
  readonly sets: readonly {
    readonly annotator: string
    /** Bounds in code points. */
    readonly spans: readonly (MarkedRange & { readonly label: string })[]
  }[]
}

/** What agreement is measured by, counted on one article. Lists go by annotator as the selection has them. */
export interface ArticleCounts {
  readonly opened: readonly boolean[]
  readonly characters: number
  readonly tokens: number
  /** By label, as the selection has them. */
  readonly labels: readonly LabelCounts[]
}

export interface LabelCounts {
  readonly spans: readonly number[]
  /** Spans that are gone because they overlap another of the same annotator. */
  readonly merged: readonly number[]
  /** What is left of them: start, end, start, end, … in code points. Numbers go to another thread at little cost. */
  readonly units: readonly (readonly number[])[]
  /** By pair, as `pairsOf` has them; zeros where one has not opened the article. */
  readonly exact: readonly number[]
  readonly relaxed: readonly number[]
  readonly characters: UnitCounts
  readonly tokens: UnitCounts
}

/** Characters or tokens that are in spans of one label. */
export interface UnitCounts {
  readonly inside: readonly number[]
  /** By pair: those that both have in. */
  readonly shared: readonly number[]
  /** At index k: those that exactly k of all who have opened the article have in. */
  readonly depths: readonly number[]
}

/** All pairs of this many annotators, by their numbers. */
export function pairsOf(annotators: number): readonly (readonly [number, number])[] {
  const numbers = Array.from({ length: annotators }, (_, number) => number)
  return numbers.flatMap((one) =>
    numbers.slice(one + 1).map((other): readonly [number, number] => [one, other]),
  )
}

/** Counts everything on one article that measures of agreement are computed from. */
export function countArticle(
  { text, sets }: MarkedArticle,
  { annotators, labels }: AgreementSelection,
): ArticleCounts {
  const tokens = tokensOf(text)
  const characters = codePointLength(text)
  const chosen = annotators.map((id) => sets.find(({ annotator }) => annotator === id) ?? null)
  return {
    opened: chosen.map((set) => set !== null),
    characters,
    tokens: tokens.length,
    labels: labels.map((label) => {
      const spans = chosen.map((set) => set?.spans.filter((span) => span.label === label) ?? null)
      const merged = spans.map((list) => mergeOverlapping(list ?? []))
      const units = merged.map(({ ranges }) => ranges)
      const pairs = pairsOf(annotators.length).map(([a, b]) => [spans[a] ?? [], spans[b] ?? []])
      const present = units.filter((_, number) => chosen[number] !== null)
      return {
        spans: spans.map((list) => list?.length ?? 0),
        merged: merged.map((each) => each.merged),
        units: units.map((ranges) => ranges.flatMap(({ start, end }) => [start, end])),
        exact: pairs.map(([a = [], b = []]) => exactMatches(a, b)),
        relaxed: pairs.map(([a = [], b = []]) => relaxedMatches(a, b)),
        characters: countUnits(units, present, characters),
        tokens: countUnits(
          units.map((ranges) => tokenRanges(ranges, tokens)),
          present.map((ranges) => tokenRanges(ranges, tokens)),
          tokens.length,
        ),
      }
    }),
  }
}

function countUnits(
  lists: readonly (readonly MarkedRange[])[],
  present: readonly (readonly MarkedRange[])[],
  length: number,
): UnitCounts {
  return {
    inside: lists.map(totalLength),
    shared: pairsOf(lists.length).map(([a, b]) => sharedLength(lists[a] ?? [], lists[b] ?? [])),
    depths: depthProfile(present, length),
  }
}
