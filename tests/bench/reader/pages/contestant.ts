import type { BenchDocument, BenchPlace, BenchRange, BenchSpan } from '../documents/document.ts'

/** The keys that a contestant is driven with, as Playwright names them. */
export interface Keys {
  readonly add: string
  readonly remove: string
  readonly move: string
  readonly jump: string
}

/** The product's keys, which every contestant without keys of its own is given. */
export const KEYS: Keys = { add: '1', remove: 'Delete', move: 'Alt+ArrowRight', jump: 'Shift+G' }

/**
 * A reader as the bench's page drives it. What it leaves out it cannot do, and the bench says so.
 *
 * Most libraries have no keys: the page then listens for `KEYS` itself and calls what the library
 * offers programs for the same purpose. Each contestant's file says which calls these are.
 */
export interface Contestant {
  /** Selector of the element in which spans are drawn; looked up anew for every key. */
  readonly root: string
  /** Selector of what scrolls. */
  readonly scroller: string
  /** Only where they differ from `KEYS`. */
  readonly keys?: Partial<Keys>
  /** Actions that the contestant does on its own keys; the page leaves these keys alone. */
  readonly native?: readonly (keyof Keys)[]
  /** Loads whatever the contestant consists of. */
  load?(): Promise<void>
  /** Shows a document in place of the one before. */
  open(document: BenchDocument): void | Promise<void>
  /** Whether the beginning of the text and its first spans are in the document. */
  isDrawn(): boolean
  /** How many spans the contestant itself knows of. */
  count(): number
  /** Where a span ends, as the contestant itself knows it. */
  endOf(id: string): number | undefined
  /** Gets ready for `add`, as selecting text does; not timed. */
  select?(place: BenchPlace): void
  add(span: BenchSpan): void
  /** Gets ready for `remove` where that needs the span to be selected; not timed. */
  choose?(id: string): void
  remove?(id: string): void
  move?(id: string, range: BenchRange): void
  jump?(last: BenchSpan): void
}
