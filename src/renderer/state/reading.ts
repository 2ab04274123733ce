import { signal } from '@lit-labs/signals'
import { DEFAULT_READING, type ReadingSettings } from '../../contract/models.ts'

/** How the text is set in this window. */
export class Reading {
  readonly settings = signal<ReadingSettings>(DEFAULT_READING)
  readonly #remember: (settings: ReadingSettings) => void

  /** @param remember - Keeps the settings for the next start. */
  constructor(remember: (settings: ReadingSettings) => void) {
    this.#remember = remember
  }

  /** Takes over what was remembered. */
  adopt(settings: ReadingSettings): void {
    this.settings.set(settings)
  }

  change(part: Partial<ReadingSettings>): void {
    const settings = { ...this.settings.get(), ...part }
    this.settings.set(settings)
    this.#remember(settings)
  }
}
