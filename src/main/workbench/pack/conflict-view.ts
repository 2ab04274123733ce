import type { ConflictView, VersionView } from '../../../contract/pack-models.ts'
import type { MergeConflict } from '../../../core/annotation/merge/merge-documents.ts'
import { quoteOf, type Span } from '../../../core/annotation/span.ts'
import { shorten } from '../../../core/text/shorten.ts'

/** Of a quote in a list, in UTF-16 code units. */
const QUOTE_LENGTH = 120

type PlainConflict =
  | Omit<Extract<ConflictView, { kind: 'span' }>, 'article' | 'annotator'>
  | Omit<Extract<ConflictView, { kind: 'status' }>, 'article' | 'annotator'>

/** What a person is shown of a conflict: both versions, with what they mark. */
export function viewOf(conflict: MergeConflict, text: string): PlainConflict {
  if (conflict.kind === 'status') return conflict
  const { here, theirs, taken } = conflict
  const version = (span: Span | null): VersionView | null =>
    span && {
      label: span.label,
      quote: shorten(quoteOf(text, span), QUOTE_LENGTH),
      note: span.note,
      attributes: span.attributes,
    }
  return { kind: 'span', here: version(here), theirs: version(theirs), taken }
}
