import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** What an import reads, and what came of it. */
export class ImportDialog {
  readonly root: Locator
  readonly content: Locator
  readonly files: Locator
  readonly outcome: Locator
  readonly commitButton: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Import' })
    this.content = page.locator('rubric-import-dialog')
    this.files = this.content.getByRole('list', { name: 'Files' }).getByRole('listitem')
    this.outcome = this.content.getByRole('status')
    this.commitButton = this.content.getByRole('button', { name: /^Import/ })
  }

  file(name: string): Locator {
    return this.files.filter({ hasText: name })
  }

  encodingOf(name: string): Locator {
    return this.content.getByRole('combobox', { name: `Encoding of ${name}` })
  }

  /** The part of the summary under a heading. */
  part(heading: string): Locator {
    return this.content
      .getByRole('heading', { name: heading })
      .locator('xpath=..')
      .getByRole('listitem')
  }

  /** Writes what was read, and waits for the summary's first line. */
  commit(outcome: string): Promise<void> {
    return boxed(`import: ${outcome}`, async () => {
      await this.commitButton.click()
      await expect(this.outcome).toHaveText(outcome)
    })
  }

  finish(): Promise<void> {
    return boxed('close the summary', async () => {
      await this.content.getByRole('button', { name: 'Done' }).click()
      await expect(this.root).toBeHidden()
    })
  }

  cancel(): Promise<void> {
    return boxed('cancel the import', async () => {
      await this.content.getByRole('button', { name: 'Cancel' }).click()
      await expect(this.root).toBeHidden()
    })
  }
}
