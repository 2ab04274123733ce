import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** What a review said of the annotator's marks, in the inspector. */
export class FeedbackPanel {
  readonly root: Locator
  readonly items: Locator
  readonly chosen: Locator
  readonly answer: Locator

  constructor(page: Page) {
    this.root = page.locator('rubric-feedback')
    this.items = this.root.getByRole('list', { name: 'Feedback' }).getByRole('listitem')
    this.chosen = this.items.filter({ has: page.getByRole('button', { expanded: true }) })
    this.answer = this.chosen.getByRole('textbox', { name: /^Answer/ })
  }

  /** Looks at an item by a word of its row. */
  choose(words: string): Promise<void> {
    return boxed(`choose feedback “${words}”`, async () => {
      await this.items.filter({ hasText: words }).getByRole('button').first().click()
      await expect(this.chosen).toContainText(words)
    })
  }
}
