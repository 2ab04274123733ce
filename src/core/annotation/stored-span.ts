import * as v from 'valibot'
import { fail, ok, type Result } from '../result.ts'
import type { OffsetMap } from '../text/offsets.ts'
import type { Pairs } from './pairs.ts'
import { AttributesSchema, orderedAttributes } from './attribute.ts'
import { LabelNameSchema } from './label-set.ts'
import {
  compareSpans,
  NoteSchema,
  OffsetSchema,
  ProvenanceSchema,
  quoteOf,
  SpanIdSchema,
  type Span,
} from './span.ts'

/**
 * A span outside the program: offsets in code points, with its quote. The keys are in the order in
 * which they are written.
 */
export const StoredSpanSchema = v.strictObject({
  id: SpanIdSchema,
  label: LabelNameSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  text: v.string(),
  attributes: AttributesSchema,
  note: NoteSchema,
  created: ProvenanceSchema,
})
export type StoredSpan = Readonly<v.InferOutput<typeof StoredSpanSchema>>

/** An article's text with its offset map, which is costly enough to be built once. */
export interface MappedText {
  readonly text: string
  readonly offsets: OffsetMap
}

/** @throws OffsetError if the span does not lie in the text, which no valid set allows. */
export function storeSpan(span: Span, { text, offsets }: MappedText): StoredSpan {
  return {
    id: span.id,
    label: span.label,
    start: offsets.toCodePoints(span.start),
    end: offsets.toCodePoints(span.end),
    text: quoteOf(text, span),
    attributes: span.attributes,
    note: span.note,
    created: span.created,
  }
}

/**
 * Spans that are known to be sound, with their keys and themselves in the order of writing.
 * @param spans - As parsed from a file that was checked before.
 */
export function orderedSpans(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const ordered = spans.map((span): StoredSpan => {
    const { id, label, start, end, text, note, created } = span
    const { by, at, via } = created
    const attributes = orderedAttributes(span.attributes)
    return { id, label, start, end, text, attributes, note, created: { by, at, via } }
  })
  const isSorted = ordered.every((span, index) => {
    const before = ordered[index - 1]
    return before === undefined || compareSpans(before, span) <= 0
  })
  return isSorted ? ordered : ordered.toSorted(compareSpans)
}

/** Reads a span back; it fails, with a sentence, when its offsets do not yield its quote. */
export function loadSpan(stored: StoredSpan, { text, offsets }: MappedText): Result<Span, string> {
  const { id, label, start, end, text: quote, attributes, note, created } = stored
  if (start >= end || end > offsets.codePointLength) {
    return fail(
      `span ${stored.id}: ${start} to ${end} is no range in a text of ${offsets.codePointLength} code points`,
    )
  }
  const place = { start: offsets.toUtf16(start), end: offsets.toUtf16(end) }
  const found = quoteOf(text, place)
  if (found !== quote) {
    return fail(
      `span ${stored.id}: code points ${start} to ${end} read ${excerpt(found)}, not ${excerpt(quote)}`,
    )
  }
  return ok({ id, label, start: place.start, end: place.end, attributes, note, created })
}

/**
 * Reads a set's spans back, in the order of `compareSpans` whatever theirs is.
 * @returns The spans, or a sentence about the first that does not yield its quote, repeats an id, or
 * repeats another's range and label.
 * @param checked - Spans that have been checked against this text, and are read back already.
 */
export function loadSpans(
  storedSpans: readonly StoredSpan[],
  mapped: MappedText,
  checked?: Pairs<Span, StoredSpan>,
): Result<readonly Span[], string> {
  const spans: Span[] = []
  const ids = new Set<string>()
  const places = new Set<string>()
  for (const stored of storedSpans) {
    const known = checked?.loadedOf(stored)
    const loaded = known === undefined ? loadSpan(stored, mapped) : ok(known)
    if (!loaded.ok) return loaded
    if (known === undefined) checked?.remember(loaded.value, stored)
    const place = `${stored.start} ${stored.end} ${stored.label}`
    if (ids.has(stored.id)) return fail(`span ${stored.id} is there twice`)
    if (places.has(place)) {
      return fail(`span ${stored.id} marks the same text as ${stored.label} that another span does`)
    }
    ids.add(stored.id)
    places.add(place)
    spans.push(loaded.value)
  }
  return ok(spans.toSorted(compareSpans))
}

function excerpt(text: string): string {
  const points = [...text]
  return JSON.stringify(points.length > 60 ? `${points.slice(0, 59).join('')}…` : text)
}
