import type { AnnotationSet, Status } from '../annotation/annotation-set.ts'
import type { Metadata } from './article.ts'
import { foldForSearch } from './search-terms.ts'

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
  set: Pick<AnnotationSet, 'status' | 'spans'> | undefined,
  { status, label, note }: SetFilter,
): boolean {
  if (status !== null && (set?.status ?? 'not-started') !== status) return false
  const spans = set?.spans ?? []
  if (label !== null && !spans.some((span) => span.label === label)) return false
  return note === '' || spans.some((span) => foldForSearch(span.note ?? '').includes(note))
}
