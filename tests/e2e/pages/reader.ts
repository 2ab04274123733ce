import { expect, type Locator, type Page } from '@playwright/test'
import { paragraphIndexAt, paragraphsOf } from '../../../src/core/text/paragraphs.ts'
import type { TextRange } from '../../../src/core/text/range.ts'
import { boxed } from '../support/boxed.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** The article's text, and the mouse on it. */
export class Reader {
  readonly region: Locator
  readonly paragraphs: Locator
  readonly title: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.region = page.getByRole('region', { name: 'Article text' })
    this.paragraphs = this.region.getByRole('paragraph')
    this.title = page.getByRole('article').getByRole('heading', { level: 1 })
  }

  /** Waits until the window shows exactly this text. */
  expectText(text: string): Promise<void> {
    const shown = paragraphsOf(text).map(({ start, end }) => text.slice(start, end))
    return boxed('the text is shown, to the character', () =>
      expect
        .poll(() => this.paragraphs.evaluateAll((all) => all.map(({ textContent }) => textContent)))
        .toEqual(shown),
    )
  }

  /**
   * Selects with the mouse from the first half of a range's first character to the second half of
   * its last one.
   * @param range - In UTF-16 code units of `text`, the article's text.
   */
  drag(text: string, range: TextRange, { alt = false } = {}): Promise<void> {
    return boxed(`drag over “${text.slice(range.start, range.end)}”`, async () => {
      const last = characterBefore(text, range.end)
      // The end first, so that the start is in sight when the drag begins.
      await this.#reveal(text, last)
      await this.#reveal(text, range.start)
      const from = await this.#place(text, range.start, 'start')
      const to = await this.#place(text, last, 'end')
      const { mouse, keyboard } = this.#page
      if (alt) await keyboard.down('Alt')
      await mouse.move(from.x, from.y)
      await mouse.down()
      await mouse.move(to.x, to.y, { steps: 6 })
      await mouse.up()
      if (alt) await keyboard.up('Alt')
      await this.#settle()
    })
  }

  /** Clicks on the character at an offset. */
  click(text: string, offset: number, clickCount = 1): Promise<void> {
    return boxed(`click at ${offset}`, async () => {
      await this.#reveal(text, offset)
      const { x, y } = await this.#place(text, offset, 'start')
      await this.#page.mouse.click(x, y, { clickCount })
      await this.#settle()
    })
  }

  /** Pulls at an end of the selected span, to the character at an offset. */
  pull(text: string, edge: 'start' | 'end', offset: number): Promise<void> {
    return boxed(`pull the ${edge} to ${offset}`, async () => {
      // The handles are for the mouse alone, and have no role: keys move the same bounds.
      const handle = await this.region.locator(`.handle[data-edge=${edge}]`).boundingBox()
      if (handle === null) throw new Error('No span is selected')
      const to = await this.#place(text, offset, edge)
      const { mouse } = this.#page
      await mouse.move(handle.x, handle.y + 8)
      await mouse.down()
      await mouse.move(to.x, to.y, { steps: 6 })
      await mouse.up()
      await this.#settle()
    })
  }

  /** What the mouse selects is settled in a task after its events. */
  #settle(): Promise<unknown> {
    return this.#page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)))
  }

  async #reveal(text: string, offset: number): Promise<void> {
    const { paragraph, within } = this.#find(text, offset)
    await paragraph.evaluate((element, target) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let rest = target
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        if (rest < node.length) {
          const { top, bottom } = (() => {
            const range = document.createRange()
            range.setStart(node, rest)
            range.setEnd(node, rest + 1)
            return range.getBoundingClientRect()
          })()
          const scroller = element.closest('article')?.parentElement
          const frame = scroller?.getBoundingClientRect()
          if (scroller && frame && (top < frame.top + 40 || bottom > frame.bottom - 40)) {
            scroller.scrollTop += (top + bottom) / 2 - (frame.top + frame.bottom) / 2
          }
          return
        }
        rest -= node.length
      }
    }, within)
  }

  /** A place on the outer side of a character, whichever way its text runs. */
  #place(text: string, offset: number, side: 'start' | 'end'): Promise<Point> {
    const { paragraph, within } = this.#find(text, offset)
    const length = characterAt(text, offset).length
    return paragraph.evaluate(
      (element, target) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let rest = target.within
        while (walker.nextNode()) {
          const node = walker.currentNode as Text
          if (rest < node.length) {
            const range = document.createRange()
            range.setStart(node, rest)
            range.setEnd(node, Math.min(node.length, rest + target.length))
            const { left, width, top, height } = range.getBoundingClientRect()
            const isRightToLeft = /\p{Script=Arabic}/u.test(range.toString())
            const share = (target.side === 'start') === isRightToLeft ? 0.85 : 0.15
            return { x: left + width * share, y: top + height / 2 }
          }
          rest -= node.length
        }
        throw new Error('The offset is not in the paragraph')
      },
      { within, length, side },
    )
  }

  #find(text: string, offset: number): { readonly paragraph: Locator; readonly within: number } {
    const paragraphs = paragraphsOf(text)
    const index = paragraphIndexAt(paragraphs, offset)
    const within = offset - (paragraphs[index]?.start ?? 0)
    return { paragraph: this.paragraphs.nth(index), within }
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function characterAt(text: string, offset: number): string {
  return graphemes.segment(text).containing(offset)?.segment ?? ''
}

/** Where the character that ends at an offset begins. */
function characterBefore(text: string, end: number): number {
  return graphemes.segment(text).containing(end - 1)?.index ?? end - 1
}
