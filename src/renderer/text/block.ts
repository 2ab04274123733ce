import type { SpanIndex } from '../../core/annotation/span-index.ts'
import type { TextRange } from '../../core/text/range.ts'

/**
 * A stretch of a paragraph that is drawn as one element: the whole paragraph, unless it is so long
 * that only part of it is ever in sight. In UTF-16 code units.
 */
export interface Block extends TextRange {
  /** Index of its paragraph. */
  readonly paragraph: number
  /** Whether it begins and ends its paragraph. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Lines beneath a text that the distance between two lines of text has room for. */
const LANES_IN_PLACE = 2

/** How many lanes more than there is always room for the lines of a block need. */
export function extraLanes(block: TextRange, index: SpanIndex): number {
  let lanes = 0
  for (const span of index.overlapping(block)) lanes = Math.max(lanes, index.laneOf(span) + 1)
  return Math.max(0, lanes - LANES_IN_PLACE)
}
