import {
  lastUnit,
  moveCursor,
  unitAt,
  type Direction,
  type Granularity,
  type TextOutline,
} from './movement.ts'
import type { TextRange } from './range.ts'

/**
 * A selection made with the keyboard: the unit where it began and the unit at its moving end. All
 * ranges are in UTF-16 code units.
 */
export interface KeyboardSelection {
  readonly anchor: TextRange
  readonly focus: TextRange
}

/** The text that a keyboard selection covers: from the first to the last of its units. */
export function selectionRange({ anchor, focus }: KeyboardSelection): TextRange {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) }
}

/**
 * Moves the moving end of a selection. Backward by sentence or paragraph it goes to the first unit,
 * as the cursor does; forward it goes to the last unit, so that the sentence or paragraph is covered
 * whole.
 * @returns The unit at the new end; the given focus where the text ends.
 */
export function extendFocus(
  outline: TextOutline,
  focus: TextRange,
  granularity: Granularity,
  direction: Direction,
): TextRange {
  if (granularity === 'word' || direction === -1) {
    return moveCursor(outline, focus, granularity, direction)
  }
  let from = focus
  for (;;) {
    const stop = moveCursor(outline, from, granularity, direction)
    if (stop === from) return lastUnit(outline) ?? focus
    const last = moveCursor(outline, stop, 'word', -1)
    if (last.end > focus.end) return last
    from = stop
  }
}

/**
 * The keyboard selection that stands for any range: its first and last unit, or the unit nearest to
 * it where it holds none.
 * @returns Undefined when the text has no units.
 */
export function selectionOf(
  outline: TextOutline,
  { start, end }: TextRange,
): KeyboardSelection | undefined {
  const anchor = unitAt(outline, start)
  if (anchor === undefined) return undefined
  const last = moveCursor(outline, { start: end, end }, 'word', -1)
  return { anchor, focus: last.start > anchor.start && last.start < end ? last : anchor }
}
