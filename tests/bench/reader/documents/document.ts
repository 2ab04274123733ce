/** The labels of a new project, whose keys are 1 to 4. */
export const LABELS = ['claim', 'actor', 'date', 'casualty figure'] as const
export type BenchLabel = (typeof LABELS)[number]

/** The label that every added span gets. */
export const ADDED_LABEL: BenchLabel = 'claim'

/** `[start, end)` of a text, in UTF-16 code units. */
export interface BenchRange {
  readonly start: number
  readonly end: number
}

export interface BenchSpan extends BenchRange {
  readonly id: string
  readonly label: BenchLabel
}

/** What every contestant opens; the text is ASCII, so that every unit of offsets is the same. */
export interface BenchDocument {
  readonly id: string
  readonly text: string
  /** By start, then longest first. */
  readonly spans: readonly BenchSpan[]
  /**
   * Where spans are added, one after the other: words in sight as soon as the text is open. What
   * lies after them has to move, so the beginning is no favour to anybody.
   */
  readonly places: readonly BenchPlace[]
}

export interface BenchPlace extends BenchRange {
  /** Ends of the next words, which the span's end is moved to. */
  readonly further: readonly number[]
}
