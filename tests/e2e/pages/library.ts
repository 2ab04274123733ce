import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'
import { FilterPanel } from './filter-panel.ts'

/** The list of articles. */
export class Library {
  readonly list: Locator
  readonly options: Locator
  readonly selected: Locator
  readonly search: Locator
  /** How many were found, as a screen reader hears it. */
  readonly found: Locator
  readonly filters: FilterPanel

  constructor(page: Page) {
    this.list = page.getByRole('listbox', { name: 'Articles' })
    this.options = this.list.getByRole('option')
    this.selected = this.list.getByRole('option', { selected: true })
    this.search = page.getByRole('searchbox', { name: 'Search articles' })
    this.found = page.getByRole('search', { name: 'Articles' }).getByRole('status')
    this.filters = new FilterPanel(page)
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
