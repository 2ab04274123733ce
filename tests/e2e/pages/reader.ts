import { expect, type Locator, type Page } from '@playwright/test'
import { paragraphsOf } from '../../../src/core/text/paragraphs.ts'
import type { TextRange } from '../../../src/core/text/range.ts'
import { boxed } from '../support/boxed.ts'
import { characterAt, characterBefore } from '../support/characters.ts'
import { TextSight, type DrawnBlock } from './text-sight.ts'

interface Point {
  readonly x: number
  readonly y: number
}

type Side = 'start' | 'end'

/** Milliseconds for a long text to be gone through. */
const READ_WITHIN = 40_000

/** Letters that are drawn from right to left. */
const RIGHT_TO_LEFT = /(?!\p{Nd})[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * The article's text, and the mouse on it. Only what is in and near the sight is in the document:
 * what is worked on is first brought there, as a person does it. All ranges and offsets are in UTF-16
 * code units of the article's text.
 */
export class Reader {
  readonly region: Locator
  /** The pieces of the text that are in the document just now. */
  readonly blocks: Locator
  readonly title: Locator
  /** The words that a span would hold if the mouse let go of its end. */
  readonly draft: Locator
  readonly sight: TextSight
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.region = page.getByRole('region', { name: 'Article text' })
    this.blocks = this.region.getByRole('paragraph')
    this.title = page.getByRole('article').getByRole('heading', { level: 1 })
    this.draft = page.getByRole('main').getByRole('status').and(page.locator('output'))
    this.sight = new TextSight(page, this.region)
  }

  /** Waits until the window shows exactly this text, from its first to its last paragraph. */
  expectText(text: string): Promise<void> {
    const expected = paragraphsOf(text).map(({ start, end }, index) => ({
      number: index + 1,
      start,
      text: text.slice(start, end),
    }))
    return boxed('the text is shown, to the character', async () => {
      await expect.poll(() => this.paragraphs(), { timeout: READ_WITHIN }).toEqual(expected)
      await this.top()
    })
  }

  /** Reads the whole text from top to end by the mouse wheel. @returns Its paragraphs. */
  async paragraphs(): Promise<readonly ShownParagraph[]> {
    const blocks = new Map<number, DrawnBlock>()
    await this.top()
    for (let last = -1; ;) {
      const { blocks: drawn, frame, scrolled } = await this.sight.look()
      for (const block of drawn) blocks.set(block.start, block)
      const [first] = drawn
      if (first && first.number !== 1 && first.top > frame.top) {
        throw new Error(`Nothing is drawn above the text at ${first.start}`)
      }
      const end = drawn.at(-1)?.bottom ?? frame.bottom
      if (end <= frame.bottom || scrolled === last) return joined([...blocks.values()])
      last = scrolled
      // What is below the frame and drawn already has been read.
      await this.sight.wheel(Math.max(end, frame.bottom) - frame.top)
    }
  }

  /** Turns the wheel back to the beginning of the text. */
  async top(): Promise<void> {
    for (;;) {
      const { scrolled } = await this.sight.look()
      if (scrolled === 0) return
      await this.sight.wheel(-scrolled)
    }
  }

  /**
   * Selects with the mouse from the first half of a range's first character to the second half of
   * its last one. Where the range is longer than the window the mouse is held at the edge.
   */
  drag(text: string, range: TextRange, { alt = false } = {}): Promise<void> {
    return boxed(`drag over “${shortened(text.slice(range.start, range.end))}”`, async () => {
      const { mouse, keyboard } = this.#page
      if (alt) await keyboard.down('Alt')
      await this.beginDrag(text, range)
      await this.dragTo(text, characterBefore(text, range.end), 'end')
      await mouse.up()
      if (alt) await keyboard.up('Alt')
    })
  }

  /** Presses the mouse at the beginning of a range; its end is in sight too, if both can be. */
  async beginDrag(text: string, range: TextRange): Promise<void> {
    const first = characterAt(text, range.start)
    // The end first, so that the start is in sight when the drag begins.
    await this.sight.bring(characterBefore(text, range.end))
    await this.sight.bring(first)
    const { x, y } = await this.#place(text, first, 'start')
    await this.#page.mouse.move(x, y)
    await this.#page.mouse.down()
  }

  /** Drags the pressed mouse to one side of a character. */
  async dragTo(text: string, character: TextRange, side: Side): Promise<void> {
    await this.sight.pull(character)
    const { x, y } = await this.#place(text, character, side)
    await this.#page.mouse.move(x, y, { steps: 6 })
  }

  /** Clicks on the character at an offset. */
  click(
    text: string,
    offset: number,
    clickCount = 1,
    { shift = false, side = 'start' }: { readonly shift?: boolean; readonly side?: Side } = {},
  ): Promise<void> {
    return boxed(`${shift ? 'Shift and ' : ''}click at ${offset}`, async () => {
      const character = characterAt(text, offset)
      await this.sight.bring(character)
      const { x, y } = await this.#place(text, character, side)
      if (shift) await this.#page.keyboard.down('Shift')
      await this.#page.mouse.click(x, y, { clickCount })
      if (shift) await this.#page.keyboard.up('Shift')
    })
  }

  /**
   * Pulls at an end of the selected span.
   * @param bounds - The span's, whose end is brought into sight.
   * @param offset - Of the character to which the end is pulled.
   */
  pull(text: string, edge: Side, bounds: TextRange, offset: number): Promise<void> {
    return boxed(`pull the ${edge} to ${offset}`, async () => {
      const { mouse } = this.#page
      await this.beginPull(text, edge, bounds)
      await this.dragTo(text, characterAt(text, offset), edge)
      await mouse.up()
    })
  }

  /** Presses the mouse on an end of the selected span. */
  async beginPull(text: string, edge: Side, { start, end }: TextRange): Promise<void> {
    await this.sight.bring(edge === 'start' ? characterAt(text, start) : characterBefore(text, end))
    // The handles are for the mouse alone, and have no role: keys move the same bounds.
    const handle = await this.region.locator(`.handle[data-edge=${edge}]`).boundingBox()
    if (handle === null) throw new Error('No span is selected')
    await this.#page.mouse.move(handle.x, handle.y + 8)
    await this.#page.mouse.down()
  }

  /** A place on the outer side of a character in sight, whichever way its text runs. */
  async #place(text: string, character: TextRange, side: Side): Promise<Point> {
    const { box } = await this.sight.look(character)
    if (box === null) throw new Error(`The text at ${character.start} is out of sight`)
    const isRightToLeft = RIGHT_TO_LEFT.test(text.slice(character.start, character.end))
    const share = (side === 'start') === isRightToLeft ? 0.85 : 0.15
    return { x: box.left + (box.right - box.left) * share, y: (box.top + box.bottom) / 2 }
  }
}

/** A paragraph as it is shown. */
export interface ShownParagraph {
  readonly number: number | null
  readonly start: number
  readonly text: string
}

/** Puts the pieces of long paragraphs together. */
function joined(blocks: readonly DrawnBlock[]): readonly ShownParagraph[] {
  const paragraphs: ShownParagraph[] = []
  for (const { number, start, text } of blocks.toSorted((a, b) => a.start - b.start)) {
    const before = paragraphs.at(-1)
    const follows = before !== undefined && before.start + before.text.length === start
    if (number === null && follows) {
      paragraphs[paragraphs.length - 1] = { ...before, text: before.text + text }
    } else paragraphs.push({ number, start, text })
  }
  return paragraphs
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
