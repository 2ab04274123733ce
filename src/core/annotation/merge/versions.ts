import { STATUSES, type Status } from '../annotation-set.ts'
import type { EditContext } from '../apply-edit.ts'
import { simpleEditsOf, type Edit } from '../edit.ts'
import type { AnnotationDocument, HistoryEntry } from '../history.ts'
import { compareSpans, compareText, type Span } from '../span.ts'
import { compareStamps, nextStamp, stampKey, type Stamp } from './stamp.ts'

/** What something came to be by its changes. */
export interface Version<T> {
  readonly value: T
  /** Of the latest change. */
  readonly stamp: Stamp
  /** All stamps that led here, this one among them, as `stampKey` writes them. */
  readonly passed: ReadonlySet<string>
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
  readonly versions: SetVersions
}

/** A document with what merges have left beside it; null when it was never merged. */
export interface MergedDocument {
  readonly document: AnnotationDocument
  readonly memory: MergeMemory | null
}

/** Of a status that nobody has changed: before every change. */
const NEVER: Stamp = { at: '1970-01-01T00:00:00.000Z', count: 0 }

/**
 * What is known of a set by its history, and by what earlier merges have left beside it. The set as it
 * stands is the truth; the history says when each span was changed last. A memory that fits no entry of
 * the history (the set was restored from a backup) does not count.
 */
export function versionsOf(
  { document, memory }: MergedDocument,
  labels: EditContext['labels'],
): SetVersions {
  const start = memory === null ? -1 : anchoredAt(document, memory.anchor)
  const known = memory !== null && start !== null ? memory.versions : null
  const later = document.history.slice(known === null ? 0 : (start ?? -1) + 1)
  const reading = new VersionReader(document, known)
  for (const entry of later) reading.take(entry)
  return reading.end(later.at(-1)?.at, labels)
}

/** @returns The index of the entry that an anchor is at, -1 for none before it; null when it is nowhere. */
function anchoredAt({ history, revision }: AnnotationDocument, anchor: Anchor): number | null {
  const expected = history.length - 1 - (revision - anchor.revision)
  if (anchor.at === null) return expected === -1 ? -1 : null
  if (history[expected]?.at === anchor.at) return expected
  // A change of a label can count the revision up without an entry.
  const found = history.findLastIndex(({ at }) => at === anchor.at)
  return found === -1 ? null : found
}

class VersionReader {
  readonly #document: AnnotationDocument
  readonly #present: ReadonlyMap<string, Span>
  readonly #marks = new Map<string, Mark>()
  /** Spans that others with the same bounds and label hid when the memory was written. */
  readonly #hidden = new Map<string, Span>()
  #status: Mark = { stamp: NEVER, passed: new Set([stampKey(NEVER)]) }

  constructor(document: AnnotationDocument, known: SetVersions | null) {
    this.#document = document
    this.#present = new Map(document.set.spans.map((span) => [span.id, span]))
    if (known === null) return
    this.#status = markOf(known.status)
    for (const [id, version] of known.spans) {
      this.#marks.set(id, markOf(version))
      if (version.value !== null && !this.#present.has(id)) this.#hidden.set(id, version.value)
    }
  }

  take({ at, edit, how }: HistoryEntry): void {
    // Such an entry is about a step that does not count.
    if (how === 'undone') return
    for (const [id, { isBorn, span }] of namedIn(edit)) {
      const before = this.#marks.get(id) ?? (isBorn ? undefined : this.#firstMark(id, span))
      this.#marks.set(id, advance(before, at))
      this.#hidden.delete(id)
    }
    if (simpleEditsOf(edit).some(({ type }) => type === 'status')) {
      this.#status = advance(this.#status, at)
    }
  }

  /** @param latest - When the last change was made that was taken. */
  end(latest: string | undefined, labels: EditContext['labels']): SetVersions {
    const spans = new Map<string, Version<Span | null>>()
    for (const [id, mark] of this.#marks) spans.set(id, { value: null, ...mark })
    const places = new Map<string, string>()
    for (const [id, span] of this.#present) {
      const mark = this.#marks.get(id) ?? firstOf(span)
      spans.set(id, { value: span, ...mark })
      places.set(placeOf(span), id)
    }
    for (const [id, value] of this.#hidden) {
      const mark = this.#marks.get(id) ?? firstOf(value)
      const hider = places.get(placeOf(value))
      if (hider === undefined || !labels.has(value.label)) {
        // Whoever took the other span away took away all that was marked there.
        spans.set(id, { value: null, ...advance(mark, latest ?? mark.stamp.at) })
      } else {
        spans.set(id, { value, ...mark })
        const visible = spans.get(hider)
        // By a clock that was set back the one that is visible may look older than the one it hides.
        if (visible && compareAt({ id: hider, ...visible }, { id, ...mark }) < 0) {
          const stamp = nextStamp(mark.stamp, visible.stamp.at)
          const passed = new Set([...visible.passed, stampKey(stamp)])
          spans.set(hider, { value: visible.value, stamp, passed })
        }
      }
    }
    return { status: { value: this.#document.set.status, ...this.#status }, spans }
  }

  /** Of a span that is older than the history. */
  #firstMark(id: string, removed: Span | undefined): Mark | undefined {
    const span = this.#present.get(id) ?? removed
    return span && firstOf(span)
  }
}

/** Brings together what is known here and elsewhere: the same in whatever order and however often. */
export function joinVersions(a: SetVersions, b: SetVersions): SetVersions {
  const spans = new Map(a.spans)
  for (const [id, version] of b.spans) {
    const known = spans.get(id)
    spans.set(id, known === undefined ? version : later(known, version, compareContent))
  }
  return { status: later(a.status, b.status, compareStatus), spans }
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

interface Mark {
  readonly stamp: Stamp
  readonly passed: Set<string>
}

function markOf({ stamp, passed }: Omit<Version<unknown>, 'value'>): Mark {
  return { stamp, passed: new Set(passed) }
}

function firstOf({ created }: Span): Mark {
  return advance(undefined, created.at)
}

/** The mark before is not used any more: a span that was changed a thousand times is not copied as often. */
function advance(before: Mark | undefined, at: string): Mark {
  const stamp = nextStamp(before?.stamp, at)
  return { stamp, passed: (before?.passed ?? new Set()).add(stampKey(stamp)) }
}

interface Named {
  /** Whether the span was not there before. */
  readonly isBorn: boolean
  /** As it was, where the change took it away. */
  readonly span: Span | undefined
}

/** The spans that a change names, by the edit that leads back from it. */
function namedIn(edit: Edit): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>()
  for (const part of simpleEditsOf(edit)) {
    if (part.type === 'status') continue
    if (part.type === 'add') named.set(part.span.id, { isBorn: false, span: part.span })
    else named.set(part.id, { isBorn: part.type === 'remove', span: undefined })
  }
  return named
}

function later<T>(
  a: Version<T>,
  b: Version<T>,
  compare: (x: T, y: T) => number,
): Version<T> {
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

function compareAt(
  a: { readonly id: string; readonly stamp: Stamp },
  b: { readonly id: string; readonly stamp: Stamp },
): number {
  return compareStamps(a.stamp, b.stamp) || compareText(a.id, b.id)
}
