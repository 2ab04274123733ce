import type { ReadingSettings } from '../../contract/models.ts'
import type { TextDirection } from '../../core/article/direction.ts'
import { changedRange } from '../../core/annotation/span-index.ts'
import type { TextRange } from '../../core/text/range.ts'
import { BlockLayout, type MeasuredHeight } from './block-layout.ts'
import { cutIntoBlocks } from './cut-into-blocks.ts'
import { DomOffsets } from './dom-offsets.ts'
import { drawBlock, drawRow, setExtraLanes, shapeRow, type Drawing } from './draw-block.ts'
import type { TextGauge } from './text-gauge.ts'
import { heightGuess } from './typography.ts'

/** How far beyond the window text is drawn, in CSS pixels: a scroll step seldom goes further. */
const OVERSCAN = 500

/** UTF-16 code units that can be measured between two frames, and the time for them. */
const IDLE_CHARACTERS = 4000
const IDLE_MILLISECONDS = 6

/** Blocks that turn out shorter than they were thought may bring others into sight, again and again. */
const MOST_ATTEMPTS = 4

/** An article as it is set: what changes only with the article or with the way of setting it. */
export interface SurfaceText {
  readonly paragraphs: readonly TextRange[]
  /** Index of the paragraph that is the title; -1 for none. */
  readonly title: number
  /** The direction that all paragraphs were given; null when each has its own. */
  readonly direction: TextDirection | null
  directionOf(paragraph: TextRange): TextDirection
  readonly reading: Pick<ReadingSettings, 'width' | 'font' | 'size' | 'lineHeight'>
}

export interface SurfaceParts {
  readonly scroller: HTMLElement
  /** Holds the blocks in sight, and space for all others. */
  readonly root: HTMLElement
  readonly gauge: TextGauge
  /** Called after other blocks have come into the document. */
  readonly onDraw: () => void
  /** Called after blocks turned out to have other heights than they were thought to. */
  readonly onMeasure: () => void
}

/**
 * The text in the window: only the blocks in and near the sight are in the document, at the place
 * where they would be if all were. Heights are estimated first and measured when a block is drawn or
 * nothing else is to be done; what is in sight never moves by it.
 */
export class TextSurface {
  readonly offsets: DomOffsets
  readonly #parts: SurfaceParts
  #content: SurfaceText | null = null
  #drawing: Drawing | null = null
  #layout = new BlockLayout([], () => 0)
  /** The blocks in the document, and the index of the first. */
  #rows: readonly HTMLElement[] = []
  #first = 0
  /** Of the column of text, and of the window on it; asking for them can cost a whole layout. */
  #width = 0
  #height = 0
  /** What at least stands above the text in its column; the same. */
  #above = Infinity
  #idle = 0

  constructor(parts: SurfaceParts) {
    this.#parts = parts
    this.#width = parts.gauge.width
    this.#height = parts.scroller.clientHeight
    this.offsets = new DomOffsets(parts.root)
  }

  get layout(): BlockLayout {
    return this.#layout
  }

