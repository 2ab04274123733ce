import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** Who marks, whether it is saved, and where one is. */
export class StatusBar {
  readonly root: Locator
  readonly save: Locator

  constructor(page: Page) {
    this.root = page.getByRole('contentinfo')
    this.save = page.getByRole('status', { name: 'Save state' })
  }

  expectSaved(): Promise<void> {
    return boxed('everything is saved', () => expect(this.save).toHaveText('Saved'))
  }

  expectText(text: string): Promise<void> {
    return boxed(`the status bar says ${text}`, () => expect(this.root).toContainText(text))
  }
}
