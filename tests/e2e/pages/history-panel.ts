import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** What was done to the open article's marks, and the past that the text shows. */
export class HistoryPanel {
  readonly root: Locator
  readonly list: Locator
  /** The rows that are in the document: those in sight, and a few more. */
  readonly rows: Locator
  readonly selected: Locator
  /** Stands in the place of the labels while the text shows the past. */
  readonly past: Locator

  constructor(page: Page) {
    this.root = page.getByRole('region', { name: 'History' })
    this.list = this.root.getByRole('listbox', { name: 'Changes, the newest first' })
    this.rows = this.list.getByRole('option')
    this.selected = this.list.getByRole('option', { selected: true })
    this.past = page.getByRole('group', { name: 'Marks of the past' })
  }

  button(name: string): Locator {
    return this.past.getByRole('button', { name, exact: true })
  }

  /** Waits until these rows are listed, each by the beginning of its name. */
  expectRows(names: readonly string[]): Promise<void> {
    return boxed(`the history has ${names.length} rows`, async () => {
      await expect(this.rows).toHaveCount(names.length)
      for (const [index, name] of names.entries()) {
        const row = this.rows.and(this.list.locator(`[aria-posinset="${index + 1}"]`))
        await expect(row).toHaveAttribute('aria-label', new RegExp(`^${name}`))
      }
    })
  }
}
