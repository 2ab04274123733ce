import type { Page } from '@playwright/test'
import type { BenchDocument } from '../documents/document.ts'
import type { Keys } from '../pages/contestant.ts'

/** A contestant on its page, by the few things that the bench does with each of them. */
export interface Driver {
  /** Shows the warm-up document, and gets the other one into memory. */
  start(document: BenchDocument): Promise<void>
  /** Shows the document. @returns Milliseconds from there to its first spans on the screen. */
  open(): Promise<number>
  /** Selects text near the beginning, another for every turn. */
  select(turn: number): Promise<void>
  /** Selects the span that was added last, where that is not so by itself. */
  choose(): Promise<void>
  /** Number of spans, as the contestant knows it. */
  count(): Promise<number>
  /** Whether the last move moved the span's end. */
  isMoved(): Promise<boolean>
  /** Goes back to the beginning of the text. */
  rewind(): Promise<void>
  /** Selector of the element that spans are drawn in. */
  readonly root: string
  /** Selector of what scrolls. */
  readonly scroller: string
  readonly keys: Keys
  /** Why an action cannot be had; undefined when it can. */
  reasonAgainst(action: keyof Keys): string | undefined
}

/** Makes the driver of a contestant on a new page. */
export type DriverFactory = (page: Page, origin: string) => Driver
