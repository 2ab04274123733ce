import type { BenchRange } from '../../documents/document.ts'

/** A block of text that is in the document. */
export interface ShownBlock {
  readonly range: BenchRange
  readonly element: HTMLElement
}

/** Draws the spans of blocks; several at once, so that it can measure before it writes. */
export interface BlockPainter {
  /** Draws blocks that hold nothing but their text. */
  draw(blocks: readonly ShownBlock[]): void
  /** Forgets a block that leaves the document. */
  drop?(block: ShownBlock): void
}

const LINE = 31.5
const GAP = 13
/** Of the column of 640 pixels; an estimate is corrected as soon as a block is shown. */
const CHARACTERS_A_LINE = 76
/** What is drawn beyond the window, in CSS pixels. */
const MARGIN = 400

/** Blocks of text of which only those in sight are in the document, at estimated places. */
export class VirtualList {
  readonly #scroller: HTMLElement
  readonly #column: HTMLElement
  readonly #text: string
  readonly #blocks: readonly BenchRange[]
  readonly #painter: BlockPainter
  readonly #heights: Float64Array
  /** Of every block, and of the end. */
  readonly #tops: Float64Array
  readonly #shown = new Map<number, ShownBlock>()
  /** Space above the column. */
  readonly #inset: number
  readonly #onScroll = (): void => this.#render()

  constructor(
    column: HTMLElement,
    text: string,
    blocks: readonly BenchRange[],
    painter: BlockPainter,
  ) {
    this.#column = column
    this.#scroller = column.parentElement ?? column
    this.#inset = column.offsetTop
    this.#text = text
    this.#blocks = blocks
    this.#painter = painter
    this.#heights = Float64Array.from(
      blocks,
      ({ start, end }) => Math.ceil((end - start) / CHARACTERS_A_LINE) * LINE + GAP,
    )
    this.#tops = new Float64Array(blocks.length + 1)
    this.#place(0)
    this.#scroller.scrollTop = 0
    this.#scroller.addEventListener('scroll', this.#onScroll, { passive: true })
    this.#render()
  }

  /** Takes the list off the page. */
  close(): void {
    this.#scroller.removeEventListener('scroll', this.#onScroll)
    for (const index of this.#shown.keys()) this.#hide(index)
  }

  /** The blocks in the document that hold any of a range. */
  shownIn({ start, end }: BenchRange): readonly ShownBlock[] {
    return [...this.#shown.values()].filter(({ range }) => range.start < end && range.end > start)
  }

  /** Brings an offset into the window. */
  scrollTo(offset: number): void {
    const found = this.#blocks.findLastIndex(({ start }) => start <= offset)
    // The blocks before it may turn out taller than estimated, which moves it: once more then.
    for (let attempt = 0; attempt < 2; attempt++) {
      const bottom = this.#inset + (this.#tops[found + 1] ?? 0)
      this.#scroller.scrollTop = bottom - this.#scroller.clientHeight
      this.#render()
    }
  }

  #render(): void {
    const { scrollTop, clientHeight } = this.#scroller
    const first = this.#indexAt(scrollTop - this.#inset - MARGIN)
    const last = this.#indexAt(scrollTop - this.#inset + clientHeight + MARGIN)
    for (const index of this.#shown.keys()) {
      if (index < first || index > last) this.#hide(index)
    }
    const fresh: number[] = []
    for (let index = first; index <= last; index++) {
      if (!this.#shown.has(index)) {
        this.#show(index)
        fresh.push(index)
      }
    }
    if (fresh.length === 0) return
    this.#measure(fresh, scrollTop)
    this.#painter.draw(fresh.flatMap((index) => this.#shown.get(index) ?? []))
  }

  #show(index: number): void {
    const range = this.#blocks[index]
    if (range === undefined) return
    const element = document.createElement('p')
    element.textContent = this.#text.slice(range.start, range.end)
    element.style.top = `${this.#tops[index]}px`
    // In order, as selecting and copying would want it.
    const next = Math.min(...[...this.#shown.keys()].filter((shown) => shown > index))
    this.#column.insertBefore(element, this.#shown.get(next)?.element ?? null)
    this.#shown.set(index, { range, element })
  }

  #hide(index: number): void {
    const block = this.#shown.get(index)
    if (block === undefined) return
    this.#painter.drop?.(block)
    block.element.remove()
    this.#shown.delete(index)
  }

  /** Takes the true heights of new blocks, and keeps what is being read where it is. */
  #measure(fresh: readonly number[], scrollTop: number): void {
    const anchor = this.#indexAt(scrollTop - this.#inset)
    const before = this.#tops[anchor] ?? 0
    let changed = Infinity
    for (const index of fresh) {
      const height = (this.#shown.get(index)?.element.offsetHeight ?? 0) + GAP
      if (height === this.#heights[index]) continue
      this.#heights[index] = height
      changed = Math.min(changed, index)
    }
    if (changed === Infinity) return
    this.#place(changed)
    for (const [index, { element }] of this.#shown) {
      if (index > changed) element.style.top = `${this.#tops[index]}px`
    }
    const moved = (this.#tops[anchor] ?? 0) - before
    if (moved !== 0) this.#scroller.scrollTop = scrollTop + moved
  }

  #place(from: number): void {
    for (let index = from; index < this.#blocks.length; index++) {
      this.#tops[index + 1] = (this.#tops[index] ?? 0) + (this.#heights[index] ?? 0)
    }
    this.#column.style.height = `${this.#tops[this.#blocks.length]}px`
  }

  /** The block at a height of the column. */
  #indexAt(y: number): number {
    let from = 0
    let to = this.#blocks.length - 1
    while (from < to) {
      const middle = (from + to + 1) >>> 1
      if ((this.#tops[middle] ?? 0) <= y) from = middle
      else to = middle - 1
    }
    return from
  }
}
