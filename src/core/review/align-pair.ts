import { compareSpans, compareText, type Span } from '../annotation/span.ts'
import { assign } from './assignment.ts'
import { attributesKey } from '../annotation/attribute.ts'
import { hasSameBounds } from './overlap.ts'

/** Two spans, one of each side, that mean the same place of the text. */
export type SpanPair = readonly [a: Span, b: Span]

/** How the spans of two annotators on one article belong together. */
export interface PairAlignment {
  /** One to one, in the order of the first of each pair. */
  readonly pairs: readonly SpanPair[]
  /** The spans without a counterpart, in order. */
  readonly onlyA: readonly Span[]
  readonly onlyB: readonly Span[]
}

/**
 * Pairs the spans of two annotators one to one. Spans of one label come first: within a label the
 * text shared by all pairs, in UTF-16 code units, is the most that is possible. What is left is then
 * paired likewise across labels. Spans that share no text are never paired.
 *
 * Several pairings may share the most text. Of them one is taken with the most pairs of equal bounds,
 * then with the most pairs, then with the smallest sum of differences between the bounds of a pair.
 * Spans that are alike in bounds and label are paired by equal attributes where they can be. The
 * rest follows from the order of the text, and ids only tell apart what is else the same. Notes and
 * comments count for nothing. `alignPair(b, a)` holds the same pairs, turned round.
 *
 * Costs n log n and one step a pair of spans that overlap, in all texts but contrived ones;
 * `assign` says what those cost, and up to where the result is exact.
 * @param a - Spans on the same text as `b`, in any order.
 */
export function alignPair(a: readonly Span[], b: readonly Span[]): PairAlignment {
  const [sortedA, sortedB] = [a.toSorted(compareAlike), b.toSorted(compareAlike)]
  const byLabel = new Map<string, Sides>()
  for (const span of sortedA) sidesOf(byLabel, span.label).a.push(span)
  for (const span of sortedB) sidesOf(byLabel, span.label).b.push(span)
  const alike = [...byLabel.values()].flatMap((sides) => pairSides(sides.a, sides.b))
  const rest = without(sortedA, sortedB, alike)
  const pairs = [...alike, ...pairSides(rest.onlyA, rest.onlyB)]
  return {
    pairs: pairs.toSorted(([one], [other]) => compareAlike(one, other)),
    ...without(sortedA, sortedB, pairs),
  }
}

/** What `alignPair` does, in this way or another. */
export type PairAligner = typeof alignPair

/** An `alignPair` that aligns the same two lists of spans once: for work on one article after another. */
export function onceAPair(): PairAligner {
  const known = new Map<readonly Span[], Map<readonly Span[], PairAlignment>>()
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<readonly Span[], PairAlignment>()
    const alignment = ofA.get(b) ?? alignPair(a, b)
    known.set(a, ofA.set(b, alignment))
    return alignment
  }
}

interface Sides {
  readonly a: Span[]
  readonly b: Span[]
}

function sidesOf(byLabel: Map<string, Sides>, label: string): Sides {
  const sides = byLabel.get(label) ?? { a: [], b: [] }
  byLabel.set(label, sides)
  return sides
}

/** In the order of `compareSpans`, but for ids, which come after the attributes. */
function compareAlike(a: Span, b: Span): number {
  if (hasSameBounds(a, b) && a.label === b.label) {
    const byAttributes = compareText(attributesKey(a), attributesKey(b))
    if (byAttributes !== 0) return byAttributes
  }
  return compareSpans(a, b)
}

