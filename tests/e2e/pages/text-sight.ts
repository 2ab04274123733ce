import type { Locator, Page } from '@playwright/test'
import type { TextRange } from '../../../src/core/text/range.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A piece of the text that is in the document. */
export interface DrawnBlock {
  /** In UTF-16 code units of the article's text. */
  readonly start: number
  readonly text: string
  /** The paragraph's number where the block begins one. */
  readonly number: number | null
  readonly top: number
  readonly bottom: number
}

/** What the window shows of the text just now; places are in CSS pixels of the window. */
export interface Look {
  /** Where the text is seen. */
  readonly frame: Box
  /** How far the text is scrolled. */
  readonly scrolled: number
  readonly blocks: readonly DrawnBlock[]
  /** Where the sought text is drawn; null while it is not in the document. */
  readonly box: Box | null
}

/** Air between what is worked on and the frame: there the text would move along with the mouse. */
const MARGIN = 40

/** How far beyond the frame the mouse is held to let the text move along. */
const BEYOND = 26

const ATTEMPTS = 60

/** Looks without a difference after which nothing moves any more. */
const STILL_LOOKS = 60

/** The window's sight of the text, and the ways in which a person moves it. */
export class TextSight {
  readonly #region: Locator
  readonly #page: Page

  constructor(page: Page, region: Locator) {
    this.#page = page
    this.#region = region
  }

  look(sought: TextRange | null = null): Promise<Look> {
    return this.#region.evaluate(lookInPage, sought)
  }

  /** Turns the mouse wheel over the text, and waits until the text has come to rest. */
  async wheel(distance: number): Promise<void> {
    const { frame, scrolled } = await this.look()
    await this.#page.mouse.move((frame.left + frame.right) / 2, middleOf(frame))
    await this.#page.mouse.wheel(0, distance)
    await this.#region.evaluate(restInPage, scrolled)
  }

  /** Turns the wheel until some text is drawn and well in the window. */
  async bring(sought: TextRange): Promise<void> {
    let last: number | undefined
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const look = await this.look(sought)
      if (isInSight(look, MARGIN)) return
      const distance = distanceTo(sought, look)
      // Nearer to an end of the article the text cannot be moved further.
      if (isInSight(look, 0) && distance === last) return
      last = distance
      await this.wheel(distance)
    }
    throw new Error(`The text at ${sought.start} does not come into sight`)
  }

  /** Whether some text is where the mouse can be put on it. */
  async isInSight(sought: TextRange): Promise<boolean> {
    return isInSight(await this.look(sought), MARGIN)
  }

  /** Waits until some text has moved into sight, or none moves any more. */
  async #untilInSight(sought: TextRange): Promise<void> {
    let last: number | undefined
    for (let still = 0; still < STILL_LOOKS;) {
      const look = await this.look(sought)
      if (isInSight(look, MARGIN)) return
      still = look.scrolled === last ? still + 1 : 0
      last = look.scrolled
    }
  }

  /** Holds the pressed mouse at the edge of the text until some text has moved into sight. */
  async pull(sought: TextRange): Promise<void> {
    const { mouse } = this.#page
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const look = await this.look(sought)
      if (isInSight(look, MARGIN)) return
      const { frame } = look
      const height = await this.#page.evaluate(() => innerHeight)
      const isBelow = distanceTo(sought, look) > 0
      const y = isBelow ? Math.min(frame.bottom + BEYOND, height - 1) : frame.top - BEYOND
      await mouse.move((frame.left + frame.right) / 2, Math.max(0, y), { steps: 4 })
      await this.#untilInSight(sought)
      await mouse.move((frame.left + frame.right) / 2, middleOf(frame))
    }
    throw new Error(`The text at ${sought.start} cannot be dragged to`)
  }
}

function isInSight({ box, frame }: Look, margin: number): boolean {
  return box !== null && box.top >= frame.top + margin && box.bottom <= frame.bottom - margin
}

/** How far the text has to be scrolled, as far as can be told from what is drawn. */
function distanceTo({ start }: TextRange, { box, frame, blocks }: Look): number {
  if (box !== null) return middleOf(box) - middleOf(frame)
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (first === undefined || last === undefined) return 0
  const end = last.start + last.text.length
  const height = (last.bottom - first.top) / (end - first.start)
  return start < first.start
    ? (start - first.start) * height + first.top - middleOf(frame)
    : (start - end) * height + last.bottom - middleOf(frame)
}

function middleOf({ top, bottom }: Box): number {
  return (top + bottom) / 2
}

/* What follows runs in the page, one function by itself each. */

function lookInPage(region: Element, sought: TextRange | null): Look {
  const rows = [...region.querySelectorAll<HTMLElement>('[data-start]')]
  const blocks = rows.map((row) => ({
    start: Number(row.dataset['start']),
    text: row.textContent ?? '',
    number: row.dataset['number'] === undefined ? null : Number(row.dataset['number']),
    top: row.getBoundingClientRect().top,
    bottom: row.getBoundingClientRect().bottom,
  }))
  const scroller = region.closest('.reader-scroller') ?? region
  const { left, top } = scroller.getBoundingClientRect()
  const frame = {
    left,
    top,
    right: left + scroller.clientWidth,
    bottom: top + scroller.clientHeight,
  }
  const boxOf = ({ start, end }: TextRange): Box | null => {
    const row = rows.findLast(({ dataset }) => Number(dataset['start']) <= start)
    if (row === undefined) return null
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
    let before = Number(row.dataset['start'])
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      if (start < before + node.length) {
        const range = document.createRange()
        range.setStart(node, start - before)
        range.setEnd(node, Math.min(node.length, end - before))
        const box = range.getBoundingClientRect()
        return { left: box.left, top: box.top, right: box.right, bottom: box.bottom }
      }
      before += node.length
    }
    return null
  }
  return {
    frame,
    scrolled: scroller.scrollTop,
    blocks,
    box: sought === null ? null : boxOf(sought),
  }
}

/** Waits until the text has left a place and stays at another, or cannot leave it. */
function restInPage(region: Element, before: number): Promise<void> {
  const scroller = region.closest('.reader-scroller') ?? region
  const MOST_FRAMES = 40
  const CALM_FRAMES = 2
  return new Promise((resolve) => {
    let last = before
    let calm = 0
    let frames = 0
    const look = (): void => {
      const place = scroller.scrollTop
      calm = place === last && place !== before ? calm + 1 : 0
      frames = place === last ? frames + 1 : 0
      last = place
      if (calm >= CALM_FRAMES || frames >= MOST_FRAMES) resolve()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
