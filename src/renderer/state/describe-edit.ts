import type { AnnotationSet } from '../../core/annotation/annotation-set.ts'
import { showValue } from '../../core/annotation/attribute.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from '../../core/annotation/edit.ts'
import { indexOfSpan } from '../../core/annotation/span-search.ts'
import { quoteOf } from '../../core/annotation/span.ts'
import type { TextRange } from '../../core/text/range.ts'
import { shorten } from '../../core/text/shorten.ts'
import { assertNever } from '../../core/assert-never.ts'
import { count, STATUS_NAMES } from './format.ts'

/** As much of a quote as is worth hearing, in UTF-16 code units: some eight seconds of speech. */
const SPOKEN_QUOTE = 120

type SpansBefore = Pick<AnnotationSet, 'spans'>

/**
 * What an edit does, in words for a person who does not see it: "claim added: At least 34 soldiers".
 * @param set - The set that the edit is made on, or only those of its spans that the edit names.
 * @param text - The article's text.
 */
export function describeEdit(edit: Edit, set: SpansBefore, text: string): string {
  const parts = simpleEditsOf(edit)
  // The first mark also sets the status, which nobody asked for by that mark.
  const meant = parts.filter(({ type }) => type !== 'status')
  const [first, ...others] = meant.length > 0 ? meant : parts
  if (first === undefined) return 'nothing changed'
  const words = describeSimple(first, set, text)
  return others.length === 0 ? words : `${words}, and ${count(others.length, 'more change')}`
}

/** The beginning of what a range covers, as it is spoken. */
export function spokenQuote(text: string, range: TextRange): string {
  return shorten(quoteOf(text, range), SPOKEN_QUOTE)
}

function describeSimple(edit: SimpleEdit, set: SpansBefore, text: string): string {
  if (edit.type === 'add') return `${edit.span.label} added: ${spokenQuote(text, edit.span)}`
  if (edit.type === 'status') return `status is ${STATUS_NAMES[edit.status]}`
  const span = set.spans[indexOfSpan(set.spans, edit.id)]
  if (span === undefined) return 'a span changed'
  const { label, note } = span
  const quote = spokenQuote(text, span)
  switch (edit.type) {
    case 'remove':
      return `${label} deleted: ${quote}`
    case 'move':
      return `${label} moved to: ${spokenQuote(text, edit)}`
    case 'relabel':
      return `${label} changed to ${edit.label}: ${quote}`
    case 'note':
      if (edit.note === null) return `note of ${label} deleted: ${quote}`
      return `note of ${label} ${note === null ? 'added' : 'changed'}: ${quote}`
    case 'attribute': {
      const { name, value } = edit
      if (value === null) return `${name} of ${label} deleted: ${quote}`
      return `${name} of ${label} is ${shorten(showValue(value), SPOKEN_QUOTE)}: ${quote}`
    }
    default:
      return assertNever(edit)
  }
}
