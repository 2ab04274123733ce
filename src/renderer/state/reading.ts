import { signal } from '@lit-labs/signals'
import { DEFAULT_READING, ReadingSchema, type ReadingSettings } from '../../contract/models.ts'

/** The settings that are numbers. */
export type ReadingMeasure = 'width' | 'size' | 'lineHeight'

interface Bounds {
  readonly min: number
  readonly max: number
}

/** What the schema lets a measure be; it is said there, and nowhere else. */
export const READING_BOUNDS: Readonly<Record<ReadingMeasure, Bounds>> = {
  width: boundsOf('width'),
  size: boundsOf('size'),
  lineHeight: boundsOf('lineHeight'),
}

/** What one step of a key or a button adds: enough to be seen, and no more. */
const STEPS: Readonly<Record<ReadingMeasure, number>> = { width: 20, size: 1, lineHeight: 0.1 }

/**
 * Milliseconds within which changes are remembered as one: a slider makes dozens a second, and each
 * would be written to the disk. Only a window that is killed within it loses how its text was set.
 */
const GATHERED_WITHIN = 250

/** How the text is set in this window. Every change holds at once, and is remembered soon after. */
export class Reading {
  readonly settings = signal<ReadingSettings>(DEFAULT_READING)
  readonly #remember: (settings: ReadingSettings) => Promise<unknown>
  #timer: ReturnType<typeof setTimeout> | null = null
  #remembering: Promise<unknown> = Promise.resolve()

  /** @param remember - Keeps the settings for the next start; calls are kept in their order. */
  constructor(remember: (settings: ReadingSettings) => Promise<unknown>) {
    this.#remember = remember
  }

  /** Takes over what was remembered. */
  adopt(settings: ReadingSettings): void {
    this.settings.set(settings)
  }

  /** Changes some settings; a measure beyond its bounds becomes the nearest that is within. */
  change(part: Partial<ReadingSettings>): void {
    const before = this.settings.get()
    const settings = {
      ...before,
      ...part,
      width: within('width', part.width ?? before.width),
      size: within('size', part.size ?? before.size),
      lineHeight: within('lineHeight', part.lineHeight ?? before.lineHeight),
    }
    if (isSame(settings, before)) return
    this.settings.set(settings)
    this.#timer ??= setTimeout(() => void this.flush(), GATHERED_WITHIN)
  }

  /** Goes on to the next round value of a measure. */
  step(measure: ReadingMeasure, direction: 1 | -1): void {
    const steps = this.settings.get()[measure] / STEPS[measure]
    // What is round but for the error of its division counts as round.
    const next = direction === 1 ? Math.floor(steps + 1e-9) + 1 : Math.ceil(steps - 1e-9) - 1
    this.change({ [measure]: Number((next * STEPS[measure]).toFixed(2)) })
  }

  /** Whether a measure can go further in a direction. */
  canStep(measure: ReadingMeasure, direction: 1 | -1): boolean {
    const { min, max } = READING_BOUNDS[measure]
    const value = this.settings.get()[measure]
    return direction === 1 ? value < max : value > min
  }

  larger(): void {
    this.step('size', 1)
  }

  smaller(): void {
    this.step('size', -1)
  }

  reset(): void {
    this.change(DEFAULT_READING)
  }

  /** Remembers at once what is not yet. @returns When everything is remembered, or cannot be. */
  async flush(): Promise<void> {
    if (this.#timer !== null) {
      clearTimeout(this.#timer)
      this.#timer = null
      // Not after the one before has come back: a window that is closed waits for nothing.
      this.#remembering = Promise.all([this.#remembering, this.#remember(this.settings.get())])
    }
    await this.#remembering
  }
}

function boundsOf(measure: ReadingMeasure): Bounds {
  const [, min, max] = ReadingSchema.entries[measure].pipe
  return { min: min.requirement, max: max.requirement }
}

function within(measure: ReadingMeasure, value: number): number {
  const { min, max } = READING_BOUNDS[measure]
  return Math.min(max, Math.max(min, value))
}

function isSame(a: ReadingSettings, b: ReadingSettings): boolean {
  return (Object.keys(a) as (keyof ReadingSettings)[]).every((name) => a[name] === b[name])
}
