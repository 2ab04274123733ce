import { paragraphIndexAt, paragraphsOf } from './paragraphs.ts'
import type { TextRange } from './range.ts'
import { createSegmenter, type TextSegmenter } from './segments.ts'

/** The steps of the keyboard cursor. */
export type Granularity = 'word' | 'sentence' | 'paragraph'

/** Towards the end of the text, or towards its beginning. */
export type Direction = 1 | -1

/**
 * The places of one text at which the keyboard cursor can stop. Paragraphs are cut into units only
 * when first asked for, and then kept, as an article may have 300,000 characters.
 */
export interface TextOutline {
  readonly text: string
  /** In UTF-16 code units; see `paragraphsOf`. */
  readonly paragraphs: readonly TextRange[]
  /**
   * The units of one paragraph at which a movement of this granularity stops: all of them, the
   * first of each sentence, or the first of the paragraph.
   * @param paragraph - Index into `paragraphs`.
   * @returns Ascending ranges; empty if the paragraph has no units, or there is no such paragraph.
   */
  stopsOf(paragraph: number, granularity: Granularity): readonly TextRange[]
}

/** Keeps what a function gave for each index. */
function memoised<T>(compute: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>()
  return (index) => {
    const kept = known.get(index)
    if (kept !== undefined) return kept
    const computed = compute(index)
    known.set(index, computed)
    return computed
  }
}

/** The number of leading ranges for which a condition holds, which holds for no range after them. */
function countLeading(ranges: readonly TextRange[], holds: (range: TextRange) => boolean): number {
  let from = 0
  let to = ranges.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const range = ranges[middle]
    if (range && holds(range)) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Builds the outline of a text. Costs one pass to find the paragraphs; the rest is done on demand.
 * @param text - The article's text; it must not change afterwards.
 * @param segmenter - What counts as a unit and as a sentence.
 */
export function createTextOutline(
  text: string,
  segmenter: TextSegmenter = createSegmenter(),
): TextOutline {
  const paragraphs = paragraphsOf(text)
  const nothing: TextRange = { start: 0, end: 0 }
  const unitsOf = memoised((index) => segmenter.unitsOf(text, paragraphs[index] ?? nothing))
  const sentenceStartsOf = memoised((index) => {
    const units = unitsOf(index)
    return segmenter.sentencesOf(text, paragraphs[index] ?? nothing).flatMap((sentence) => {
      const first = units[countLeading(units, (unit) => unit.start < sentence.start)]
      return first && first.start < sentence.end ? [first] : []
    })
  })
  const stops: Record<Granularity, (index: number) => readonly TextRange[]> = {
    word: unitsOf,
    sentence: sentenceStartsOf,
    paragraph: (index) => unitsOf(index).slice(0, 1),
  }
  return { text, paragraphs, stopsOf: (paragraph, granularity) => stops[granularity](paragraph) }
}

/** The first stop that is not `before` any more, in the paragraph of an offset or a later one. */
function firstStop(
  { paragraphs, stopsOf }: TextOutline,
  offset: number,
  granularity: Granularity,
  before: (stop: TextRange) => boolean,
): TextRange | undefined {
  for (let at = paragraphIndexAt(paragraphs, offset); at < paragraphs.length; at++) {
    const stops = stopsOf(at, granularity)
    const found = stops[countLeading(stops, before)]
    if (found) return found
  }
  return undefined
}

/** The last stop that is still `before`, in the paragraph of an offset or an earlier one. */
function lastStop(
  { paragraphs, stopsOf }: TextOutline,
  offset: number,
  granularity: Granularity,
  before: (stop: TextRange) => boolean,
): TextRange | undefined {
  for (let at = paragraphIndexAt(paragraphs, offset); at >= 0; at--) {
    const stops = stopsOf(at, granularity)
    const found = stops[countLeading(stops, before) - 1]
    if (found) return found
  }
  return undefined
}

/** @returns The first unit of the text; undefined if it has none. */
export function firstUnit(outline: TextOutline): TextRange | undefined {
  return firstStop(outline, 0, 'word', () => false)
}

/** @returns The last unit of the text; undefined if it has none. */
export function lastUnit(outline: TextOutline): TextRange | undefined {
  return lastStop(outline, outline.text.length, 'word', () => true)
}

/**
 * The unit at an offset in UTF-16 code units: the one that contains it, or else the nearest after
 * it, or else the nearest before it. A unit contains its start but not its end.
 * @returns Undefined if the text has no units.
 */
export function unitAt(outline: TextOutline, offset: number): TextRange | undefined {
  return firstStop(outline, offset, 'word', (unit) => unit.end <= offset) ?? lastUnit(outline)
}

/**
 * Moves the cursor. By word it goes to the next or previous unit. By sentence and by paragraph it
 * goes forward to the first unit of the next one, and back to the first unit of the present one, or
 * of the one before if it is there already.
 * @param cursor - The unit under the cursor; any other range also serves as a starting place.
 * @returns The unit under the moved cursor, or the given range where the text ends.
 */
export function moveCursor(
  outline: TextOutline,
  cursor: TextRange,
  granularity: Granularity,
  direction: Direction,
): TextRange {
  const { start, end } = cursor
  const stop =
    direction === 1
      ? firstStop(outline, end, granularity, (unit) => unit.start < end)
      : lastStop(outline, start, granularity, (unit) => unit.start < start)
  return stop ?? cursor
}

/**
 * Moves the start of a span to the nearest start of a unit in a direction, across paragraphs too.
 * @param range - The span's bounds; they need not be those of units.
 * @returns The new bounds; the given ones if there is no such unit, or nothing would be left.
 */
export function moveStart(outline: TextOutline, range: TextRange, direction: Direction): TextRange {
  const { start, end } = range
  const unit =
    direction === 1
      ? firstStop(outline, start, 'word', (candidate) => candidate.start <= start)
      : lastStop(outline, start, 'word', (candidate) => candidate.start < start)
  return unit && unit.start < end ? { start: unit.start, end } : range
}

/**
 * Moves the end of a span to the nearest end of a unit in a direction, across paragraphs too.
 * @param range - The span's bounds; they need not be those of units.
 * @returns The new bounds; the given ones if there is no such unit, or nothing would be left.
 */
export function moveEnd(outline: TextOutline, range: TextRange, direction: Direction): TextRange {
  const { start, end } = range
  const unit =
    direction === 1
      ? firstStop(outline, end, 'word', (candidate) => candidate.end <= end)
      : lastStop(outline, end, 'word', (candidate) => candidate.end < end)
  return unit && unit.end > start ? { start, end: unit.end } : range
}
