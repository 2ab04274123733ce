import type { Page } from '@playwright/test'
import { COMMANDS, type Command } from '../../../../src/contract/commands.ts'
import type { BenchDocument } from '../documents/document.ts'
import { KEYS, type Keys } from '../pages/contestant.ts'
import type { Driver } from './driver.ts'

/** Where spans are added by turns: so many words after the first one. */
const PLACES = 4

/** Drives the product in its real window, by keys and the mouse alone. */
export class ProductDriver implements Driver {
  readonly root = '.reader-scroller [role=region]'
  readonly scroller = '.reader-scroller'
  readonly keys: Keys = { ...KEYS, jump: keyOfJump() }
  readonly #page: Page
  readonly #origin: string
  #moves: number | undefined

  constructor(page: Page, origin: string) {
    this.#page = page
    this.#origin = origin
  }

  reasonAgainst(): string | undefined {
    return undefined
  }

  async start({ id }: BenchDocument): Promise<void> {
    const query = new URLSearchParams([
      ['document', 'warm-up'],
      ['document', id],
    ])
    await this.#page.goto(`${this.#origin}/product/index.html?${query.toString()}`)
    await this.#page.locator(`${this.root} p`).first().waitFor()
    // The mouse on the text gives it the keyboard, as a person would.
    const box = await this.#page.locator(`${this.root} p`).first().boundingBox()
    if (box) await this.#page.mouse.click(box.x + box.width / 2, box.y + 10)
  }

  async open(): Promise<number> {
    // Held until it is there, since a key that comes up puts the page's tasks off (`Measurement`).
    await this.#page.keyboard.down('j')
    await this.#page.waitForFunction(() => window.benchProduct?.opened !== undefined)
    const taken = await this.#page.evaluate(() => window.benchProduct?.opened)
    await this.#page.keyboard.up('j')
    return taken ?? Infinity
  }

  async select(turn: number): Promise<void> {
    const { keyboard } = this.#page
    await keyboard.press('Home')
    for (let word = 0; word <= turn % PLACES; word++) await keyboard.press('ArrowRight')
    await keyboard.press('Shift+ArrowRight')
    this.#moves = await this.#sumOfEnds()
  }

  /** The product selects what it has marked. */
  async choose(): Promise<void> {
    this.#moves = await this.#sumOfEnds()
  }

  async count(): Promise<number> {
    return (await this.#page.evaluate(() => window.benchProduct?.spans.length)) ?? 0
  }

  async isMoved(): Promise<boolean> {
    const before = this.#moves ?? 0
    this.#moves = await this.#sumOfEnds()
    return this.#moves > before
  }

  async rewind(): Promise<void> {
    await this.#page.keyboard.press('Home')
    await this.#page.mouse.wheel(0, -10_000_000)
  }

  /** Any end that moves to the right makes it larger. */
  async #sumOfEnds(): Promise<number> {
    const sum = await this.#page.evaluate(() =>
      window.benchProduct?.spans.reduce((ends, { end }) => ends + end, 0),
    )
    return sum ?? 0
  }
}

/** The key of the command for the last span; without it the end of the text, where that span is. */
function keyOfJump(): string {
  const commands: readonly Command[] = COMMANDS
  return commands.find(({ id }) => id === 'spans.last')?.keys[0] ?? 'End'
}
