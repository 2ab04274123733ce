/** An offset that is out of range or lies between the two halves of a surrogate pair. */
export class OffsetError extends RangeError {
  override readonly name = 'OffsetError'
}

/**
 * Converts offsets of one immutable text between UTF-16 code units (used inside the program) and
 * Unicode code points (used on disk, in exports and on the command line).
 *
 * A lone surrogate counts as one code point, as in Python and in `String.prototype.codePointAt`.
 */
export interface OffsetMap {
  /** Length of the text in UTF-16 code units. */
  readonly utf16Length: number
  /** Length of the text in code points. */
  readonly codePointLength: number
  /**
   * @param utf16 - Offset in UTF-16 code units, `0..utf16Length` inclusive.
   * @returns The same place in code points.
   * @throws OffsetError if the offset is not an integer in range, or splits a surrogate pair.
   */
  toCodePoints(utf16: number): number
  /**
   * @param codePoints - Offset in code points, `0..codePointLength` inclusive.
   * @returns The same place in UTF-16 code units.
   * @throws OffsetError if the offset is not an integer in range.
   */
  toUtf16(codePoints: number): number
}

const surrogate = /[\uD800-\uDFFF]/

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Tells whether cutting the text at an offset would split a surrogate pair.
 * @param text - Any string.
 * @param utf16 - Offset in UTF-16 code units; offsets outside the text never split a pair.
 */
export function splitsSurrogatePair(text: string, utf16: number): boolean {
  return (
    utf16 > 0 &&
    utf16 < text.length &&
    isLow(text.charCodeAt(utf16)) &&
    isHigh(text.charCodeAt(utf16 - 1))
  )
}

/** UTF-16 offsets of the low halves of all surrogate pairs, ascending. */
function lowHalves(text: string): readonly number[] {
  const found: number[] = []
  // Most texts have none, and then this is all the time it takes.
  if (!surrogate.test(text)) return found
  for (let index = 1; index < text.length; index++) {
    if (isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1))) found.push(index)
  }
  return found
}

function assertInRange(offset: number, length: number, unit: string): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new OffsetError(`Offset ${offset} is outside the text of ${length} ${unit}`)
  }
}

/**
 * Builds the offset map of a text. Costs one pass over the text and memory for its surrogate pairs
 * only; each conversion is a binary search over the pairs.
 * @param text - The article's text; it must not change afterwards.
 */
export function createOffsetMap(text: string): OffsetMap {
  const pairs = lowHalves(text)
  const utf16Length = text.length
  const codePointLength = utf16Length - pairs.length

  /** The number of leading pairs for which `isBefore(lowHalf, rank)` holds. */
  const countPairs = (isBefore: (lowHalf: number, rank: number) => boolean): number => {
    let from = 0
    let to = pairs.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (isBefore(pairs[middle] ?? 0, middle)) from = middle + 1
      else to = middle
    }
    return from
  }

  return {
    utf16Length,
    codePointLength,
    toCodePoints(utf16) {
      assertInRange(utf16, utf16Length, 'UTF-16 code units')
      if (splitsSurrogatePair(text, utf16)) {
        throw new OffsetError(`Offset ${utf16} splits a surrogate pair`)
      }
      return utf16 - countPairs((lowHalf) => lowHalf < utf16)
    },
    toUtf16(codePoints) {
      assertInRange(codePoints, codePointLength, 'code points')
      // The pair of rank k ends at code point lowHalf - k, so it precedes every later offset.
      return codePoints + countPairs((lowHalf, rank) => lowHalf - rank <= codePoints)
    },
  }
}
