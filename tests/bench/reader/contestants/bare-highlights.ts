import { LABELS, type BenchLabel, type BenchSpan } from '../documents/document.ts'
import { domRangeOf, serveBare, type SpanPainter } from './bare/bare-reader.ts'
import { LABEL_CLASS } from './bare/label-class.ts'
import type { SpanStore } from './bare/span-store.ts'
import type { ShownBlock } from './bare/virtual-list.ts'

interface DrawnRange {
  readonly label: BenchLabel
  readonly range: Range
}

/** One highlight a label, holding ranges in the text that is in sight. The elements never change. */
class HighlightPainter implements SpanPainter {
  readonly #spans: SpanStore
  readonly #highlights = new Map<BenchLabel, Highlight>()
  readonly #drawn = new Map<ShownBlock, Map<string, DrawnRange>>()

  constructor(spans: SpanStore) {
    this.#spans = spans
    for (const label of LABELS) {
      const highlight = new Highlight()
      this.#highlights.set(label, highlight)
      CSS.highlights.set(LABEL_CLASS[label], highlight)
    }
  }

  draw(blocks: readonly ShownBlock[]): void {
    for (const block of blocks) {
      this.#drawn.set(block, new Map())
      for (const span of this.#spans.within(block.range)) this.add(block, span)
    }
  }

  drop(block: ShownBlock): void {
    for (const { label, range } of this.#drawn.get(block)?.values() ?? []) {
      this.#highlights.get(label)?.delete(range)
    }
    this.#drawn.delete(block)
  }

  add(block: ShownBlock, span: BenchSpan): void {
    const range = domRangeOf(block, span)
    this.#highlights.get(span.label)?.add(range)
    this.#drawn.get(block)?.set(span.id, { label: span.label, range })
  }

  remove(block: ShownBlock, { id }: BenchSpan): void {
    const drawn = this.#drawn.get(block)?.get(id)
    if (drawn === undefined) return
    this.#highlights.get(drawn.label)?.delete(drawn.range)
    this.#drawn.get(block)?.delete(id)
  }
}

serveBare((spans) => new HighlightPainter(spans))
