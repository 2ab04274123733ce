import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** Everything that can be done and opened, by a few letters. */
export class CommandPalette {
  readonly opener: Locator
  readonly root: Locator
  readonly field: Locator
  readonly options: Locator
  readonly active: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.opener = page.getByRole('button', { name: 'Find anything' })
    this.root = page.getByRole('dialog', { name: 'Find anything' })
    this.field = this.root.getByRole('combobox', { name: 'Find anything' })
    this.options = this.root.getByRole('listbox', { name: 'Found' }).getByRole('option')
    this.active = this.root.getByRole('option', { selected: true })
  }

  open(): Promise<void> {
    return boxed('open the command palette', async () => {
      await this.#page.keyboard.press('ControlOrMeta+k')
      await expect(this.field).toBeFocused()
    })
  }

  /** Types, and carries out what is found first. */
  choose(query: string, found: string | RegExp): Promise<void> {
    return boxed(`choose “${found}” by “${query}”`, async () => {
      await this.open()
      await this.#page.keyboard.type(query)
      await expect(this.active).toHaveText(found)
      await this.#page.keyboard.press('Enter')
      await expect(this.root).toBeHidden()
    })
  }
}