  /** The text whose blocks are in the document. */
  get drawnRange(): TextRange {
    const { blocks } = this.#layout
    const start = blocks[this.#first]?.start ?? 0
    return { start, end: blocks[this.#first + this.#rows.length - 1]?.end ?? start }
  }

  /** The elements of the blocks in the document, in order. */
  get rows(): readonly HTMLElement[] {
    return this.#rows
  }

  /** The element of the block at an offset, if it is in the document. */
  rowAt(offset: number): HTMLElement | undefined {
    return this.#rows[this.#layout.indexOf(offset) - this.#first]
  }

  /** Shows an article; of what is shown already only what has changed is drawn. */
  show(content: SurfaceText, drawing: Drawing): void {
    const before = this.#content
    this.#content = content
    if (before && isSetAlike(before, content)) this.#update(drawing)
    else this.#set(content, drawing, this.#drawing?.text === drawing.text)
  }

  /** Lays the text out anew when the column has another width. */
  resize(): void {
    const { width } = this.#parts.gauge
    const isWider = width !== this.#width
    this.#width = width
    this.#height = this.#parts.scroller.clientHeight
    if (isWider && this.#content && this.#drawing) this.#set(this.#content, this.#drawing, true)
    else this.sync()
  }

  /** Scrolls so that a place in the text, in UTF-16 code units, is drawn, if it is not. */
  bringIn(offset: number): void {
    const { start, end } = this.drawnRange
    if (offset >= start && offset < end) return
    this.#scrollTo(this.#layout.distanceOf(offset) - this.#height / 3)
  }

  /** Scrolls to a fraction of the article, which then stands in the middle of the window. */
  scrollToFraction(fraction: number): void {
    this.#scrollTo(fraction * this.#layout.total - this.#height / 2)
  }

  /** Brings the document in line with what the scroller shows. */
  sync(): void {
    if (this.#layout.blocks.length === 0) return
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const top = this.#distance()
      const first = this.#layout.indexAt(top - OVERSCAN)
      const last = this.#layout.indexAt(top + this.#height + OVERSCAN)
      const isThere = first === this.#first && last === first + this.#rows.length - 1
      if (!isThere) this.#place(first, last)
      if (!this.#measureRows()) return
    }
  }

  dispose(): void {
    cancelIdleCallback(this.#idle)
  }

  /** @param stays - Whether the text is the one that is shown already, and its place stays. */
  #set(content: SurfaceText, drawing: Drawing, stays: boolean): void {
    const { gauge, root, scroller } = this.#parts
    const distance = stays ? this.#distance() : 0
    const place = distance > 0 ? this.#layout.placeAt(distance) : null
    this.#drawing = drawing
    const guess = heightGuess(drawing.text, content.reading, this.#width)
    this.#layout = new BlockLayout(cutIntoBlocks(drawing.text, content, gauge), ({ start, end }) =>
      guess(end - start),
    )
    this.#rows = []
    this.#first = 0
    root.replaceChildren()
    if (place) {
      this.#pad()
      this.#scrollTo(this.#layout.distanceTo(place))
    } else {
      // What is in sight first; what lies around it, and what is only heard, comes when that is painted.
      root.classList.remove('told')
      const above = Number.isFinite(this.#above) ? this.#above : 0
      this.#place(0, this.#layout.indexAt(this.#height - above))
      // Last, for it makes the browser lay out all that has changed.
      if (!stays) scroller.scrollTop = 0
      requestAnimationFrame(() => requestAnimationFrame(() => this.#complete()))
    }
    this.#measureWhenIdle()
  }

  #complete(): void {
    const { root } = this.#parts
    this.#above = Math.min(this.#above, root.offsetTop)
    root.classList.add('told')
    this.sync()
  }

  /** Draws anew what a change of the marks touches. */
  #update(drawing: Drawing): void {
    const before = this.#drawing
    this.#drawing = drawing
    if (before === null) return
    const touched: TextRange[] = []
    if (before.labels !== drawing.labels) touched.push({ start: 0, end: drawing.text.length })
    if (before.index !== drawing.index) {
      const changed = changedRange(before.index.spans, drawing.index.spans)
      if (changed) touched.push(before.index.reachOf(changed), drawing.index.reachOf(changed))
    }
    if (before.selectedId !== drawing.selectedId) {
      const ids = new Set([before.selectedId, drawing.selectedId])
      // Looked for among those in sight: what is out of sight is drawn when it comes.
      const seen = drawing.index.overlapping(this.drawnRange)
      touched.push(...seen.filter(({ id }) => ids.has(id)))
    }
    if (touched.length > 0) this.#redraw(touched, drawing)
  }

  #redraw(touched: readonly TextRange[], drawing: Drawing): void {
    const indices = new Set<number>()
    for (const range of touched) {
      const [first, last] = this.#layout.indicesOf(range)
      for (let index = first; index <= last; index++) indices.add(index)
    }
    let isResized = false
    for (const index of indices) {
      const block = this.#layout.blocks[index]
      const row = this.#rows[index - this.#first]
      if (block === undefined || row === undefined) {
        this.#layout.forget(index)
        continue
      }
      row.replaceChildren(drawBlock(block, drawing))
      if (!setExtraLanes(row, block, drawing)) continue
      this.#layout.forget(index)
      isResized = true
    }
    // Heights are asked for only where they can have changed, for that costs a whole layout.
    if (isResized) this.sync()
    this.#parts.onDraw()
    this.#measureWhenIdle()
  }

  /** Puts exactly these blocks into the document, and keeps the elements that are there. */
  #place(first: number, last: number): void {
    const { root, onDraw } = this.#parts
    const rows: HTMLElement[] = []
    for (let index = first; index <= last; index++) {
      const row = this.#rows[index - this.#first] ?? this.#draw(index, drawRow)
      if (row) rows.push(row)
    }
    const kept = new Set(rows)
    for (const row of this.#rows) if (!kept.has(row)) row.remove()
    let next = root.firstChild
    for (const row of rows) {
      if (row === next) next = row.nextSibling
      else root.insertBefore(row, next)
    }
    this.#first = first
    this.#rows = rows
    this.#pad()
    onDraw()
  }

  #draw(index: number, how: typeof drawRow): HTMLElement | undefined {
    const block = this.#layout.blocks[index]
    const paragraph = this.#content?.paragraphs[block?.paragraph ?? -1]
    if (!block || !paragraph || !this.#content || !this.#drawing) return undefined
    return how(block, this.#drawing, {
      isTitle: block.paragraph === this.#content.title,
      direction: this.#content.directionOf(paragraph),
    })
  }

  /** Gives the blocks that are not in the document their space. */
  #pad(): void {
    const { style } = this.#parts.root
    const below = this.#layout.total - this.#layout.topOf(this.#first + this.#rows.length)
    style.paddingTop = `${this.#layout.topOf(this.#first)}px`
    style.paddingBottom = `${below}px`
  }

  /** How far the top of the text lies above the top of the window, in CSS pixels. */
  #distance(): number {
    return this.#parts.scroller.scrollTop - this.#parts.root.offsetTop
  }

  #scrollTo(distance: number): void {
    const { scroller, root } = this.#parts
    scroller.scrollTop = root.offsetTop + distance
    this.sync()
  }

  /** @returns Whether a block turned out to have another height than it was thought to. */
  #measureRows(): boolean {
    const found: MeasuredHeight[] = []
    for (const [at, row] of this.#rows.entries()) {
      const index = this.#first + at
      if (this.#layout.isMeasured(index)) continue
      found.push([index, row.getBoundingClientRect().height])
    }
    return this.#adopt(found)
  }

  /** Takes over measured heights; what is in sight stays where it is. */
  #adopt(measured: readonly MeasuredHeight[]): boolean {
    const anchor = this.#layout.indexAt(this.#distance())
    const before = this.#layout.topOf(anchor)
    if (!this.#layout.adopt(measured)) return false
    this.#pad()
    const moved = this.#layout.topOf(anchor) - before
    if (Math.abs(moved) >= 0.5) this.#parts.scroller.scrollTop += moved
    this.#parts.onMeasure()
    return true
  }

  /** Measures the blocks out of sight too, so that the scroll bar tells the truth. */
  #measureWhenIdle(): void {
    cancelIdleCallback(this.#idle)
    const { length } = this.#layout.blocks
    let next = 0
    const work = (deadline: IdleDeadline): void => {
      while (next < length && deadline.timeRemaining() > IDLE_MILLISECONDS) {
        next = this.#measureFrom(next)
      }
      if (next < length) this.#idle = requestIdleCallback(work)
    }
    this.#idle = requestIdleCallback(work)
  }

  /** @returns The first block that it did not look at. */
  #measureFrom(from: number): number {
    const { blocks } = this.#layout
    const shapes = new Map<number, HTMLElement>()
    let characters = 0
    let index = from
    for (; index < blocks.length && characters < IDLE_CHARACTERS; index++) {
      if (this.#layout.isMeasured(index)) continue
      const shape = this.#draw(index, shapeRow)
      if (shape) shapes.set(index, shape)
      characters += shape?.textContent.length ?? 0
    }
    if (shapes.size === 0) return index
    const heights = this.#parts.gauge.heightsOf([...shapes.values()])
    const found = [...shapes.keys()].map((at, which): MeasuredHeight => [at, heights[which] ?? 0])
    if (this.#adopt(found)) this.sync()
    return index
  }
}

function isSetAlike(a: SurfaceText, b: SurfaceText): boolean {
  const keys = ['width', 'font', 'size', 'lineHeight'] as const
  return (
    a.paragraphs === b.paragraphs &&
    a.title === b.title &&
    a.direction === b.direction &&
    keys.every((key) => a.reading[key] === b.reading[key])
  )
}
