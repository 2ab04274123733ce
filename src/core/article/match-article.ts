import type { Status } from '../annotation/annotation-set.ts'
import type { Metadata } from './article.ts'

/** What is asked of an article's metadata; null asks nothing. */
export interface MetadataFilter {
  /** Exactly as the metadata have it. */
  readonly outlet: string | null
  /** The first day, YYYY-MM-DD, inclusive. */
  readonly from: string | null
  /** The last day, likewise. */
  readonly to: string | null
}

/** What is asked of one annotator's set on an article; null and '' ask nothing. */
export interface SetFilter {
  readonly status: Status | null
  /** The set has a span of the label of this name. */
  readonly label: string | null
  /** Folded by `foldForSearch`; a note in the set holds it. */
  readonly note: string
}

/** What is known of a set without its spans. */
export interface SetOutline {
  readonly status: Status
  /** How many spans each label has that has any. */
  readonly labels: readonly { readonly name: string; readonly spans: number }[]
  /** All notes, folded by `foldForSearch`, each on a line. */
  readonly notes: string
}

/** Characters of YYYY-MM-DD. */
const DAY = 10

/**
 * Whether an article's metadata are what is asked for. Days are those that the source tells, whatever
 * its offset from UTC; an article without a date is on no day.
 */
export function matchesMetadata(
  { outlet, published }: Pick<Metadata, 'outlet' | 'published'>,
  filter: MetadataFilter,
): boolean {
  if (filter.outlet !== null && outlet !== filter.outlet) return false
  if (filter.from === null && filter.to === null) return true
  const day = published?.slice(0, DAY)
  if (day === undefined) return false
  return (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to)
}

/**
 * Whether an annotator's set is what is asked for.
 * @param set - Undefined where the annotator has not touched the article, which is not started then.
 */
export function matchesSet(
  set: SetOutline | undefined,
  { status, label, note }: SetFilter,
): boolean {
  if (status !== null && (set?.status ?? 'not-started') !== status) return false
  if (label !== null && !(set?.labels ?? []).some(({ name }) => name === label)) return false
  return note === '' || (set?.notes ?? '').includes(note)
}
