import type { BenchSpan } from '../documents/document.ts'
import { domRangeOf, serveBare, type SpanPainter } from './bare/bare-reader.ts'
import { LABEL_CLASS } from './bare/label-class.ts'
import type { SpanStore } from './bare/span-store.ts'
import type { ShownBlock } from './bare/virtual-list.ts'

/** Lays rectangles over the text; they belong to their block, and move and go with it. */
class OverlayPainter implements SpanPainter {
  readonly #spans: SpanStore
  readonly #drawn = new Map<ShownBlock, Map<string, readonly HTMLElement[]>>()

  constructor(spans: SpanStore) {
    this.#spans = spans
  }

  draw(blocks: readonly ShownBlock[]): void {
    // All is measured before anything is written, so that the text is laid out once.
    const measured = blocks.map((block) => ({
      block,
      rectangles: this.#spans
        .within(block.range)
        .map((span) => ({ span, elements: rectanglesOf(block, span) })),
    }))
    for (const { block, rectangles } of measured) {
      this.#drawn.set(block, new Map(rectangles.map(({ span, elements }) => [span.id, elements])))
      block.element.append(...rectangles.flatMap(({ elements }) => elements))
    }
  }

  drop(block: ShownBlock): void {
    this.#drawn.delete(block)
  }

  add(block: ShownBlock, span: BenchSpan): void {
    const elements = rectanglesOf(block, span)
    this.#drawn.get(block)?.set(span.id, elements)
    block.element.append(...elements)
  }

  remove(block: ShownBlock, { id }: BenchSpan): void {
    for (const element of this.#drawn.get(block)?.get(id) ?? []) element.remove()
    this.#drawn.get(block)?.delete(id)
  }
}

function rectanglesOf(block: ShownBlock, span: BenchSpan): readonly HTMLElement[] {
  const origin = block.element.getBoundingClientRect()
  return Array.from(domRangeOf(block, span).getClientRects(), ({ left, top, width, height }) => {
    const element = document.createElement('div')
    element.className = `rectangle ${LABEL_CLASS[span.label]}`
    element.style.cssText = `left: ${left - origin.left}px; top: ${top - origin.top}px; width: ${width}px; height: ${height}px`
    return element
  })
}

serveBare((spans) => new OverlayPainter(spans))
