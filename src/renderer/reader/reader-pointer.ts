import { unitAt } from '../../core/text/movement.ts'
import type { TextRange } from '../../core/text/range.ts'
import { mark, moveSpan, rangeMeant } from '../state/marking.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Workspace } from '../state/workspace.ts'
import type { DomOffsets } from './dom-offsets.ts'

/** What the mouse works on: the article as it is drawn just now. */
interface PointerTarget {
  readonly workspace: Workspace
  readonly session: ArticleSession | null
  readonly offsets: DomOffsets | undefined
  /** Shows bounds that are not applied yet; null shows what is. */
  preview(range: TextRange | null): void
}

/** The mouse on the text: selecting, choosing a span, and pulling at a selected span's ends. */
export class ReaderPointer {
  readonly #reader: PointerTarget
  #pending: (() => void) | null = null
  /** Whether the last release marked something. */
  #hasMarked = false

  constructor(reader: PointerTarget) {
    this.#reader = reader
  }

  readonly press = (event: MouseEvent): void => {
    if (event.button !== 0) return
    this.settle()
    const handle = (event.target as Element).closest<HTMLElement>('.handle')
    if (handle) {
      event.preventDefault()
      return
    }
    // Otherwise a press inside the last selection would drag it instead of beginning a new one.
    if (!event.shiftKey && event.detail < 2) document.getSelection()?.removeAllRanges()
    const spanIds = event
      .composedPath()
      .flatMap((node) => (node instanceof HTMLElement ? (node.dataset['span'] ?? []) : []))
    const release = (up: MouseEvent): void => {
      this.#pending = () => this.#release(up, spanIds)
      // The browser settles the selection of a click after its events.
      setTimeout(this.settle, 0)
    }
    addEventListener('mouseup', release, { once: true })
  }

  /** Carries out what the mouse did last, if that still waits. */
  readonly settle = (): void => {
    const pending = this.#pending
    this.#pending = null
    pending?.()
  }

  #release(event: MouseEvent, spanIds: readonly string[]): void {
    const { session, offsets } = this.#reader
    if (session === null || offsets === undefined) return
    const selected = offsets.rangeOf(document.getSelection())
    if (selected) {
      // The third click of a triple click means the paragraph and not also the word of the second.
      if (event.detail === 3 && this.#hasMarked) session.undo()
      this.#hasMarked = this.#select(session, selected, event.altKey)
      return
    }
    this.#hasMarked = false
    if (spanIds.length > 0) {
      const index = spanIds.indexOf(session.selectedId.get() ?? '')
      session.selectSpan(spanIds[(index + 1) % spanIds.length] ?? null)
      return
    }
    session.select(this.#unitUnder(session, offsets, event), 'mouse')
  }

  /** The word that was clicked. The nearest offset may be its end, which is the next word's to hold. */
  #unitUnder(session: ArticleSession, offsets: DomOffsets, event: MouseEvent): TextRange | null {
    const offset = offsets.offsetAt(event.clientX, event.clientY)
    if (offset === undefined) return null
    const before = unitAt(session.outline, Math.max(0, offset - 1))
    if (before?.end === offset && offsets.covers(before, event.clientX, event.clientY)) {
      return before
    }
    return unitAt(session.outline, offset) ?? null
  }

  /** @returns Whether the selection was marked, as it is while a label is active. */
  #select(session: ArticleSession, selected: TextRange, isExact: boolean): boolean {
    const { workspace } = this.#reader
    const range = rangeMeant(session, selected, isExact)
    session.select(range ?? null, 'mouse', selected)
    const label = workspace.activeLabel.get()
    if (range === undefined || label === null) return false
    const before = session.document.get().revision
    mark(workspace, label, range, 'mouse')
    return session.document.get().revision > before
  }

  readonly pull = (event: PointerEvent): void => {
    const handle = (event.target as Element).closest<HTMLElement>('.handle')
    if (handle && event.button === 0) this.#pull(event, handle)
  }

  #pull(event: PointerEvent, handle: HTMLElement): void {
    const { session, offsets, workspace } = this.#reader
    const span = session?.selectedSpan.get()
    if (!session || !offsets || !span || !workspace.writable.get()) return
    event.preventDefault()
    const isStart = handle.dataset['edge'] === 'start'
    let bounds: TextRange = span
    const follow = (move: PointerEvent): void => {
      const offset = offsets.offsetAt(move.clientX, move.clientY)
      if (offset === undefined) return
      const raw = isStart ? { start: offset, end: span.end } : { start: span.start, end: offset }
      if (raw.start >= raw.end) return
      const meant = rangeMeant(session, raw, move.altKey)
      // Only the end that is pulled moves: the other may lie within a word on purpose.
      if (meant) bounds = isStart ? { ...raw, start: meant.start } : { ...raw, end: meant.end }
      this.#reader.preview(bounds)
    }
    const end = (): void => {
      handle.removeEventListener('pointermove', follow)
      moveSpan(workspace, span.id, bounds)
      this.#reader.preview(null)
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('lostpointercapture', end, { once: true })
  }
}
