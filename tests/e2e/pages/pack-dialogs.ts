import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** What goes into a review pack, what one brings, and what came of it. */
export class PackDialogs {
  /** What a pack that was opened brings. */
  readonly root: Locator
  readonly brings: Locator
  readonly conflicts: Locator
  readonly addArticles: Locator
  readonly outcome: Locator
  readonly takeButton: Locator
  /** What goes into a pack. */
  readonly send: Locator
  readonly #content: Locator
  readonly #sending: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Review pack' })
    this.#content = page.locator('rubric-pack-dialog')
    this.brings = this.#content.getByRole('table', { name: 'What the pack brings' })
    this.conflicts = this.#content
      .getByRole('list', { name: 'Changed here and in the pack' })
      .getByRole('listitem')
    this.addArticles = this.#content.getByRole('checkbox', { name: /that (?:is|are) not here$/ })
    this.outcome = this.#content.getByRole('status')
    this.takeButton = this.button('Take In')
    this.send = page.getByRole('dialog', { name: 'Send for review' })
    this.#sending = page.locator('rubric-send-dialog')
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true })
  }

  /** What becomes of some of the sets: "10 sets are new". */
  row(what: string): Locator {
    return this.brings.getByRole('row', { name: what, exact: true })
  }

  /** What becomes of a label that is not here. */
  choiceFor(label: string): Locator {
    return this.#content.getByRole('combobox', { name: `What becomes of ${label}` })
  }

  /** Chooses what goes into the pack. */
  choose(name: string): Promise<void> {
    return boxed(`send: ${name}`, () => this.#sending.getByLabel(name).check())
  }

  /** Makes the pack: where it goes is asked next. */
  make(): Promise<void> {
    return boxed('make the pack', () =>
      this.#sending.getByRole('button', { name: 'Make Pack…' }).click(),
    )
  }

  /** Takes the pack in, and waits for what came of it. */
  take(outcome: string): Promise<void> {
    return boxed(`take in: ${outcome}`, async () => {
      await this.takeButton.click()
      await expect(this.outcome).toHaveText(outcome)
    })
  }

  close(name: 'Done' | 'Cancel'): Promise<void> {
    return boxed(`close the pack: ${name}`, async () => {
      await this.button(name).click()
      await expect(this.root).toBeHidden()
    })
  }
}
