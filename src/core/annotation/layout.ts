import type { TextRange } from '../text/range.ts'
import { compareText, type Span } from './span.ts'

/**
 * Gives every span a lane to draw its line in, so that the lines of overlapping spans never meet.
 * Lane 0 is nearest to the text. A span lies above (in a lower lane than) every span that holds it;
 * among spans of one length the earlier, then the first by label, lies above.
 * @returns The lane of each span by its id, counted from 0.
 */
export function assignLanes(spans: readonly Span[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>()
  for (const cluster of clustersOf(spans)) {
    const placed: { readonly span: Span; readonly lane: number }[] = []
    for (const span of cluster.toSorted(compareForLanes)) {
      // Shorter spans come first: those it holds fill the lanes above, so it goes beneath them all.
      const lane = firstFree(placed.filter((other) => overlap(other.span, span)))
      placed.push({ span, lane })
      lanes.set(span.id, lane)
    }
  }
  return lanes
}

/** A piece of a paragraph that is covered by the same spans throughout. */
export interface Fragment extends TextRange {
  /** Those that cover it, the one in the highest lane (the outermost) first. */
  readonly spans: readonly Span[]
}

/**
 * Cuts a range of text where spans begin or end.
 * @param range - In UTF-16 code units, not empty.
 * @param spans - Spans that may cover part of it, in any order.
 * @returns The range in pieces, whole and in order.
 */
export function fragmentsOf(
  range: TextRange,
  spans: readonly Span[],
  lanes: ReadonlyMap<string, number>,
): readonly Fragment[] {
  const inside = (offset: number): boolean => offset > range.start && offset < range.end
  const cuts = new Set(spans.flatMap(({ start, end }) => [start, end]).filter(inside))
  const bounds = [range.start, ...[...cuts].toSorted((a, b) => a - b), range.end]
  const laneOf = (span: Span): number => lanes.get(span.id) ?? 0
  const outermostFirst = spans.toSorted((a, b) => laneOf(b) - laneOf(a))
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? range.end
    const covering = outermostFirst.filter((span) => span.start <= start && span.end >= end)
    return { start, end, spans: covering }
  })
}

/** Runs of spans that are linked by overlaps; only within one can lines meet. */
function clustersOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const clusters: Span[][] = []
  let end = -1
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const current = clusters.at(-1)
    if (current === undefined || span.start >= end) clusters.push([span])
    else current.push(span)
    end = Math.max(end, span.end)
  }
  return clusters
}

function compareForLanes(a: Span, b: Span): number {
  return (
    a.end - a.start - (b.end - b.start) ||
    a.start - b.start ||
    compareText(a.label, b.label) ||
    compareText(a.id, b.id)
  )
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}

function firstFree(taken: readonly { readonly lane: number }[]): number {
  const lanes = new Set(taken.map(({ lane }) => lane))
  let lane = 0
  while (lanes.has(lane)) lane += 1
  return lane
}
