import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/**
 * What the program asks at its first start. What is slotted into a dialog is not beneath it in the
 * document, so the element around both is where things are looked for, here and in other dialogs.
 */
export class WelcomeDialog {
  readonly root: Locator
  readonly name: Locator
  readonly #begin: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Who is marking?' })
    const content = page.locator('rubric-welcome-dialog')
    this.name = content.getByRole('textbox', { name: 'Your name' })
    this.#begin = content.getByRole('button', { name: 'Begin' })
  }

  begin(name: string): Promise<void> {
    return boxed(`begin as ${name}`, async () => {
      await this.name.fill(name)
      await this.#begin.click()
      await expect(this.root).toBeHidden()
    })
  }
}
