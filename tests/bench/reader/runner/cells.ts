import type { Measure, Outcome } from './outcome.ts'
import { median, p95, quantile } from './statistics.ts'

/**
 * Frames longer than this are told one by one. Two refreshes of the screen take 33.3 ms, which is
 * not over 33 ms yet.
 */
const LONG_FRAME = 33.5

/** Number of frames that took over 33 ms. */
export function longFrames(frames: readonly number[]): number {
  return frames.filter((frame) => frame > LONG_FRAME).length
}

/** Milliseconds, to what can be told apart. */
export function milliseconds(value: number): string {
  return value < 100 ? value.toFixed(1) : grouped(Math.round(value))
}

/** A whole number with its thousands apart. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en')
}

export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}

/** Writes the values of one measure into a cell. */
type Format = (values: readonly number[]) => string

const both: Format = (values) => `${milliseconds(median(values))} / ${milliseconds(p95(values))}`

/** The columns of the table. */
export const COLUMNS: readonly {
  readonly title: string
  readonly measure: Measure
  readonly format: Format
}[] = [
  { title: 'open', measure: 'open', format: both },
  { title: 'add', measure: 'add', format: both },
  { title: 'remove', measure: 'remove', format: both },
  { title: 'move', measure: 'move', format: both },
  {
    title: 'scroll frames',
    measure: 'frames',
    format: (values) => `${both(values)} / ${milliseconds(quantile(values, 1))}`,
  },
  { title: '> 33 ms', measure: 'frames', format: (values) => grouped(longFrames(values)) },
  { title: 'work a step', measure: 'work', format: (values) => milliseconds(median(values)) },
  { title: 'jump', measure: 'jump', format: both },
  { title: 'heap MB', measure: 'heap', format: (values) => megabytes(median(values)) },
  { title: 'elements', measure: 'elements', format: (values) => grouped(Math.max(...values)) },
]

/** Numbers the reasons why something was not measured. */
export class Footnotes {
  readonly #notes: string[] = []

  /** The mark of a note, the same for the same words. */
  markOf(note: string): string {
    const known = this.#notes.indexOf(note)
    return `[${known >= 0 ? known + 1 : this.#notes.push(note)}]`
  }

  get lines(): readonly string[] {
    return this.#notes.map((note, index) => `[${index + 1}] ${note}`)
  }
}

/** What a cell says: the values, or why there are none. */
export function cell(outcome: Outcome | undefined, format: Format, notes: Footnotes): string {
  switch (outcome?.type) {
    case 'measured':
      return format(outcome.values)
    case 'over':
      return `over ${outcome.seconds} s`
    case 'nothing':
      return 'did nothing'
    case 'cannot':
      return `– ${notes.markOf(outcome.reason)}`
    case undefined:
      return ''
  }
}