/** Pairs two sides, each in the order of `compareAlike`, whatever the labels are. */
function pairSides(a: readonly Span[], b: readonly Span[]): readonly SpanPair[] {
  const pairs = pairsOfEqualBounds(a, b)
  const { onlyA, onlyB } = without(a, b, pairs)
  for (const cluster of clustersOf(onlyA, onlyB)) {
    const [firstA, firstB] = [cluster.a[0], cluster.b[0]]
    if (firstA === undefined || firstB === undefined) continue
    // No bounds are left that both sides have, so one side begins before the other, or with the
    // longer span: by that, and not by the order of the arguments, it is known what the rows are.
    if (compareSpans(firstA, firstB) < 0) {
      for (const pair of assign(cluster.a, cluster.b)) pairs.push(pair)
    } else for (const [two, one] of assign(cluster.b, cluster.a)) pairs.push([one, two])
  }
  return pairs
}

/**
 * Pairs spans of equal bounds before all others. That never costs shared text: for a range R that both
 * sides have and any partners x and y of the two, |R ∩ x| + |R ∩ y| ≤ |R| + |x ∩ y|.
 */
function pairsOfEqualBounds(a: readonly Span[], b: readonly Span[]): SpanPair[] {
  const pairs: SpanPair[] = []
  let fromB = 0
  for (let fromA = 0; fromA < a.length;) {
    const first = a[fromA]
    if (first === undefined) return pairs
    const toA = endOfBounds(a, fromA, first)
    while (isBefore(b[fromB], first)) fromB += 1
    const toB = endOfBounds(b, fromB, first)
    pairs.push(...pairsAlike(a.slice(fromA, toA), b.slice(fromB, toB)))
    fromA = toA
    fromB = toB
  }
  return pairs
}

function endOfBounds(spans: readonly Span[], from: number, bounds: Span): number {
  let to = from
  for (let span = spans[to]; span && hasSameBounds(span, bounds); span = spans[to]) to += 1
  return to
}

function isBefore(span: Span | undefined, other: Span): boolean {
  return (
    span !== undefined &&
    (span.start < other.start || (span.start === other.start && span.end > other.end))
  )
}

/** Pairs spans that all have the same bounds: those of equal attributes first, then in order. */
function pairsAlike(a: readonly Span[], b: readonly Span[]): readonly SpanPair[] {
  const [one, other] = [a[0], b[0]]
  if (one === undefined || other === undefined) return []
  if (a.length === 1 && b.length === 1) return [[one, other]]
  const pairs: SpanPair[] = []
  const restB = [...b]
  const restA = a.filter((span) => {
    const at = restB.findIndex((candidate) => attributesKey(candidate) === attributesKey(span))
    const [partner] = at === -1 ? [] : restB.splice(at, 1)
    if (partner) pairs.push([span, partner])
    return partner === undefined
  })
  for (const [index, span] of restA.entries()) {
    const partner = restB[index]
    if (partner) pairs.push([span, partner])
  }
  return pairs
}

/** Cuts the text where no span of either side goes on, so that spans of different clusters never meet. */
function clustersOf(a: readonly Span[], b: readonly Span[]): readonly Sides[] {
  const clusters: Sides[] = []
  let end = -1
  let cluster: Sides | undefined
  let [nextA, nextB] = [0, 0]
  for (;;) {
    const [one, other] = [a[nextA], b[nextB]]
    const span = one && (!other || one.start <= other.start) ? one : other
    if (span === undefined) return clusters
    if (cluster === undefined || span.start >= end) {
      cluster = { a: [], b: [] }
      clusters.push(cluster)
    }
    end = Math.max(end, span.end)
    if (span === one) {
      cluster.a.push(span)
      nextA += 1
    } else {
      cluster.b.push(span)
      nextB += 1
    }
  }
}

function without(
  a: readonly Span[],
  b: readonly Span[],
  pairs: readonly SpanPair[],
): Pick<PairAlignment, 'onlyA' | 'onlyB'> {
  const pairedA = new Set(pairs.map(([span]) => span))
  const pairedB = new Set(pairs.map(([, span]) => span))
  return {
    onlyA: a.filter((span) => !pairedA.has(span)),
    onlyB: b.filter((span) => !pairedB.has(span)),
  }
}
