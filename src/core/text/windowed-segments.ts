import type { TextRange } from './range.ts'

/**
 * V8 takes time quadratic in the length of the string that it segments (ten seconds for 136,000
 * characters in Node 20), so long stretches are segmented a window at a time.
 */
const windowLength = 2000

/**
 * What a window cuts off at its end may change the segments before it: "don" is a word of its own
 * until "’t" is seen. Segments that end this close to the end are left to the next window, which
 * begins at one of their boundaries. The widest look-ahead in practice is that of sentences.
 */
const margin = 200

/** One segment of a text, in UTF-16 code units of that text. */
export interface WindowedSegment extends TextRange {
  /** As in `Intl.SegmentData`: a word or number; false for granularities other than words. */
  readonly isWordLike: boolean
}

/**
 * The segments of a range, in order and without gaps, as if it had been segmented at once. (Where a
 * dictionary decides, as for Chinese and Thai words, the choice can differ near a window's end; it
 * is the same every time.)
 */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
  { start, end }: TextRange,
): Generator<WindowedSegment, undefined> {
  let from = start
  let length = windowLength
  while (from < end) {
    const until = Math.min(from + length, end)
    const acceptable = until < end ? until - margin : end
    const windowStart = from
    for (const { index, segment, isWordLike } of segmenter.segment(text.slice(from, until))) {
      const segmentEnd = windowStart + index + segment.length
      if (segmentEnd > acceptable) break
      yield { start: from, end: segmentEnd, isWordLike: isWordLike === true }
      from = segmentEnd
    }
    // A single segment can be longer than a window.
    length = from === windowStart ? length * 2 : windowLength
  }
}
