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

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'Reading settings' })
    this.panel = page.getByRole('dialog', { name: 'Reading settings' })
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
}
