import type { TextDirection } from '../../core/article/direction.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { Block } from './block.ts'
import type { TextGauge } from './text-gauge.ts'

/**
 * Paragraphs above this many UTF-16 code units are cut. So many are a few screens: all of them can
 * be drawn at once, and few articles have a paragraph that is longer.
 */
const LONGEST_BLOCK = 6000

interface ParagraphsToCut {
  readonly paragraphs: readonly TextRange[]
  directionOf(paragraph: TextRange): TextDirection
}

/** The blocks of a text in order: its paragraphs, the very long ones in pieces. */
export function cutIntoBlocks(
  text: string,
  content: ParagraphsToCut,
  gauge: TextGauge,
): readonly Block[] {
  return content.paragraphs.flatMap((range, paragraph): readonly Block[] => {
    const { start, end } = range
    if (end - start <= LONGEST_BLOCK) {
      return [{ start, end, paragraph, isFirst: true, isLast: true }]
    }
    return gauge.cut(text, range, content.directionOf(range)).map((piece) => ({
      ...piece,
      paragraph,
      isFirst: piece.start === start,
      isLast: piece.end === end,
    }))
  })
}
