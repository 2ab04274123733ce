import type { Locator, Page } from '@playwright/test'

/** The labels above the text. */
export class LabelBar {
  readonly root: Locator
  readonly buttons: Locator

  constructor(page: Page) {
    this.root = page.getByRole('toolbar', { name: 'Labels' })
    this.buttons = this.root.getByRole('button')
  }

  label(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }
}
