import type { Direction } from '../../core/text/movement.ts'
import type { ReaderCursor } from './reader-cursor.ts'
import type { SelectionView } from './selection-view.ts'
import type { TextSurface } from '../text/text-surface.ts'

/** Lines that stay in sight when the text is turned by a page. */
const KEPT_LINES = 2

/** How the next line is looked for, in CSS pixels: in steps, and no further than this. */
const STEP = 8
const REACH = 160

/** Moves the cursor by lines and pages, which only the drawn text knows. */
export class VerticalCursor {
  readonly #surface: TextSurface
  readonly #selection: SelectionView
  readonly #scroller: HTMLElement
  /** The column that the cursor came from, and keeps over shorter lines. */
  #x: number | undefined

  constructor(surface: TextSurface, selection: SelectionView, scroller: HTMLElement) {
    this.#surface = surface
    this.#selection = selection
    this.#scroller = scroller
  }

  /** The cursor has moved sideways: the next line is entered where it is by then. */
  forget(): void {
    this.#x = undefined
  }

  moveLine(cursor: ReaderCursor, direction: Direction, extend: boolean): void {
    const place = this.#placeOf(cursor)
    if (place === undefined) {
      cursor.move('word', direction, extend)
      return
    }
    const found = this.#offsetBeyond(cursor, place, direction)
    if (found === undefined) cursor.move('paragraph', direction, extend)
    else cursor.moveTo(found, extend)
  }

  /** Turns the text by a page, and the cursor with it. */
  movePage(cursor: ReaderCursor, direction: Direction, extend: boolean): void {
    const place = this.#placeOf(cursor)
    if (place === undefined) {
      cursor.move('paragraph', direction, extend)
      return
    }
    const before = this.#scroller.scrollTop
    const kept = place.height * KEPT_LINES
    this.#scroller.scrollTop += direction * (this.#scroller.clientHeight - kept)
    this.#surface.sync()
    if (this.#scroller.scrollTop === before) cursor.jump(direction, extend)
    else {
      const y = place.top + place.height / 2
      cursor.moveTo(this.#surface.offsets.nearestTo(this.#x ?? place.left, y), extend)
    }
  }

  /** Where the cursor is in the window, into which it is brought first. */
  #placeOf({ focus }: ReaderCursor): DOMRect | undefined {
    if (focus === undefined) return undefined
    this.#selection.bringIntoSight(focus)
    const place = this.#surface.offsets.toDomRange(focus).getBoundingClientRect()
    this.#x ??= place.left + place.width / 2
    return place
  }

  /** The offset a line further on, at the column that the cursor came from. */
  #offsetBeyond(cursor: ReaderCursor, from: DOMRect, direction: Direction): number | undefined {
    const { focus } = cursor
    if (focus === undefined) return undefined
    const edge = direction === 1 ? from.bottom : from.top
    for (let distance = STEP; distance < REACH; distance += STEP) {
      const y = edge + direction * distance
      const offset = this.#surface.offsets.offsetAt(this.#x ?? from.left, y)
      if (offset === undefined) continue
      if (direction === 1 ? offset > focus.end : offset < focus.start) return offset
    }
    return undefined
  }
}
