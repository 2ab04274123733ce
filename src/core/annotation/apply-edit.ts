import { assertNever } from '../assert-never.ts'
import { fail, ok, type Result } from '../result.ts'
import { splitsSurrogatePair } from '../text/offsets.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Edit, SimpleEdit } from './edit.ts'
import { compareSpans, type Span } from './span.ts'

/** What an edit is checked against: the article's text and the project's label names. */
export interface EditContext {
  readonly text: string
  readonly labels: ReadonlySet<string>
}

/** Why an edit does not fit the set that it was meant for. */
export interface EditProblem {
  readonly code:
    | 'unknown-span'
    | 'span-id-taken'
    | 'same-span-exists'
    | 'outside-text'
    | 'empty-span'
    | 'splits-character'
    | 'unknown-label'
  readonly message: string
}

/** A set after an edit, and the edit that leads back to the set before it, exactly. */
export interface AppliedEdit {
  readonly set: AnnotationSet
  readonly inverse: Edit
}

/**
 * Applies one edit. The set given is not changed. Spans may overlap, nest and share a range; two
 * spans with the same range and the same label may not.
 * @returns The new set with the exact inverse, or why the edit does not fit; a group fits only when
 * each of its edits does, one after the other.
 */
export function applyEdit(
  set: AnnotationSet,
  edit: Edit,
  context: EditContext,
): Result<AppliedEdit, EditProblem> {
  if (edit.type !== 'group') return applySimple(set, edit, context)
  const inverses: SimpleEdit[] = []
  let current = set
  for (const part of edit.edits) {
    const applied = applySimple(current, part, context)
    if (!applied.ok) return applied
    current = applied.value.set
    inverses.unshift(applied.value.inverse)
  }
  return ok({ set: current, inverse: { type: 'group', edits: inverses } })
}

interface AppliedSimple extends AppliedEdit {
  readonly inverse: SimpleEdit
}

function applySimple(
  set: AnnotationSet,
  edit: SimpleEdit,
  context: EditContext,
): Result<AppliedSimple, EditProblem> {
  switch (edit.type) {
    case 'add': {
      if (set.spans.some(({ id }) => id === edit.span.id)) {
        return fail(problem('span-id-taken', `The set already holds a span ${edit.span.id}`))
      }
      return place(set, set.spans, edit.span, { type: 'remove', id: edit.span.id }, context)
    }
    case 'remove':
      return withSpan(set, edit.id, (span, others) =>
        ok({ set: { ...set, spans: others }, inverse: { type: 'add', span } }),
      )
    case 'move':
      return withSpan(set, edit.id, (span, others) => {
        const { id, start, end } = span
        const moved = { ...span, start: edit.start, end: edit.end }
        return place(set, others, moved, { type: 'move', id, start, end }, context)
      })
    case 'relabel':
      return withSpan(set, edit.id, (span, others) => {
        const inverse = { type: 'relabel', id: span.id, label: span.label } as const
        return place(set, others, { ...span, label: edit.label }, inverse, context)
      })
    case 'note':
      return withSpan(set, edit.id, (span, others) => {
        const inverse = { type: 'note', id: span.id, note: span.note } as const
        return place(set, others, { ...span, note: edit.note }, inverse, context)
      })
    case 'status':
      return ok({
        set: { ...set, status: edit.status },
        inverse: { type: 'status', status: set.status },
      })
    default:
      return assertNever(edit)
  }
}

function withSpan(
  set: AnnotationSet,
  id: string,
  change: (span: Span, others: readonly Span[]) => Result<AppliedSimple, EditProblem>,
): Result<AppliedSimple, EditProblem> {
  const span = set.spans.find((candidate) => candidate.id === id)
  if (span === undefined) return fail(problem('unknown-span', `The set holds no span ${id}`))
  return change(
    span,
    set.spans.filter((candidate) => candidate !== span),
  )
}

/** Puts a checked span among others, in order. */
function place(
  set: AnnotationSet,
  others: readonly Span[],
  span: Span,
  inverse: SimpleEdit,
  context: EditContext,
): Result<AppliedSimple, EditProblem> {
  const found = checkSpan(span, context) ?? checkDistinct(span, others)
  if (found !== undefined) return fail(found)
  const after = others.findIndex((other) => compareSpans(span, other) < 0)
  const spans = others.toSpliced(after === -1 ? others.length : after, 0, span)
  return ok({ set: { ...set, spans }, inverse })
}

/**
 * Checks one span against its text and the labels.
 * @returns undefined when it fits.
 */
export function checkSpan(
  span: Pick<Span, 'label' | 'start' | 'end'>,
  { text, labels }: EditContext,
): EditProblem | undefined {
  const { label, start, end } = span
  if (start >= end) return problem('empty-span', `A span from ${start} to ${end} holds no text`)
  if (end > text.length) {
    return problem('outside-text', `A span to ${end} ends after the text of ${text.length}`)
  }
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) {
    return problem('splits-character', `A span from ${start} to ${end} cuts a character in two`)
  }
  if (!labels.has(label)) {
    return problem('unknown-label', `The project has no label "${label}"`)
  }
  return undefined
}

function checkDistinct(span: Span, others: readonly Span[]): EditProblem | undefined {
  const isSame = (other: Span): boolean =>
    other.start === span.start && other.end === span.end && other.label === span.label
  return others.some(isSame)
    ? problem('same-span-exists', `This text is already marked as ${span.label}`)
    : undefined
}

function problem(code: EditProblem['code'], message: string): EditProblem {
  return { code, message }
}
