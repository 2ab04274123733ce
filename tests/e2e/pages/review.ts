import { expect, type Locator, type Page } from '@playwright/test'

/** The review: its queue, the text, the decision and the list of disagreements. */
export class ReviewView {
  readonly page: Page
  readonly queue: Locator
  readonly rows: Locator
  readonly text: Locator
  readonly card: Locator
  readonly versions: Locator
  readonly disagreements: Locator
  readonly waiting: Locator
  readonly progress: Locator

  constructor(page: Page) {
    this.page = page
    this.queue = page.getByRole('listbox', { name: 'Articles to review' })
    this.rows = this.queue.getByRole('option')
    this.text = page.getByRole('region', { name: 'Article under review' })
    this.card = page.getByRole('region', { name: 'Decision', exact: true })
    this.versions = this.card.getByRole('radio')
    this.disagreements = page.getByRole('listbox', { name: 'Disagreements' }).getByRole('option')
    this.waiting = this.disagreements.filter({ has: page.getByRole('img', { name: 'open' }) })
    this.progress = page.getByRole('status', { name: 'Progress of the review' })
  }

  /** Shows the view from wherever the window is. */
  async show(): Promise<void> {
    await this.page.keyboard.press('F7')
    await expect(this.rows.first()).toBeVisible()
  }

  /** Opens the article of this title. */
  async open(title: string): Promise<void> {
    const row = this.rows.filter({ hasText: title })
    await row.click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await this.openCount()
    await this.text.focus()
  }

  /** The title of the article that lies open. */
  async openTitle(): Promise<string> {
    const row = this.queue.getByRole('option', { selected: true })
    return (await row.getAttribute('aria-label')) ?? ''
  }

  /** The name of an annotator, beside the line by which they are known. */
  annotator(name: string): Locator {
    return this.page.locator('rubric-review-bar').getByText(name, { exact: true })
  }

  /** How many places are open, once the list of them tells what the queue does. */
  async openCount(): Promise<number> {
    const row = this.queue.getByRole('option', { selected: true })
    await expect(row).toHaveAccessibleDescription(/\d+ open$/)
    const words = (await row.getAttribute('aria-description')) ?? ''
    const open = Number.parseInt(/(\d+) open$/.exec(words)?.[1] ?? '', 10)
    await expect(this.waiting).toHaveCount(open)
    return open
  }
}
