import {
  extendFocus,
  selectionOf,
  selectionRange,
  type KeyboardSelection,
} from '../../../src/core/text/extend.ts'
import {
  createTextOutline,
  firstUnit,
  lastUnit,
  moveCursor,
  moveEnd,
  moveStart,
  unitAt,
  type Direction,
  type Granularity,
  type TextOutline,
} from '../../../src/core/text/movement.ts'
import type { TextRange } from '../../../src/core/text/range.ts'
import { snapToWords, widenToGraphemes } from '../../../src/core/text/snap.ts'
import { PlainSet, type PlainSpan } from '../support/plain-set.ts'
import { charactersOf } from '../support/characters.ts'

/** Which way an end of a span goes, and which end. */
export interface EdgeMove {
  readonly edge: 'start' | 'end'
  readonly direction: Direction
}

/**
 * What the reader should hold: a plain set, and what is selected. Bounds are in UTF-16 code units.
 * Where words begin and end is asked of the program's core, which has tests of its own.
 */
export class MarkingModel {
  readonly text: string
  readonly outline: TextOutline
  readonly set = new PlainSet()
  /** Text under the cursor, or drawn over with the mouse, or covered by the selected span. */
  selection: TextRange | null = null
  /** The key of the selected span in the set. */
  selectedKey: number | null = null
  activeLabel: string | null = null
  /** Whether the set refused the last change, which the person is told. */
  isRefused = false
  #cursor: KeyboardSelection | undefined
  readonly #cuts: readonly number[]

  constructor(text: string) {
    this.text = text
    this.outline = createTextOutline(text)
    let offset = 0
    this.#cuts = [0, ...charactersOf(text).map((character) => (offset += character.length))]
  }

  get selected(): PlainSpan | undefined {
    return this.set.find(this.selectedKey)
  }

  select(range: TextRange | null): void {
    this.selectedKey = null
    this.selection = range
  }

  selectSpan(span: PlainSpan | undefined): void {
    if (span === undefined) return
    this.selectedKey = span.key
    this.selection = { start: span.start, end: span.end }
  }

  moveCursor(granularity: Granularity, direction: Direction, isExtended: boolean): void {
    const current = this.#current()
    if (current === undefined) this.jump(direction === 1 ? -1 : 1, false)
    else if (isExtended) {
      const focus = extendFocus(this.outline, current.focus, granularity, direction)
      this.#setCursor({ anchor: current.anchor, focus })
    } else {
      const isForward = current.anchor.start <= current.focus.start
      const from = isForward === (direction === 1) ? current.focus : current.anchor
      const to = moveCursor(this.outline, from, granularity, direction)
      this.#setCursor({ anchor: to, focus: to })
    }
  }

  jump(direction: Direction, isExtended: boolean): void {
    const to = direction === 1 ? lastUnit(this.outline) : firstUnit(this.outline)
    if (to === undefined) return
    this.#setCursor({ anchor: isExtended ? (this.#current()?.anchor ?? to) : to, focus: to })
  }

  /** Takes over where a movement that goes by lines has led. */
  setCursor(unit: TextRange): void {
    this.#setCursor({ anchor: unit, focus: unit })
  }

  selectAll(): void {
    this.select(snapToWords(this.outline, { start: 0, end: this.text.length }) ?? null)
  }

  /** Selects what was drawn over with the mouse; an active label marks it. */
  take(raw: TextRange, isExact: boolean): void {
    const range = isExact ? widenToGraphemes(this.text, raw) : snapToWords(this.outline, raw)
    this.select(range ?? null)
    if (range !== undefined && this.activeLabel !== null) this.mark(this.activeLabel, range)
  }

  /** Chooses a span at a character, with each further click the next, or else the word there. */
  click(character: number): void {
    const spans = this.set.spans
      .filter(({ start, end }) => start <= character && end > character)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start))
    const at = spans.findIndex(({ key }) => key === this.selectedKey)
    const chosen = spans[(at + 1) % Math.max(1, spans.length)]
    if (chosen) this.selectSpan(chosen)
    else this.select(unitAt(this.outline, character) ?? null)
  }

  /** The end of the selection that stays when another is set with Shift. */
  anchorFor(offset: number): number {
    const { selection } = this
    if (selection === null) return 0
    return offset < selection.start ? selection.end : selection.start
  }

  /** The span after or before the selected one or the cursor. */
  neighbour(direction: Direction): PlainSpan | undefined {
    const { spans } = this.set
    const at = spans.findIndex(({ key }) => key === this.selectedKey)
    if (at !== -1) return spans[at + direction]
    const cursor = this.selection?.start ?? -1
    return direction === 1
      ? spans.find(({ start }) => start >= cursor)
      : spans.findLast(({ start }) => start < cursor)
  }

  mark(label: string, range: TextRange): void {
    const key = this.set.add(label, range)
    this.isRefused = key === null
    if (key !== null) this.selectSpan(this.set.find(key))
  }

  relabel(label: string): void {
    const { selected } = this
    if (selected === undefined || selected.label === label) return
    this.isRefused = !this.set.change(selected.key, { label })
  }

  move({ start, end }: TextRange): void {
    const { selected } = this
    if (selected === undefined || (selected.start === start && selected.end === end)) return
    this.isRefused = !this.set.change(selected.key, { start, end })
    if (!this.isRefused) this.selectSpan(this.selected)
  }

  moveEdge({ edge, direction }: EdgeMove, byCharacter: boolean): void {
    const { selected } = this
    if (selected === undefined) return
    if (!byCharacter) {
      const move = edge === 'start' ? moveStart : moveEnd
      this.move(move(this.outline, selected, direction))
      return
    }
    const before = this.#cuts.findLast((cut) => cut < selected[edge])
    const after = this.#cuts.find((cut) => cut > selected[edge])
    const to = (direction === 1 ? after : before) ?? selected[edge]
    const bounds = { start: selected.start, end: selected.end, [edge]: to }
    if (bounds.start < bounds.end) this.move(bounds)
  }

  /** Says how many the selected figure counts, or takes that back (null). */
  giveCount(count: number | null): void {
    if (this.selectedKey === null) return
    this.set.change(this.selectedKey, { attributes: count === null ? {} : { count } })
  }

  remove(): void {
    if (this.selectedKey !== null && this.set.remove(this.selectedKey)) this.selectedKey = null
  }

  travel(direction: 'undo' | 'redo'): void {
    const before = this.selected
    this.set[direction]()
    const after = this.selected
    if (after === undefined) this.selectedKey = null
    // What is selected goes with the selected span.
    else if (before?.start !== after.start || before.end !== after.end) this.selectSpan(after)
  }

  #current(): KeyboardSelection | undefined {
    if (this.selection === null) return undefined
    const kept = this.#cursor && selectionRange(this.#cursor)
    if (kept?.start === this.selection.start && kept.end === this.selection.end) return this.#cursor
    return selectionOf(this.outline, this.selection)
  }

  #setCursor(cursor: KeyboardSelection): void {
    this.#cursor = cursor
    this.select(selectionRange(cursor))
  }
}
