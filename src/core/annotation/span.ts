import * as v from 'valibot'
import { IdentifierSchema } from '../identifier.ts'
import { AttributesSchema } from './attribute.ts'
import { LabelNameSchema } from './label-set.ts'

/** Longest note a person can write, in UTF-16 code units: a page, so that a set stays small. */
const NOTE_LENGTH = 4000

export const SpanIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9-]{1,64}$/, 'a span id is 1 to 64 of A-Z, a-z, 0-9 and -'),
)
export const OffsetSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const NoteSchema = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(NOTE_LENGTH)))
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp())

/** Who made a span, when (ISO 8601, UTC) and by what means. */
export const ProvenanceSchema = v.strictObject({
  by: IdentifierSchema,
  at: InstantSchema,
  via: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/, 'such as "mouse" or "keyboard"')),
})

/** A label over `[start, end)` of an article's text, in UTF-16 code units. */
export const SpanSchema = v.strictObject({
  id: SpanIdSchema,
  label: LabelNameSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  attributes: AttributesSchema,
  note: NoteSchema,
  created: ProvenanceSchema,
})
export type Span = Readonly<v.InferOutput<typeof SpanSchema>>

type SpanPlace = Pick<Span, 'id' | 'label' | 'start' | 'end'>

/**
 * The one order of spans, in a set, on screen and in exports: by start, then longest first (so a
 * span precedes those it holds), then label, then id. It is the same in UTF-16 and in code points.
 */
export function compareSpans(a: SpanPlace, b: SpanPlace): number {
  return (
    a.start - b.start || b.end - a.end || compareText(a.label, b.label) || compareText(a.id, b.id)
  )
}

/** Compares by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The text that a span covers. */
export function quoteOf(text: string, span: Pick<Span, 'start' | 'end'>): string {
  return text.slice(span.start, span.end)
}
