import { isGraphemeBoundary, widenToBoundaries } from './graphemes.ts'
import { unitAt, type TextOutline } from './movement.ts'
import { trimWhiteSpace, type TextRange } from './range.ts'

/**
 * The smallest range of whole grapheme clusters that contains a selection. This is all that happens
 * to a selection made with Alt held: it keeps its white space and its parts of words.
 * @param range - In UTF-16 code units.
 * @returns The same bounds wherever they split neither a cluster nor a surrogate pair.
 */
export function widenToGraphemes(text: string, range: TextRange): TextRange {
  return widenToBoundaries(range, (offset) => isGraphemeBoundary(text, offset))
}

/**
 * The range that a person means by a selection: without white space at its ends, and with every
 * word or symbol whole of which a part was selected. Punctuation stays if it was selected, as with
 * the quotation marks around a claim, and is never added.
 *
 * Snapping what has been snapped changes nothing.
 * @param range - In UTF-16 code units; it may cross paragraphs.
 * @returns Undefined when nothing but white space was selected.
 */
export function snapToWords(outline: TextOutline, range: TextRange): TextRange | undefined {
  const { text } = outline
  const visible = trimWhiteSpace(text, range)
  if (!visible) return undefined
  const first = unitAt(outline, visible.start)
  const last = unitAt(outline, visible.end - 1)
  return widenToGraphemes(text, {
    start:
      first && first.end > visible.start ? Math.min(first.start, visible.start) : visible.start,
    end: last && last.start < visible.end ? Math.max(last.end, visible.end) : visible.end,
  })
}
