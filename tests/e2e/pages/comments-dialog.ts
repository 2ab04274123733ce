import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** All comments of the project. */
export class CommentsDialog {
  readonly page: Page
  readonly dialog: Locator
  /** What is in it. */
  readonly root: Locator
  readonly threads: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Comments' })
    this.root = page.locator('rubric-comments-dialog')
    this.threads = this.root.getByRole('listitem')
  }

  open(): Promise<void> {
    return boxed('open the comments', async () => {
      await this.page.keyboard.press('F9')
      await expect(this.dialog).toBeVisible()
    })
  }

  /** Narrows the list. @param name - Such as "Resolved". */
  show(name: string): Promise<void> {
    return boxed(`show ${name}`, async () => {
      const button = this.root.getByRole('button', { name: new RegExp(`^${name}`) })
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    })
  }

  thread(words: string): Locator {
    return this.threads.filter({ hasText: words })
  }
}
