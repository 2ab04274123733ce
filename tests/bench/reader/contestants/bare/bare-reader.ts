import type { BenchDocument, BenchRange, BenchSpan } from '../../documents/document.ts'
import type { Contestant } from '../../pages/contestant.ts'
import { serve } from '../../pages/host.ts'
import { blocksOf } from './blocks.ts'
import { SpanStore } from './span-store.ts'
import { VirtualList, type BlockPainter, type ShownBlock } from './virtual-list.ts'
import './bare.css'

/** Draws spans in blocks, and a single span that comes or goes. */
export interface SpanPainter extends BlockPainter {
  add(block: ShownBlock, span: BenchSpan): void
  remove(block: ShownBlock, span: BenchSpan): void
}

/**
 * Bare metal: the least that shows a text with its spans and can change them. Plain paragraphs in a
 * virtual list, spans in a sorted array, and one of three ways to draw those in sight. No cursor, no
 * undo, no saving, no list of spans, nothing for screen readers: what a reader costs beyond it is
 * what these cost.
 */
class BareReader implements Contestant {
  readonly root = '#contestant'
  readonly scroller = '#scroller'
  readonly #createPainter: (spans: SpanStore) => SpanPainter
  #spans = new SpanStore([])
  #painter: SpanPainter | undefined
  #list: VirtualList | undefined

  constructor(createPainter: (spans: SpanStore) => SpanPainter) {
    this.#createPainter = createPainter
  }

  open({ text, spans }: BenchDocument): void {
    this.#list?.close()
    const column = document.querySelector<HTMLElement>(this.root)
    if (column === null) throw new Error('The page has no column')
    this.#spans = new SpanStore(spans)
    this.#painter = this.#createPainter(this.#spans)
    this.#list = new VirtualList(column, text, blocksOf(text), this.#painter)
  }

  /** Opening draws at once. */
  isDrawn(): boolean {
    return this.#list !== undefined
  }

  count(): number {
    return this.#spans.count
  }

  endOf(id: string): number | undefined {
    return this.#spans.get(id)?.end
  }

  add(span: BenchSpan): void {
    this.#spans.add(span)
    for (const block of this.#list?.shownIn(span) ?? []) this.#painter?.add(block, span)
  }

  remove(id: string): void {
    const span = this.#spans.remove(id)
    if (span === undefined) return
    for (const block of this.#list?.shownIn(span) ?? []) this.#painter?.remove(block, span)
  }

  move(id: string, { start, end }: BenchRange): void {
    const span = this.#spans.get(id)
    if (span === undefined) return
    this.remove(id)
    this.add({ ...span, start, end })
  }

  jump(last: BenchSpan): void {
    this.#list?.scrollTo(last.end)
  }
}

/** Puts a bare reader on the page that draws spans in a certain way. */
export function serveBare(createPainter: (spans: SpanStore) => SpanPainter): void {
  serve(new BareReader(createPainter))
}

/** A span's part within a block, in offsets of the block's text. */
export function partOf({ range }: ShownBlock, { start, end }: BenchRange): BenchRange {
  const length = range.end - range.start
  return { start: Math.max(0, start - range.start), end: Math.min(length, end - range.start) }
}

/** The DOM range of a span's part within a block whose text is one node. */
export function domRangeOf(block: ShownBlock, span: BenchRange): Range {
  const { start, end } = partOf(block, span)
  const text = block.element.firstChild
  if (text === null) throw new Error('A block without text')
  const range = document.createRange()
  range.setStart(text, start)
  range.setEnd(text, end)
  return range
}
