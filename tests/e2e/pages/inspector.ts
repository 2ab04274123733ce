import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** This article's spans, the selected one, and the article's metadata. */
export class Inspector {
  readonly list: Locator
  readonly spans: Locator
  readonly selected: Locator
  readonly card: Locator
  readonly label: Locator
  readonly note: Locator
  readonly title: Locator
  readonly outlet: Locator
  readonly published: Locator

  constructor(page: Page) {
    this.list = page.getByRole('listbox', { name: 'Spans' })
    this.spans = this.list.getByRole('option')
    this.selected = this.list.getByRole('option', { selected: true })
    this.card = page.getByRole('region', { name: 'Selected span' })
    this.label = this.card.getByRole('combobox', { name: 'Label' })
    this.note = this.card.getByRole('textbox', { name: 'Note' })
    const pane = page.getByRole('complementary', { name: 'Inspector' })
    this.title = pane.getByRole('textbox', { name: 'Title' })
    this.outlet = pane.getByRole('textbox', { name: 'Outlet' })
    this.published = pane.getByRole('textbox', { name: 'Published' })
  }

  /** @returns "LABEL: QUOTE" of every span, in the list's order. */
  async names(): Promise<string[]> {
    return this.spans.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
  }

  /** Waits until exactly these spans are listed, whatever their order. */
  expectNames(names: readonly string[]): Promise<void> {
    return boxed(`${names.length} spans are listed`, () =>
      expect.poll(async () => (await this.names()).toSorted()).toEqual([...names].toSorted()),
    )
  }

  /** Waits until the selected span is this one. */
  expectSelected(name: string): Promise<void> {
    return boxed(`selected is “${name}”`, () =>
      expect(this.selected).toHaveAttribute('aria-label', name),
    )
  }
}
