import type { Opening } from '../tasks/product.ts'
import type { CommandRun, Measured } from './processes.ts'

/** What was measured of one thing with one size: values, or why there are none. */
export interface Series {
  readonly values: readonly number[]
  readonly failure: string | null
}

const EMPTY: Series = { values: [], failure: null }

/** Everything that was measured: times in milliseconds, memory in bytes. */
export class Values {
  readonly #series = new Map<string, Series>()

  /** All rounds as one. */
  of(what: string, articles: number): Series {
    return this.#series.get(keyOf(what, articles)) ?? EMPTY
  }

  series<T>(
    what: string,
    articles: number,
    measured: Measured<T>,
    values: (found: T) => readonly number[],
  ): void {
    const before = this.of(what, articles)
    const next = measured.ok
      ? { ...before, values: [...before.values, ...values(measured.value)] }
      : { ...before, failure: measured.error }
    this.#series.set(keyOf(what, articles), next)
  }

  opening(what: string, measured: Measured<Opening>, articles: number): void {
    const isWhole = !measured.ok || measured.value.articles === articles
    if (!isWhole) throw new Error(`${what}: not all of ${articles} articles are there`)
    this.series(what, articles, measured, ({ time }) => [time])
    this.series(`${what}-rss`, articles, measured, ({ rss }) => [rss])
    this.series(`${what}-heap`, articles, measured, ({ heap }) => [heap])
  }

  transfer(what: string, measured: Measured<CommandRun>, articles: number): void {
    this.series(what, articles, measured, ({ time }) => [time])
    this.series(`${what}-peak`, articles, measured, ({ peak }) => [peak])
  }

  toJSON(): Readonly<Record<string, Series>> {
    return Object.fromEntries(this.#series)
  }
}

function keyOf(what: string, articles: number): string {
  return `${what} ${articles}`
}
