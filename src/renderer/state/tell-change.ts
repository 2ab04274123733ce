import { showValue, valueNamed, type AttributeValue } from '../../core/annotation/attribute.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from '../../core/annotation/edit.ts'
import type { HistoryEntry } from '../../core/annotation/history.ts'
import type { PastChange } from '../../core/annotation/past-sets.ts'
import { quoteOf, type Span } from '../../core/annotation/span.ts'
import type { TextRange } from '../../core/text/range.ts'
import { shorten } from '../../core/text/shorten.ts'
import { assertNever } from '../../core/assert-never.ts'
import { count, STATUS_NAMES } from './format.ts'

/** Most of what is quoted, in UTF-16 code units: of the span itself, and within the words about it. */
const SUBJECT_LENGTH = 200
const ASIDE_LENGTH = 60

/** One change of the past, in words for a row of a list. */
export interface ToldChange {
  /** Name of the label that the span had after it; null where not one span is meant. */
  readonly label: string | null
  /** What was changed: the span's text, "Status", "3 spans" or "12 changes". */
  readonly subject: string
  /** Whether the subject is text of the article. */
  readonly isQuote: boolean
  /** Whether it was marked no more after it. */
  readonly isGone: boolean
  /** What was done to it: "marked as claim", "undid: relabelled claim → actor". */
  readonly words: string
}

/** What can be done to a span, in the order in which several are told. */
const KINDS = ['marked', 'deleted', 'moved', 'relabelled', 'noted', 'values set', 'status'] as const

/** An edit beside the one that leads back; one of them is what a person once did. */
interface Part {
  readonly forward: SimpleEdit
  /** What it leads to was there before: the words are those of what is undone by it. */
  readonly isUndoing: boolean
  readonly span: Span | undefined
  readonly text: string
}

const PREFIXES: Readonly<Record<HistoryEntry['how'], string>> = {
  do: '',
  undo: 'undid: ',
  redo: 'redid: ',
  undone: 'was undone: ',
}

/**
 * Tells a change as the person knows it who made it: undoing is told as what was undone.
 * @param inverse - The edit of the change's entry, which leads back.
 * @param text - The article's.
 */
export function tellChange(change: PastChange, inverse: Edit, text: string): ToldChange {
  const isUndoing = change.how === 'undo'
  const parts = simpleEditsOf(change.edit).map((forward): Part => {
    const span = 'id' in forward ? change.spans.find(({ id }) => id === forward.id) : undefined
    return { forward, isUndoing, span, text }
  })
  // The first mark also sets the status, which nobody asked for by that mark.
  const meant = parts.filter(({ forward }) => forward.type !== 'status')
  const told = meant.length === 0 ? tellStatus(parts, inverse) : tellSpans(meant)
  return { ...told, words: `${PREFIXES[change.how]}${told.words}` }
}

function tellStatus([part]: readonly Part[], inverse: Edit): ToldChange {
  const done = part?.isUndoing === true ? simpleEditsOf(inverse)[0] : part?.forward
  const name = done?.type === 'status' ? STATUS_NAMES[done.status].toLowerCase() : 'not changed'
  return plain('Status', `set to ${name}`)
}

function tellSpans(parts: readonly Part[]): ToldChange {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return tellSpan(first)
  const kinds = parts.map((part) => kindOf(part))
  const found = KINDS.map((kind) => ({ kind, times: kinds.filter((each) => each === kind).length }))
  const [only, ...others] = found.filter(({ times }) => times > 0)
  if (only !== undefined && others.length === 0) {
    return plain(count(parts.length, 'span'), only.kind)
  }
  const words = found.flatMap(({ kind, times }) => (times > 0 ? `${times} ${kind}` : []))
  return plain(count(parts.length, 'change'), words.join(', '))
}

function tellSpan(part: Part): ToldChange {
  const { forward, span, text } = part
  const after: Pick<Span, 'label' | 'start' | 'end'> | undefined =
    forward.type === 'add' ? forward.span : span && { ...span, ...forward }
  if (after === undefined) return plain('A span', kindOf(part))
  const subject = quoted(text, after, SUBJECT_LENGTH)
  const words = wordsFor(part, after.label)
  return { label: after.label, subject, isQuote: true, isGone: forward.type === 'remove', words }
}

function plain(subject: string, words: string): ToldChange {
  return { label: null, subject, isQuote: false, isGone: false, words }
}

/** What was done, in a word that a number can stand before. */
function kindOf({ forward, isUndoing }: Part): (typeof KINDS)[number] {
  switch (forward.type) {
    case 'add':
      return isUndoing ? 'deleted' : 'marked'
    case 'remove':
      return isUndoing ? 'marked' : 'deleted'
    case 'move':
      return 'moved'
    case 'relabel':
      return 'relabelled'
    case 'note':
      return 'noted'
    case 'attribute':
      return 'values set'
    case 'status':
      return 'status'
    default:
      return assertNever(forward)
  }
}

function wordsFor(part: Part, label: string): string {
  const { forward, isUndoing, span, text } = part
  switch (forward.type) {
    case 'add':
    case 'remove':
      return kindOf(part) === 'marked' ? `marked as ${label}` : `deleted, was ${label}`
    case 'move': {
      const before = span === undefined ? '' : quoted(text, span, ASIDE_LENGTH)
      return `moved ${isUndoing ? 'to' : 'from'} “${before}”`
    }
    case 'relabel': {
      const before = span?.label ?? '?'
      return isUndoing
        ? `relabelled ${forward.label} → ${before}`
        : `relabelled ${before} → ${forward.label}`
    }
    case 'note': {
      const [from, to] = [span?.note ?? null, forward.note]
      return isUndoing ? noteWords(to, from) : noteWords(from, to)
    }
    case 'attribute': {
      const { name, value } = forward
      const before = span === undefined ? null : valueNamed(span.attributes, name)
      return isUndoing ? valueWords(name, value, before) : valueWords(name, before, value)
    }
    case 'status':
      return kindOf(part)
    default:
      return assertNever(forward)
  }
}

function noteWords(from: string | null, to: string | null): string {
  if (to === null) return 'note deleted'
  return `note ${from === null ? 'added' : 'changed'}: ${shorten(to, ASIDE_LENGTH)}`
}

function valueWords(name: string, from: AttributeValue | null, to: AttributeValue | null): string {
  const [before, after] = [from, to].map((value) =>
    value === null ? null : shorten(showValue(value), ASIDE_LENGTH),
  )
  if (after === null) return `${name} deleted, was ${before}`
  return before === null ? `${name} set to ${after}` : `${name} changed: ${before} → ${after}`
}

/** A quote in one line. */
function quoted(text: string, range: TextRange, length: number): string {
  return shorten(quoteOf(text, range), length)
}
