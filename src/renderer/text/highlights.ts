import type { TextRange } from '../../core/text/range.ts'
import type { DomOffsets } from './dom-offsets.ts'

/** What is painted over the text without touching it; the styles are in reader.css. */
export type HighlightName =
  'rubric-cursor' | 'rubric-pointed' | 'rubric-hit' | 'rubric-current-hit' | 'rubric-place'

/**
 * Paints ranges of text of one kind. Only the part in the document is painted: the rest is given
 * again when it comes there.
 */
export class TextHighlight {
  readonly #highlight = new Highlight()
  readonly #name: HighlightName

  constructor(name: HighlightName, priority = 0) {
    this.#name = name
    this.#highlight.priority = priority
  }

  connect(): void {
    CSS.highlights.set(this.#name, this.#highlight)
  }

  disconnect(): void {
    CSS.highlights.delete(this.#name)
  }

  /** @param ranges - In the order of the text. */
  paint(ranges: readonly TextRange[], offsets: DomOffsets, drawn: TextRange): void {
    if (ranges.length > 0 || this.#highlight.size > 0) this.#highlight.clear()
    for (const range of ranges) {
      const start = Math.max(range.start, drawn.start)
      const end = Math.min(range.end, drawn.end)
      if (start < end) this.#highlight.add(offsets.toDomRange({ start, end }))
    }
  }
}
