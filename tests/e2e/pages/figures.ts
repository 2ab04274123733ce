import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** The third view of the window: how far annotators agree. */
export class Figures {
  readonly list: Locator
  readonly places: Locator
  readonly measure: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.list = page.getByRole('complementary', { name: 'What the figure is made of' })
    this.places = this.list.getByRole('listitem')
    this.measure = page.getByRole('combobox', { name: 'Measure' })
  }

  /** Goes there with the mouse, and waits until something has been measured. */
  open(): Promise<void> {
    return boxed('open the figures', async () => {
      await this.#page.getByRole('button', { name: 'Figures', exact: true }).click()
      await expect(this.figure('Every figure')).toBeVisible()
    })
  }

  figure(title: string): Locator {
    return this.#page.getByRole('figure', { name: title, exact: true })
  }

  /** A part of a picture, by the beginning of what it says. */
  part(title: string, words: string): Locator {
    return this.figure(title).getByRole('button', { name: new RegExp(`^${words}`) })
  }

  choice(name: string): Locator {
    return this.#page.getByRole('checkbox', { name, exact: true })
  }

  /** What the list says of itself, such as "41 places". */
  expectListed(words: string): Promise<void> {
    return boxed(`the list has ${words}`, () =>
      expect(this.list.getByRole('status')).toHaveText(words),
    )
  }
}
