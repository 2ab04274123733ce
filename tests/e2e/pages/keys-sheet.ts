import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** All keys, and where they are changed. */
export class KeysSheet {
  readonly root: Locator
  readonly search: Locator
  readonly conflicts: Locator
  readonly outcome: Locator
  readonly #content: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.#content = page.locator('rubric-keys-dialog')
    this.root = page.getByRole('dialog', { name: 'All keys' })
    this.search = this.#content.getByRole('searchbox', { name: 'Search the keys' })
    this.conflicts = this.#content.getByRole('button', { name: /conflict/ })
    this.outcome = this.#content.getByRole('status').last()
  }

  row(command: string): Locator {
    const title = this.#page.getByText(command, { exact: true })
    return this.#content.locator('rubric-key-editor').filter({ has: title })
  }

  /** The button of one key of a command. */
  key(command: string, caps: string): Locator {
    return this.#content.getByRole('button', { name: `${command}: ${caps}`, exact: true })
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true })
  }

  open(): Promise<void> {
    return boxed('open the keys', async () => {
      await this.#page.keyboard.press('?')
      await expect(this.root).toBeVisible()
    })
  }

  close(): Promise<void> {
    return boxed('close the keys', async () => {
      await this.#page.keyboard.press('Escape')
      await expect(this.root).toBeHidden()
    })
  }

  /** Gives a command another key in the place of one that it has. */
  change(command: string, from: string, press: string): Promise<void> {
    return boxed(`change ${from} of “${command}”: ${press}`, async () => {
      await this.key(command, from).click()
      await this.#page.keyboard.press(press)
    })
  }
}
