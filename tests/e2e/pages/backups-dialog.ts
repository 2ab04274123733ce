import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** The project's backups, and restoring one. */
export class BackupsDialog {
  readonly root: Locator
  readonly backups: Locator
  readonly foretold: Locator
  readonly outcome: Locator
  readonly problem: Locator
  readonly #content: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Restore from a backup' })
    this.#content = page.locator('rubric-backups-dialog')
    this.backups = this.#content.getByRole('radio')
    this.foretold = this.#content
      .getByRole('list', { name: 'What will happen' })
      .getByRole('listitem')
    this.outcome = this.#content.getByRole('status')
    this.problem = this.#content.getByRole('alert')
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true })
  }

  /** Chooses a backup, and asks what restoring it does. */
  choose(name: RegExp): Promise<void> {
    return boxed(`choose the backup ${name}`, async () => {
      await this.#content.getByRole('radio', { name }).check()
      await this.button('Restore…').click()
      await expect(this.foretold.first()).toBeVisible()
    })
  }

  /** Restores what was chosen. */
  restore(outcome: RegExp): Promise<void> {
    return boxed(`restore: ${outcome}`, async () => {
      await this.button('Restore').click()
      await expect(this.outcome.filter({ hasText: outcome })).toBeVisible()
      await this.button('Done').click()
      await expect(this.root).toBeHidden()
    })
  }
}
