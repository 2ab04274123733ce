import { unitAt } from '../../core/text/movement.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { mark, moveSpan, rangeMeant } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'
import { AutoScroll } from './auto-scroll.ts'
import type { DomOffsets } from '../text/dom-offsets.ts'

/** What the mouse works on: the article as it is drawn just now. */
export interface PointerTarget {
  readonly workspace: Workspace
  session(): ArticleSession | null
  readonly offsets: DomOffsets
  /** Shows bounds that are not applied yet; null shows what is. */
  preview(range: TextRange | null): void
  focus(): void
}

/** Something that the mouse does from a press to its release. */
interface Gesture {
  move(offset: number, isExact: boolean): void
  release(event: PointerEvent): void
}

/**
 * The mouse on the text: selecting, choosing a span, and pulling at a selected span's ends. The
 * browser's own selection cannot do it: what it began in leaves the document when the text scrolls.
 */
export class ReaderPointer {
  readonly #reader: PointerTarget
  readonly #autoScroll: AutoScroll
  #gesture: Gesture | null = null
  #last: PointerEvent | null = null
  /** Whether the last release marked something. */
  #hasMarked = false

  constructor(reader: PointerTarget, scroller: HTMLElement) {
    this.#reader = reader
    this.#autoScroll = new AutoScroll(scroller, () => this.#follow())
    scroller.addEventListener('pointerdown', this.#down)
    scroller.addEventListener('mousedown', this.#press)
    scroller.addEventListener('pointermove', this.#move)
    scroller.addEventListener('pointerup', this.#up)
    scroller.addEventListener('pointercancel', this.#cancel)
    scroller.addEventListener('lostpointercapture', this.#cancel)
    scroller.addEventListener('pointerover', this.#point)
    scroller.addEventListener('pointerleave', this.#point)
  }

  /** Ends what the mouse is doing without doing it. @returns Whether it was doing something. */
  cancel(): boolean {
    return this.#end() !== null
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button === 0) this.#last = event
  }

  readonly #press = (event: MouseEvent): void => {
    const session = this.#reader.session()
    const target = event.target as Element
    if (event.button !== 0 || session === null || target.closest('header')) return
    if (isOnScrollBar(event)) return
    event.preventDefault()
    this.#reader.focus()
    const handle = target.closest<HTMLElement>('.handle')
    this.#gesture = handle
      ? this.#pull(session, handle.dataset['edge'] === 'start')
      : this.#select(session, event)
    if (this.#last) (event.currentTarget as Element).setPointerCapture(this.#last.pointerId)
  }

  readonly #move = (event: PointerEvent): void => {
    if (this.#gesture === null) return
    this.#last = event
    this.#follow()
    this.#autoScroll.follow(event.clientY)
  }

  #follow(): void {
    if (this.#last === null) return
    const { clientX, clientY, altKey } = this.#last
    this.#gesture?.move(this.#reader.offsets.nearestTo(clientX, clientY), altKey)
  }

  readonly #up = (event: PointerEvent): void => {
    const gesture = this.#end()
    gesture?.release(event)
  }

  readonly #cancel = (): void => {
    this.#end()
  }

  #end(): Gesture | null {
    const gesture = this.#gesture
    if (gesture === null) return null
    this.#gesture = null
    this.#autoScroll.stop()
    this.#reader.preview(null)
    this.#reader.session()?.draft.set(null)
    return gesture
  }

  /** The span under the mouse is shown in the list too. */
  readonly #point = (event: PointerEvent): void => {
    const session = this.#reader.session()
    if (session === null || this.#gesture) return
    const isGone = event.type === 'pointerleave'
    // Text that scrolls under a resting mouse is not pointed at.
    if (!isGone && event.movementX === 0 && event.movementY === 0) return
    const target = (event.target as Element).closest<HTMLElement>('mark[data-span]')
    session.pointedId.set(isGone ? null : (target?.dataset['span'] ?? null))
  }

  #select(session: ArticleSession, press: MouseEvent): Gesture {
    const { clientX, clientY, detail, shiftKey } = press
    const { outline } = session
    const offset = this.#reader.offsets.nearestTo(clientX, clientY)
    /** What one step of the mouse takes: a place, a word, or a paragraph. */
    const takenAt = (at: number): TextRange => {
      if (detail === 2) return unitAt(outline, at) ?? { start: at, end: at }
      if (detail < 3) return { start: at, end: at }
      return outline.paragraphs[paragraphIndexAt(outline.paragraphs, at)] ?? { start: at, end: at }
    }
    const character = this.#reader.offsets.characterAt(clientX, clientY)?.start ?? offset
    const anchor = shiftKey ? anchorOf(session, offset) : takenAt(detail > 1 ? character : offset)
    let raw = join(anchor, shiftKey ? takenAt(offset) : anchor)
    const show = (isExact: boolean): void =>
      this.#reader.preview(raw.start < raw.end ? (rangeMeant(session, raw, isExact) ?? null) : null)
    if (shiftKey || detail > 1) show(press.altKey)
    return {
      move: (at, isExact) => {
        raw = join(anchor, takenAt(at))
        show(isExact)
      },
      release: (event) => {
        if (raw.start < raw.end) this.#take(session, raw, event.altKey, detail)
        else this.#click(session, event)
      },
    }
  }

  /** Selects what was drawn over, and marks it while a label is active. */
  #take(session: ArticleSession, raw: TextRange, isExact: boolean, clicks: number): void {
    const { workspace } = this.#reader
    // The third click of a triple click means the paragraph and not also the word of the second.
    if (clicks === 3 && this.#hasMarked) session.undo()
    this.#hasMarked = false
    const range = rangeMeant(session, raw, isExact)
    session.select(range ?? null, 'mouse', raw)
    const label = workspace.activeLabel.get()
    if (range === undefined || label === null) return
    const before = session.document.get().revision
    mark(workspace, label, range, 'mouse')
    this.#hasMarked = session.document.get().revision > before
  }

  /** Chooses the shortest span at the place, with each further click the next, or else the word. */
  #click(session: ArticleSession, { clientX, clientY }: PointerEvent): void {
    this.#hasMarked = false
    const { offsets } = this.#reader
    const character = offsets.characterAt(clientX, clientY)?.start
    if (character === undefined) {
      // Beside a line the nearest word is meant.
      const nearest = Math.max(0, offsets.nearestTo(clientX, clientY) - 1)
      session.select(unitAt(session.outline, nearest) ?? null, 'mouse')
      return
    }
    const spans = session.index.get().at(character)
    const at = spans.findIndex(({ id }) => id === session.selectedId.get())
    const chosen = spans[(at + 1) % Math.max(1, spans.length)]
    if (chosen) session.selectSpan(chosen.id, 'mouse')
    else session.select(unitAt(session.outline, character) ?? null, 'mouse')
  }

  #pull(session: ArticleSession, isStart: boolean): Gesture | null {
    const { workspace } = this.#reader
    const span = session.selectedSpan.get()
    if (!span || !workspace.writable.get() || session.past.get() !== null) return null
    let bounds: TextRange = span
    return {
      move: (offset, isExact) => {
        const raw = isStart ? { start: offset, end: span.end } : { start: span.start, end: offset }
        const meant = raw.start < raw.end ? rangeMeant(session, raw, isExact) : undefined
        // Only the end that is pulled moves: the other may lie within a word on purpose.
        if (meant) bounds = isStart ? { ...raw, start: meant.start } : { ...raw, end: meant.end }
        this.#reader.preview(bounds)
        session.draft.set(bounds)
      },
      release: () => moveSpan(workspace, span.id, bounds, 'mouse'),
    }
  }
}

function isOnScrollBar({ currentTarget, clientX }: MouseEvent): boolean {
  const scroller = currentTarget as Element
  return clientX >= scroller.getBoundingClientRect().left + scroller.clientWidth
}

/** The end of the selection that stays where it is when another is set with Shift. */
function anchorOf(session: ArticleSession, offset: number): TextRange {
  const selection = session.selection.get()
  const at = selection === null ? 0 : offset < selection.start ? selection.end : selection.start
  return { start: at, end: at }
}

function join(a: TextRange, b: TextRange): TextRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
