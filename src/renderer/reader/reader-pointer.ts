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

  constructor(reader: PointerTarget) {
    this.#reader = reader
  }

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const handle = (event.target as Element).closest<HTMLElement>('.handle')
    if (handle) {
      this.#pull(event, handle)
      return
    }
    // Otherwise a press inside the last selection would drag it instead of beginning a new one.
    if (!event.shiftKey) document.getSelection()?.removeAllRanges()
    const spanIds = event
      .composedPath()
      .flatMap((node) => (node instanceof HTMLElement ? (node.dataset['span'] ?? []) : []))
    const release = (up: PointerEvent): void => {
      // The browser settles the selection of a click after its events.
      setTimeout(() => this.#release(up, spanIds), 0)
    }
    addEventListener('pointerup', release, { once: true })
  }

  #release(event: PointerEvent, spanIds: readonly string[]): void {
    const { session, offsets, workspace } = this.#reader
    if (session === null || offsets === undefined) return
    const selected = offsets.rangeOf(document.getSelection())
    if (selected) {
      const range = rangeMeant(session, selected, event.altKey)
      session.select(range ?? null, 'mouse')
      const label = workspace.activeLabel.get()
      if (range && label !== null) mark(workspace, label, range, 'mouse')
      return
    }
    if (spanIds.length > 0) {
      const index = spanIds.indexOf(session.selectedId.get() ?? '')
      session.selectSpan(spanIds[(index + 1) % spanIds.length] ?? null)
      return
    }
    const offset = offsets.offsetAt(event.clientX, event.clientY)
    session.select((offset !== undefined && unitAt(session.outline, offset)) || null, 'mouse')
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
      bounds = rangeMeant(session, raw, move.altKey) ?? bounds
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
