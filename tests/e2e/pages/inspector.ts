import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** This article's spans, the selected one, and the article's metadata. */
export class Inspector {
  readonly list: Locator
  /** The rows that are in the document: those in sight, and a few more. */
  readonly spans: Locator
  readonly selected: Locator
  readonly card: Locator
  readonly label: Locator
  readonly note: Locator
  readonly article: Locator
  readonly title: Locator
  readonly outlet: Locator
  readonly published: Locator
  readonly language: Locator
  readonly direction: Locator

  constructor(page: Page) {
    this.list = page.getByRole('listbox', { name: 'Spans' })
    this.spans = this.list.getByRole('option')
    this.selected = this.list.getByRole('option', { selected: true })
    this.card = page.getByRole('region', { name: 'Selected span' })
    this.label = this.card.getByRole('combobox', { name: 'Label' })
    this.note = this.card.getByRole('textbox', { name: 'Note' })
    const pane = page.getByRole('complementary', { name: 'Inspector' })
    this.article = pane.getByRole('button', { name: 'Article' })
    this.title = pane.getByRole('textbox', { name: 'Title' })
    this.outlet = pane.getByRole('textbox', { name: 'Outlet' })
    this.published = pane.getByRole('textbox', { name: 'Published' })
    this.language = pane.getByRole('combobox', { name: 'Language' })
    this.direction = pane.getByRole('combobox', { name: 'Direction' })
  }

  /** The field of an attribute of the selected span. */
  value(name: string): Locator {
    const isIt = { name, exact: true }
    return this.card.getByRole('textbox', isIt).or(this.card.getByRole('combobox', isIt))
  }

  /** Takes away a value that is no attribute of the selected span's label. */
  removal(name: string): Locator {
    return this.card.getByRole('button', { name: `Remove ${name}`, exact: true })
  }

  /** Opens what is known about the article, which is closed at first. */
  openArticle(): Promise<void> {
    return boxed('open what is known about the article', async () => {
      if ((await this.article.getAttribute('aria-expanded')) === 'false') await this.article.click()
      await expect(this.article).toHaveAttribute('aria-expanded', 'true')
    })
  }

  /**
   * "LABEL: QUOTE" of every span, in the list's order. The list holds only the rows in sight: a
   * longer one is scrolled through and back again. Spans that change meanwhile give a list that is not
   * whole, so that whoever waits for one asks again.
   */
  async names(): Promise<string[]> {
    return this.list.evaluate(async (list) => {
      const names = new Map<number, string>()
      /** Reads the rows that are there. @returns How many there are in all. */
      const read = (): number => {
        const rows = [...list.querySelectorAll('[role=option]')]
        for (const row of rows) {
          names.set(Number(row.getAttribute('aria-posinset')), row.getAttribute('aria-label') ?? '')
        }
        return Number(rows[0]?.getAttribute('aria-setsize') ?? 0)
      }
      /** Whether rows stand from the top to the bottom of what is seen. */
      const isDrawn = (): boolean => {
        const seen = list.getBoundingClientRect()
        const rows = [...list.querySelectorAll('[role=option]')]
        const isToTheEnd = rows.at(-1)?.getAttribute('aria-posinset') === String(size)
        const last = rows.at(-1)?.getBoundingClientRect().bottom ?? 0
        const first = rows[0]?.getBoundingClientRect().top ?? 0
        return first <= seen.top + 1 && (isToTheEnd || last >= seen.bottom - 1)
      }
      const size = read()
      const before = list.scrollTop
      for (let top = 0; names.size < size && top < list.scrollHeight; top += list.clientHeight) {
        list.scrollTop = top
        // A frame tells of the scrolling, and rows are drawn in the same or, on a busy machine, a later one.
        for (let frame = 0; frame < 60 && (frame < 2 || !isDrawn()); frame++) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
        if (read() !== size) break
      }
      list.scrollTop = before
      return Array.from({ length: size }, (_, index) => names.get(index + 1) ?? '')
    })
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
