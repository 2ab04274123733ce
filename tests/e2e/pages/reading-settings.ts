import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** How the text is set: the panel behind "Aa". */
export class ReadingSettings {
  readonly opener: Locator
  readonly panel: Locator
  readonly size: Locator
  readonly lineHeight: Locator
  readonly width: Locator
  readonly reset: Locator
  /** The panel, also while it is closed. */
  readonly #element: Locator

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'Reading settings' })
    this.panel = page.getByRole('dialog', { name: 'Reading settings' })
    this.#element = page.locator('rubric-reading-panel')
    this.size = this.panel.getByRole('slider', { name: 'Text size' })
    this.lineHeight = this.panel.getByRole('slider', { name: 'Line height' })
    this.width = this.panel.getByRole('slider', { name: 'Column width' })
    this.reset = this.panel.getByRole('button', { name: 'Reset' })
  }

  font(name: 'Serif' | 'Sans' | 'Mono'): Locator {
    return this.panel.getByRole('radio', { name })
  }

  switch(name: 'Paragraph numbers' | 'Label letters' | 'Focus mode'): Locator {
    return this.panel.getByRole('switch', { name })
  }

  open(): Promise<void> {
    return boxed('open the reading settings', async () => {
      await this.opener.click()
      await expect(this.size).toBeFocused()
    })
  }

  /** Opens the panel and closes it at the first news of it, and waits until both may be drawn. */
  closeAsItOpens(): Promise<void> {
    return boxed('close the reading settings as they open', async () => {
      const drawn = this.#element.evaluate(async (panel: HTMLElement) => {
        await new Promise((resolve) => {
          panel.addEventListener('toggle', resolve, { once: true })
        })
        panel.hidePopover()
        for (let frame = 0; frame < 4; frame++) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      })
      await this.opener.click()
      await drawn
    })
  }
}
