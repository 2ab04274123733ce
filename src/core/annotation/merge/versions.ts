import { STATUSES, type Status } from '../annotation-set.ts'
import type { AnnotationDocument } from '../history.ts'
import { compareSpans, compareText, type Span } from '../span.ts'
import { compareStamps, stampKey, type Stamp } from './stamp.ts'

/** When something came to be what it is. */
export interface Mark {
  /** Of the latest change. */
  readonly stamp: Stamp
  /** All stamps that led here, this one among them, as `stampKey` writes them. */
  readonly passed: ReadonlySet<string>
}

/** What something came to be by its changes. */
export interface Version<T> extends Mark {
  readonly value: T
}

/**
 * What is known of a set, on one desk or on several together: of every span that was ever there the latest
 * version, null for one that was removed. More is known here than a set shows: of two spans with the same
 * bounds and label only one is visible.
 */
export interface SetVersions {
  readonly status: Version<Status>
  readonly spans: ReadonlyMap<string, Version<Span | null>>
}

/** The point in a history up to which what is known was written down beside it. */
export interface Anchor {
  readonly revision: number
  /** When the last entry before that point was made; null when there was none. */
  readonly at: string | null
}

/** What a merge has left beside a document, because its history does not tell it. */
export interface MergeMemory {
  readonly anchor: Anchor
  readonly status: Mark
  /** Of every span that was ever there. */
  readonly spans: ReadonlyMap<string, RememberedSpan>
}

export interface RememberedSpan extends Mark {
  /** The span itself, where another with the same bounds and label hides it; else the set has it, or none. */
  readonly hidden: Span | null
}

/** A document with what merges have left beside it; null when it was never merged. */
export interface MergedDocument {
  readonly document: AnnotationDocument
  readonly memory: MergeMemory | null
}

/** Brings together what is known here and elsewhere: the same in whatever order and however often. */
export function joinVersions(a: SetVersions, b: SetVersions): SetVersions {
  const spans = new Map(a.spans)
  for (const [id, version] of b.spans) {
    const known = spans.get(id)
    spans.set(id, known === undefined ? version : laterOf(known, version, compareContent))
  }
  return { status: laterOf(a.status, b.status, compareStatus), spans }
}

/** Writes down what is known of a set at the end of its history. */
export function memoryOf(
  { revision, history, set }: AnnotationDocument,
  { status, spans }: SetVersions,
): MergeMemory {
  const visible = new Set(set.spans.map(({ id }) => id))
  const remembered = Array.from(spans, ([id, { value, stamp, passed }]) => {
    const span: RememberedSpan = { stamp, passed, hidden: visible.has(id) ? null : value }
    return [id, span] as const
  })
  return {
    anchor: { revision, at: history.at(-1)?.at ?? null },
    status: { stamp: status.stamp, passed: status.passed },
    spans: new Map(remembered),
  }
}

/** The spans that a set with these versions shows, in the order of `compareSpans`. */
export function visibleSpans({ spans }: SetVersions): readonly Span[] {
  const byPlace = new Map<string, { readonly id: string; span: Span; stamp: Stamp }>()
  for (const [id, { value: span, stamp }] of spans) {
    if (span === null) continue
    const place = placeOf(span)
    const other = byPlace.get(place)
    if (other === undefined || compareAt(other, { id, stamp }) < 0) {
      byPlace.set(place, { id, span, stamp })
    }
  }
  return Array.from(byPlace.values(), ({ span }) => span).toSorted(compareSpans)
}

/** Whether one version came of the other, on the same desk or handed on. */
export function cameOf<T>(version: Version<T>, earlier: Version<T>): boolean {
  return version.passed.has(stampKey(earlier.stamp))
}

/** Whether two desks know the same. */
export function areSameVersions(a: SetVersions, b: SetVersions): boolean {
  if (a.spans.size !== b.spans.size || !isSame(a.status, b.status)) return false
  return [...a.spans].every(([id, version]) => {
    const other = b.spans.get(id)
    return other !== undefined && isSame(version, other)
  })
}

function isSame(a: Version<Span | Status | null>, b: Version<Span | Status | null>): boolean {
  return (
    compareStamps(a.stamp, b.stamp) === 0 &&
    a.passed.size === b.passed.size &&
    [...a.passed].every((stamp) => b.passed.has(stamp)) &&
    contentOf(a.value) === contentOf(b.value)
  )
}

/** What tells two spans with different ids apart by their bounds and label. */
export function placeOf({ start, end, label }: Pick<Span, 'start' | 'end' | 'label'>): string {
  return `${start} ${end} ${label}`
}

/** A span or status as text that is the same for the same content. */
export function contentOf(value: Span | Status | null): string {
  if (value === null || typeof value === 'string') return value ?? ''
  const { id, label, start, end, attributes, note, created } = value
  const { by, at, via } = created
  return JSON.stringify([id, label, start, end, attributes, note, by, at, via])
}

function laterOf<T>(a: Version<T>, b: Version<T>, compare: (x: T, y: T) => number): Version<T> {
  const order = compareStamps(a.stamp, b.stamp) || compare(a.value, b.value)
  const { value, stamp } = order < 0 ? b : a
  const isMore = [...b.passed].some((key) => !a.passed.has(key))
  return { value, stamp, passed: isMore ? new Set([...a.passed, ...b.passed]) : a.passed }
}

/** Of two that were changed in the same instant the one that is there stays. */
function compareContent(a: Span | null, b: Span | null): number {
  return compareText(contentOf(a), contentOf(b))
}

function compareStatus(a: Status, b: Status): number {
  return STATUSES.indexOf(a) - STATUSES.indexOf(b)
}

/** Of two spans with the same bounds and label the later one is visible. */
export function compareAt(
  a: { readonly id: string; readonly stamp: Stamp },
  b: { readonly id: string; readonly stamp: Stamp },
): number {
  return compareStamps(a.stamp, b.stamp) || compareText(a.id, b.id)
}
