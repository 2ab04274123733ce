import {
  extendFocus,
  selectionOf,
  selectionRange,
  type KeyboardSelection,
} from '../../core/text/extend.ts'
import {
  firstUnit,
  lastUnit,
  moveCursor,
  unitAt,
  type Direction,
  type Granularity,
} from '../../core/text/movement.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { ArticleSession } from '../state/article-session.ts'

/** The keyboard's cursor in one article: a unit of text, or more when it is extended. */
export class ReaderCursor {
  readonly #session: ArticleSession
  #selection: KeyboardSelection | undefined

  constructor(session: ArticleSession) {
    this.#session = session
  }

  move(granularity: Granularity, direction: Direction, extend: boolean): void {
    const { outline } = this.#session
    const current = this.#current()
    if (current === undefined) {
      this.#start(direction)
    } else if (extend) {
      const focus = extendFocus(outline, current.focus, granularity, direction)
      this.#set({ anchor: current.anchor, focus })
    } else {
      const from = this.#edge(current, direction)
      const to = moveCursor(outline, from, granularity, direction)
      this.#set({ anchor: to, focus: to })
    }
  }

  /** Goes to the first or last unit of the text. */
  jump(direction: Direction, extend: boolean): void {
    const { outline } = this.#session
    const to = direction === 1 ? lastUnit(outline) : firstUnit(outline)
    if (to) this.#set({ anchor: extend ? (this.#current()?.anchor ?? to) : to, focus: to })
  }

  /** Goes to the unit at an offset in UTF-16 code units. */
  moveTo(offset: number, extend: boolean): void {
    const to = unitAt(this.#session.outline, offset)
    if (to) this.#set({ anchor: extend ? (this.#current()?.anchor ?? to) : to, focus: to })
  }

  /** The unit that moves when the cursor is extended. */
  get focus(): TextRange | undefined {
    return this.#current()?.focus
  }

  /** Where the cursor is, also after something else than the keyboard has moved it. */
  #current(): KeyboardSelection | undefined {
    const range = this.#session.selection.get()
    if (range === null) return undefined
    if (this.#selection && isSame(selectionRange(this.#selection), range)) return this.#selection
    return selectionOf(this.#session.outline, range)
  }

  #start(direction: Direction): void {
    this.jump(direction === 1 ? -1 : 1, false)
  }

  /** Moving on from an extended cursor goes from the side that one moves to. */
  #edge({ anchor, focus }: KeyboardSelection, direction: Direction): TextRange {
    const isForward = anchor.start <= focus.start
    return isForward === (direction === 1) ? focus : anchor
  }

  #set(selection: KeyboardSelection): void {
    this.#selection = selection
    this.#session.select(selectionRange(selection))
  }
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end
}
