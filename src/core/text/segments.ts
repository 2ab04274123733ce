import { graphemeBoundaries, widenToBoundaries, type BoundaryTest } from './graphemes.ts'
import { trimWhiteSpace, type TextRange } from './range.ts'
import { continuesAfter, settledEnd } from './sentence-ends.ts'
import { segmentsOf, type WindowedSegment } from './windowed-segments.ts'

/**
 * Cuts a paragraph into the things that a person reads, points at and steps through.
 *
 * Every method takes the article's text and the range of one paragraph in it, and returns ranges of
 * that same text: UTF-16 code units, ascending, disjoint, none empty, none splitting a grapheme
 * cluster, none beginning or ending with white space.
 */
export interface TextSegmenter {
  /** Words and numbers; no punctuation, no symbols. */
  wordsOf(text: string, paragraph: TextRange): readonly TextRange[]
  /**
   * Words and numbers, and everything else that can be meant by itself: each emoji, and each run of
   * other symbols ("€", "%"). These are the stops of the keyboard cursor.
   */
  unitsOf(text: string, paragraph: TextRange): readonly TextRange[]
  /** Sentences with their closing punctuation. */
  sentencesOf(text: string, paragraph: TextRange): readonly TextRange[]
}

/**
 * Anything but white space, controls and punctuation; and of the punctuation those signs that
 * Unicode files there although they stand for a word.
 */
const visibleSign = /[^\p{White_Space}\p{P}\p{Cc}\p{Cf}]|[%‰‱٪؉؊％&＆@＠#＃§†‡※]/u

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u

/** A digit or sign made an emoji ("1️⃣"); the word rules take it for a digit like any other. */
const keycap = /[0-9#*]\uFE0F?\u20E3/gu

/** Joins neighbours that the word rules cut apart inside a grapheme cluster. */
function joinAtClusters(
  pieces: Iterable<WindowedSegment>,
  isBoundary: BoundaryTest,
): readonly WindowedSegment[] {
  const joined: WindowedSegment[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last === undefined || isBoundary(piece.start)) joined.push(piece)
    else {
      const isWordLike = last.isWordLike || piece.isWordLike
      joined[joined.length - 1] = { start: last.start, end: piece.end, isWordLike }
    }
  }
  return joined
}

/** Cuts keycaps out of what the word rules take for one word with them. */
function keycapsApart(
  text: string,
  piece: WindowedSegment,
  isBoundary: BoundaryTest,
): readonly WindowedSegment[] {
  const caps = [...text.slice(piece.start, piece.end).matchAll(keycap)]
    .map((match) => ({
      at: piece.start + match.index,
      until: piece.start + match.index + match[0].length,
    }))
    .filter(({ at, until }) => isBoundary(at) && isBoundary(until))
  const parts: WindowedSegment[] = []
  let from = piece.start
  for (const { at, until } of caps) {
    parts.push({ start: from, end: at, isWordLike: piece.isWordLike })
    parts.push({ start: at, end: until, isWordLike: false })
    from = until
  }
  parts.push({ start: from, end: piece.end, isWordLike: piece.isWordLike })
  return parts.filter(({ start, end }) => start < end)
}

/** They keep nothing of a text, so that one does for all texts in a language. */
const segmenters = new Map<string, TextSegmenter>()

/**
 * A segmenter over `Intl.Segmenter`, the same for the same language.
 * @param locale - The language of the text, as a BCP 47 tag. It tips rare cases, such as the Greek
 * question mark; words of all scripts are found with any locale. An unknown language counts as the
 * default, and never as the machine's own, so that the same text has the same words on every desk.
 * @see Unicode Standard Annex 29, "Unicode Text Segmentation"
 */
export function createSegmenter(locale = 'en'): TextSegmenter {
  const segmenter = segmenters.get(locale) ?? buildSegmenter(locale)
  segmenters.set(locale, segmenter)
  return segmenter
}

function buildSegmenter(locale: string): TextSegmenter {
  const words = new Intl.Segmenter([locale, 'en'], { granularity: 'word' })
  const sentences = new Intl.Segmenter([locale, 'en'], { granularity: 'sentence' })

  /** Words and what lies between them, without white space. */
  function piecesOf(text: string, paragraph: TextRange): readonly WindowedSegment[] {
    const isBoundary = graphemeBoundaries(text, paragraph)
    const joined = joinAtClusters(segmentsOf(words, text, paragraph), isBoundary)
    const hasKeycaps = text.slice(paragraph.start, paragraph.end).includes('\u20E3')
    const pieces = hasKeycaps
      ? joined.flatMap((piece) => keycapsApart(text, piece, isBoundary))
      : joined
    return pieces.flatMap(({ isWordLike, ...range }) => {
      const visible = trimWhiteSpace(text, range)
      return visible ? [{ ...widenToBoundaries(visible, isBoundary), isWordLike }] : []
    })
  }

  return {
    wordsOf: (text, paragraph) =>
      piecesOf(text, paragraph)
        .filter(({ isWordLike }) => isWordLike)
        .map(({ start, end }) => ({ start, end })),

    unitsOf(text, paragraph) {
      const units: TextRange[] = []
      let openRunEnd = -1
      for (const { start, end, isWordLike } of piecesOf(text, paragraph)) {
        const content = text.slice(start, end)
        if (!isWordLike && !visibleSign.test(content)) continue
        const joinsRuns = !isWordLike && !emoji.test(content)
        const last = units.at(-1)
        if (joinsRuns && last && openRunEnd === start) {
          units[units.length - 1] = { start: last.start, end }
        } else units.push({ start, end })
        openRunEnd = joinsRuns ? end : -1
      }
      return units
    },

    sentencesOf(text, paragraph) {
      const isBoundary = graphemeBoundaries(text, paragraph)
      const found: TextRange[] = []
      let from = paragraph.start
      for (const segment of segmentsOf(sentences, text, paragraph)) {
        const isLast = segment.end === paragraph.end
        const end = isLast ? segment.end : Math.min(settledEnd(text, segment.end), paragraph.end)
        if (!isLast && (end <= from || !isBoundary(end) || continuesAfter(text, end))) continue
        const visible = trimWhiteSpace(text, { start: from, end })
        if (visible) found.push(widenToBoundaries(visible, isBoundary))
        from = end
      }
      return found
    },
  }
}
