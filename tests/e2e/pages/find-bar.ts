import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** Ways in which a search is stricter, or another. */
export type FindToggle =
  'Match case' | 'Match accents, quotes and dashes' | 'Whole words only' | 'Regular expression'

/** Finding in the text. */
export class FindBar {
  readonly root: Locator
  readonly field: Locator
  /** Which of how many hits is the current one. */
  readonly count: Locator
  readonly next: Locator
  readonly previous: Locator
  readonly problem: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.root = page.getByRole('search', { name: 'In the text' })
    this.field = this.root.getByRole('searchbox', { name: 'Find in the text' })
    this.count = this.root.getByRole('status')
    this.next = this.root.getByRole('button', { name: 'Next' })
    this.previous = this.root.getByRole('button', { name: 'Previous' })
    this.problem = this.root.getByRole('alert')
  }

  toggle(name: FindToggle): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  /** Opens the bar, which takes the keyboard. */
  open(): Promise<void> {
    return boxed('open the find bar', async () => {
      await this.#page.keyboard.press('ControlOrMeta+f')
      await expect(this.field).toBeFocused()
    })
  }

  /** Types what is sought instead of what was, key by key. */
  seek(query: string): Promise<void> {
    return boxed(`seek “${query}”`, async () => {
      await this.open()
      await this.field.selectText()
      await this.#page.keyboard.press('Delete')
      await this.#page.keyboard.type(query)
      await expect(this.field).toHaveValue(query)
    })
  }

  /** Presses one of the switches, and waits until it is down or up. */
  switch(name: FindToggle, isDown: boolean): Promise<void> {
    return boxed(`${name}: ${isDown ? 'on' : 'off'}`, async () => {
      await this.toggle(name).click()
      await expect(this.toggle(name)).toHaveAttribute('aria-pressed', String(isDown))
    })
  }

  /** Waits until the bar says this of the hits, such as "2 of 5". */
  expectCount(text: string | RegExp): Promise<void> {
    return boxed(`the find bar says ${text}`, () => expect(this.count).toHaveText(text))
  }

  close(): Promise<void> {
    return boxed('close the find bar', async () => {
      await this.#page.keyboard.press('Escape')
      await expect(this.root).toBeHidden()
    })
  }
}
