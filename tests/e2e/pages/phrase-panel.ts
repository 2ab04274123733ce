import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** All places of a phrase, in the review. */
export class PhrasePanel {
  readonly phrase: Locator
  readonly list: Locator
  readonly places: Locator
  readonly ticked: Locator
  readonly label: Locator
  readonly reason: Locator

  constructor(page: Page) {
    this.phrase = page.getByRole('searchbox', { name: 'Phrase' })
    this.list = page.getByRole('listbox', { name: 'Places of the phrase' })
    this.places = this.list.getByRole('option')
    this.ticked = this.list.getByRole('option', { selected: true })
    this.label = page
      .getByRole('radiogroup', { name: 'What the places get' })
      .getByRole('radio', { checked: true })
    this.reason = page.getByRole('main').getByRole('textbox', { name: 'Reason' })
  }

  /** Looks for a phrase, and waits until its places are listed. */
  find(words: string, places: number): Promise<void> {
    return boxed(`find “${words}”`, async () => {
      await this.phrase.fill(words)
      await this.phrase.press('Enter')
      await expect(this.places).toHaveCount(places)
      await expect(this.list).toBeFocused()
    })
  }
}
