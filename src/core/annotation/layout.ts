import type { TextRange } from '../text/range.ts'
import { compareText, type Span } from './span.ts'

/**
 * Lanes in which the lines of overlapping spans are told apart; all that find no room in them share
 * one more beneath. A reader cannot follow more than a few lines under one text.
 */
export const LANE_LIMIT = 6

/**
 * Gives every span a lane to draw its line in, so that the lines of overlapping spans never meet.
 * Lane 0 is nearest to the text. A span lies above (in a lower lane than) every span that holds it;
 * among spans of one length the earlier, then the first by label, lies above. Spans that would need
 * a lane from `LANE_LIMIT` on all get that one, in which lines may meet.
 *
 * Costs n log n, whatever overlaps.
 * @returns The lane of each span by its id, counted from 0.
 */
export function assignLanes(spans: readonly Span[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>()
  const taken = Array.from({ length: LANE_LIMIT }, () => new Lane())
  // Shorter spans come first: those it holds fill the lanes above, so it goes beneath them all.
  for (const span of spans.toSorted(compareForLanes)) {
    const lane = taken.findIndex((candidate) => candidate.take(span))
    lanes.set(span.id, lane === -1 ? LANE_LIMIT : lane)
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
  laneOf: (span: Span) => number,
): readonly Fragment[] {
  const inside = (offset: number): boolean => offset > range.start && offset < range.end
  const cuts = new Set(spans.flatMap(({ start, end }) => [start, end]).filter(inside))
  const bounds = [range.start, ...[...cuts].toSorted((a, b) => a - b), range.end]
  const outermostFirst = spans.toSorted((a, b) => laneOf(b) - laneOf(a))
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? range.end
    const covering = outermostFirst.filter((span) => span.start <= start && span.end >= end)
    return { start, end, spans: covering }
  })
}

/** The disjoint ranges that one lane holds already, in order. */
class Lane {
  readonly #ranges: TextRange[] = []

  /** Takes a range, if none of those it holds is in the way. */
  take(range: TextRange): boolean {
    const ranges = this.#ranges
    let from = 0
    let to = ranges.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((ranges[middle]?.end ?? 0) <= range.start) from = middle + 1
      else to = middle
    }
    const next = ranges[from]
    if (next && next.start < range.end) return false
    ranges.splice(from, 0, range)
    return true
  }
}

function compareForLanes(a: Span, b: Span): number {
  return (
    a.end - a.start - (b.end - b.start) ||
    a.start - b.start ||
    compareText(a.label, b.label) ||
    compareText(a.id, b.id)
  )
}
