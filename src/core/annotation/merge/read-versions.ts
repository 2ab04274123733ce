import type { EditContext } from '../apply-edit.ts'
import { simpleEditsOf, type Edit } from '../edit.ts'
import type { AnnotationDocument, HistoryEntry } from '../history.ts'
import type { Span } from '../span.ts'
import { nextStamp, stampKey, type Stamp } from './stamp.ts'
import {
  compareAt,
  placeOf,
  type Anchor,
  type Mark,
  type MergedDocument,
  type MergeMemory,
  type SetVersions,
  type Version,
} from './versions.ts'

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
  const known = start === null ? null : memory
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
  readonly #marks = new Map<string, GrowingMark>()
  /** Spans that others with the same bounds and label hid when the memory was written. */
  readonly #hidden = new Map<string, Span>()
  #status: GrowingMark = { stamp: NEVER, passed: new Set([stampKey(NEVER)]) }

  constructor(document: AnnotationDocument, known: MergeMemory | null) {
    this.#document = document
    this.#present = new Map(document.set.spans.map((span) => [span.id, span]))
    if (known === null) return
    this.#status = markOf(known.status)
    for (const [id, remembered] of known.spans) {
      this.#marks.set(id, markOf(remembered))
      const { hidden } = remembered
      if (hidden !== null && !this.#present.has(id)) this.#hidden.set(id, hidden)
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
  #firstMark(id: string, removed: Span | undefined): GrowingMark | undefined {
    const span = this.#present.get(id) ?? removed
    return span && firstOf(span)
  }
}

/** One that is being gathered. */
interface GrowingMark extends Mark {
  readonly passed: Set<string>
}

function markOf({ stamp, passed }: Mark): GrowingMark {
  return { stamp, passed: new Set(passed) }
}

function firstOf({ created }: Span): GrowingMark {
  return advance(undefined, created.at)
}

/** The mark before is not used any more: a span that was changed a thousand times is not copied as often. */
function advance(before: GrowingMark | undefined, at: string): GrowingMark {
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
