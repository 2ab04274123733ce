import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** The list of articles. */
export class Library {
  readonly list: Locator
  readonly options: Locator
  readonly selected: Locator
  readonly filter: Locator

  constructor(page: Page) {
    this.list = page.getByRole('listbox', { name: 'Articles' })
    this.options = this.list.getByRole('option')
    this.selected = this.list.getByRole('option', { selected: true })
    this.filter = page.getByRole('searchbox', { name: 'Filter articles' })
  }

  open(title: string): Promise<void> {
    return boxed(`open “${title}”`, async () => {
      await this.list.getByRole('option', { name: title, exact: true }).click()
      await expect(this.selected).toHaveAccessibleName(title)
    })
  }

  /** @returns The titles in the document, in the list's order. */
  async titles(): Promise<string[]> {
    return this.options.evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    )
  }
}
