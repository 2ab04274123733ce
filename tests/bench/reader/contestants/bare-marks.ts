import { partOf, serveBare, type SpanPainter } from './bare/bare-reader.ts'
import { LABEL_CLASS } from './bare/label-class.ts'
import type { SpanStore } from './bare/span-store.ts'
import type { ShownBlock } from './bare/virtual-list.ts'

/** Cuts a block's text wherever a span begins or ends, into marks and plain text. */
class MarkPainter implements SpanPainter {
  readonly #spans: SpanStore

  constructor(spans: SpanStore) {
    this.#spans = spans
  }

  draw(blocks: readonly ShownBlock[]): void {
    for (const block of blocks) block.element.replaceChildren(...this.#pieces(block))
  }

  add(block: ShownBlock): void {
    this.draw([block])
  }

  remove(block: ShownBlock): void {
    this.draw([block])
  }

  #pieces(block: ShownBlock): readonly (string | HTMLElement)[] {
    const text = block.element.textContent ?? ''
    const parts = this.#spans
      .within(block.range)
      .map((span) => ({ ...partOf(block, span), className: LABEL_CLASS[span.label] }))
    const bounds = new Set([0, text.length, ...parts.flatMap(({ start, end }) => [start, end])])
    const cuts = [...bounds].toSorted((a, b) => a - b)
    return cuts.slice(0, -1).map((start, index) => {
      const piece = text.slice(start, cuts[index + 1])
      const over = parts.filter((part) => part.start <= start && part.end > start)
      if (over.length === 0) return piece
      const mark = document.createElement('mark')
      mark.className = [...new Set(over.map(({ className }) => className))].join(' ')
      mark.textContent = piece
      return mark
    })
  }
}

serveBare((spans) => new MarkPainter(spans))
