import { graphemeBoundaries, widenToBoundaries, type BoundaryTest } from './graphemes.ts'
import { trimWhiteSpace, type TextRange } from './range.ts'
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
 * Titles, which go before a name: a sentence does not end after them. Only such as newspapers print
 * and which do not end sentences themselves.
 */
const title =
  /(?<!\p{L})(?:Adm|Capt|Cmdr|Col|Dr|Fr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Pres|Prof|Rep|Rev|Sen|Sgt|St|vs)\.$/u

/** "J. Smith", "U.S. President": after a single capital a name follows more often than a sentence. */
const initial = /(?<![\p{L}\p{N}])\p{Lu}\.$/u

/** These go before a number ("Feb. 27", "No. 4"), and otherwise may well end a sentence. */
const beforeNumber =
  /(?<!\p{L})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Art|Fig|Sec|Vol|pp?)\.$/u

/** Far longer than any abbreviation, so that looking for one costs the same in any sentence. */
const longestAbbreviation = 12

/**
 * Anything but white space, controls and punctuation; and of the punctuation those signs that
 * Unicode files there although they stand for a word.
 */
const visibleSign = /[^\p{White_Space}\p{P}\p{Cc}\p{Cf}]|[%‰‱٪&@#§†]/u

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u

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

function endsInAbbreviation(sentence: string, following: string): boolean {
  const tail = sentence.trimEnd().slice(-longestAbbreviation)
  return (
    title.test(tail) ||
    initial.test(tail) ||
    (beforeNumber.test(tail) && /^\s*\p{N}/u.test(following))
  )
}

/**
 * Builds a segmenter over `Intl.Segmenter`.
 * @param locale - Fixed by default, and not the machine's own, so that the same text has the same
 * words on every desk. It only tips rare cases; words of all scripts are found with any locale.
 * @see Unicode Standard Annex 29, "Unicode Text Segmentation"
 */
export function createSegmenter(locale = 'en'): TextSegmenter {
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })

  /** Words and what lies between them, without white space. */
  function piecesOf(text: string, paragraph: TextRange): readonly WindowedSegment[] {
    const isBoundary = graphemeBoundaries(text, paragraph)
    const pieces = joinAtClusters(segmentsOf(words, text, paragraph), isBoundary)
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
      for (const { start, end } of segmentsOf(sentences, text, paragraph)) {
        const isLast = end === paragraph.end
        const following = text.slice(end, end + 2)
        if (!isLast && !isBoundary(end)) continue
        if (!isLast && endsInAbbreviation(text.slice(start, end), following)) continue
        const visible = trimWhiteSpace(text, { start: from, end })
        if (visible) found.push(widenToBoundaries(visible, isBoundary))
        from = end
      }
      return found
    },
  }
}
