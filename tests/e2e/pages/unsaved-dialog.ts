import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** What is asked before marks are given up that are not saved. */
export class UnsavedDialog {
  readonly root: Locator
  readonly losses: Locator
  readonly problem: Locator
  readonly exported: Locator
  readonly #content: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Not everything is saved' })
    this.#content = page.locator('rubric-unsaved-dialog')
    this.losses = this.#content
      .getByRole('list', { name: 'What is not saved' })
      .getByRole('listitem')
    this.problem = this.#content.getByRole('alert')
    this.exported = this.#content.getByRole('status')
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true })
  }

  /** Waits for the question, with what would be lost of each article, such as "2 marks". */
  expectLosses(...losses: readonly string[]): Promise<void> {
    return boxed('asked about what is not saved', async () => {
      await expect(this.root).toBeVisible()
      await expect(this.losses).toHaveText(
        losses.map((loss) => new RegExp(String.raw`\s${loss}\s*$`)),
      )
    })
  }

  answer(name: string): Promise<void> {
    return boxed(`answer: ${name}`, async () => {
      await this.button(name).click()
      await expect(this.root).toBeHidden()
    })
  }
}
