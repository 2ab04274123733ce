import type { Page } from '@playwright/test'
import type { BenchDocument } from '../documents/document.ts'
import { KEYS, type Keys } from '../pages/contestant.ts'
import type { Driver } from './driver.ts'

/** Drives a contestant on the bench's own page. */
export class PageDriver implements Driver {
  readonly #page: Page
  readonly #address: string
  readonly #cannot: Partial<Record<keyof Keys, string>>
  #root = ''
  #scroller = ''
  #keys = KEYS
  #able: readonly (keyof Keys)[] = []

  /** @param cannot - Why, for what the contestant cannot do. */
  constructor(page: Page, address: string, cannot: Partial<Record<keyof Keys, string>>) {
    this.#page = page
    this.#address = address
    this.#cannot = cannot
  }

  get root(): string {
    return this.#root
  }

  get scroller(): string {
    return this.#scroller
  }

  get keys(): Keys {
    return this.#keys
  }

  reasonAgainst(action: keyof Keys): string | undefined {
    return this.#able.includes(action)
      ? undefined
      : (this.#cannot[action] ?? 'it has no call for it')
  }

  async start({ id }: BenchDocument): Promise<void> {
    await this.#page.goto(this.#address)
    await this.#page.evaluate((name) => window.bench?.prepare('warm-up', name), id)
    const described = await this.#page.evaluate(() => {
      const { root, scroller, keys, able } = window.bench ?? {}
      return { root, scroller, keys, able }
    })
    this.#root = described.root ?? ''
    this.#scroller = described.scroller ?? ''
    this.#keys = described.keys ?? KEYS
    this.#able = described.able ?? []
  }

  async open(): Promise<number> {
    return (await this.#page.evaluate(() => window.bench?.open())) ?? Infinity
  }

  async select(turn: number): Promise<void> {
    await this.#page.evaluate((index) => window.bench?.select(index), turn)
  }

  async choose(): Promise<void> {
    await this.#page.evaluate(() => window.bench?.choose())
  }

  async count(): Promise<number> {
    return (await this.#page.evaluate(() => window.bench?.count)) ?? 0
  }

  async isMoved(): Promise<boolean> {
    return (await this.#page.evaluate(() => window.bench?.isMoved)) ?? false
  }

  async rewind(): Promise<void> {
    // Whatever was gone to is let go of, so that it can be gone to again.
    await this.select(0)
    await this.#page.mouse.wheel(0, -10_000_000)
  }
}
