import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

type Choice = 'Outlet' | 'Marks of' | 'Status' | 'Label'

/** Which articles the library shows: the panel behind its button, and what is set in it. */
export class FilterPanel {
  readonly opener: Locator
  readonly panel: Locator
  readonly since: Locator
  readonly until: Locator
  readonly note: Locator
  readonly clear: Locator
  /** What takes the filters that are set away, one each. */
  readonly chips: Locator

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'Filters', exact: true })
    this.panel = page.getByRole('dialog', { name: 'Filters' })
    this.since = this.panel.getByLabel('Published since')
    this.until = this.panel.getByLabel('until')
    this.note = this.panel.getByRole('searchbox', { name: 'Words in a note' })
    this.clear = this.panel.getByRole('button', { name: 'Clear' })
    this.chips = page.getByRole('group', { name: 'Filters that are set' }).getByRole('button')
  }

  open(): Promise<void> {
    return boxed('open the filters', async () => {
      await this.opener.click()
      await expect(this.choice('Outlet')).toBeFocused()
    })
  }

  choice(name: Choice): Locator {
    return this.panel.getByRole('combobox', { name })
  }

  choose(name: Choice, option: string | RegExp): Promise<void> {
    return boxed(`${name}: ${option}`, async () => {
      const wanted = this.choice(name).locator('option').filter({ hasText: option })
      await this.choice(name).selectOption(await wanted.getAttribute('value'))
    })
  }
}
