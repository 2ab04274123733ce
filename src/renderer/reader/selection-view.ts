import type { TextRange } from '../../core/text/range.ts'
import { activeField } from '../state/active-field.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { TextHighlight } from '../text/highlights.ts'
import { reveal } from '../text/reveal.ts'
import type { TextSurface } from '../text/text-surface.ts'

/** Of a long span its beginning is brought into sight, in UTF-16 code units. */
const REVEALED = 200

/**
 * What is selected, as the window shows it: painted, brought into sight, and as the document's own
 * selection too, so that copying and assistive programs know of it.
 */
export class SelectionView {
  readonly #surface: TextSurface
  readonly #scroller: HTMLElement
  readonly #cursor = new TextHighlight('rubric-cursor', 1)
  readonly #pointed = new TextHighlight('rubric-pointed')
  #session: ArticleSession | null = null
  #shown: TextRange | null = null
  #shownSpan: string | null = null
  #preview: TextRange | null = null
  /** What the document's selection was given, in offsets of the text; undefined for nothing. */
  #known: TextRange | undefined

  constructor(surface: TextSurface, scroller: HTMLElement) {
    this.#surface = surface
    this.#scroller = scroller
    this.#cursor.connect()
    this.#pointed.connect()
  }

  /** Text that was selected by other means than the pointer or the cursor, as assistive programs do. */
  get fresh(): TextRange | undefined {
    const range = this.#surface.offsets.rangeOf(document.getSelection())
    const isKnown = range?.start === this.#known?.start && range?.end === this.#known?.end
    return isKnown ? undefined : range
  }

  /** Shows bounds that are not applied yet; null shows what is. */
  preview(range: TextRange | null): void {
    this.#preview = range
    this.paint()
  }

  /** Takes a selection as shown, so that the window does not go there. */
  keepStill(range: TextRange | null): void {
    this.#shown = range
  }

  /**
   * Follows the session.
   * @param focus - The part of a selection by keyboard that moves, which is brought into sight.
   */
  show(session: ArticleSession, focus: TextRange | undefined): void {
    const range = session.selection.get()
    const spanId = session.selectedId.get()
    const isNew = range !== this.#shown || spanId !== this.#shownSpan
    const isOther = session !== this.#session
    const before = spanId !== null && spanId === this.#shownSpan ? this.#shown : null
    this.#session = session
    this.#shown = range
    this.#shownSpan = spanId
    // What the mouse selects is where the mouse is.
    if (isNew && range !== null && session.selectedVia === 'keyboard') {
      this.bringIntoSight(partToReveal(range, before, spanId === null ? focus : undefined))
    }
    this.paint()
    if (isNew || isOther) this.#select()
  }

  /** Shows the same after other text has come into the document. */
  refresh(): void {
    this.paint()
    // What has left the document has taken that end of the document's selection along.
    if (this.#known !== undefined) this.#select()
  }

  paint(): void {
    const session = this.#session
    const { offsets, drawnRange } = this.#surface
    const isPlain = this.#shownSpan === null
    const range = this.#preview ?? (isPlain ? (session?.selection.get() ?? null) : null)
    this.#cursor.paint(range ? [range] : [], offsets, drawnRange)
    const pointed = session?.pointedSpan.get()
    this.#pointed.paint(pointed ? [pointed] : [], offsets, drawnRange)
  }

  dispose(): void {
    this.#cursor.disconnect()
    this.#pointed.disconnect()
  }

  /** Scrolls so that a range is in sight. */
  bringIntoSight(range: TextRange): void {
    this.#surface.bringIn(range.start)
    reveal(this.#scroller, this.#surface.offsets.toDomRange(range))
    this.#surface.sync()
  }

  /**
   * Gives the document's selection what is selected of the text that is in the document. It is not
   * asked what it is by then, for that costs a layout.
   */
  #select(): void {
    if (activeField() !== null) return
    const { offsets, drawnRange } = this.#surface
    const range = this.#shown
    const isDrawn = range !== null && range.end > drawnRange.start && range.start < drawnRange.end
    const wasKnown = this.#known !== undefined
    this.#known = undefined
    if (!isDrawn) {
      if (wasKnown) document.getSelection()?.removeAllRanges()
      return
    }
    const start = Math.max(range.start, drawnRange.start)
    const end = Math.min(range.end, drawnRange.end)
    const drawn = offsets.toDomRange({ start, end })
    const { startContainer, startOffset, endContainer, endOffset } = drawn
    const selection = document.getSelection()
    // The ring of a selected span says enough; the document's selection would hide its tint.
    if (this.#shownSpan !== null) selection?.collapse(startContainer, startOffset)
    else {
      selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
      this.#known = { start, end }
    }
  }
}

/** The part of a selection that a person looks at: of a long span its beginning, or the moved end. */
function partToReveal(
  range: TextRange,
  before: TextRange | null,
  focus: TextRange | undefined,
): TextRange {
  if (focus) return focus
  const { start, end } = range
  const isEndMoved = before !== null && before.start === start && before.end !== end
  if (isEndMoved) return { start: Math.max(start, end - REVEALED), end }
  return { start, end: Math.min(end, start + REVEALED) }
}
