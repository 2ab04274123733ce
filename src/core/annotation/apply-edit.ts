import { assertNever } from '../assert-never.ts'
import { fail, ok, type Result } from '../result.ts'
import { splitsSurrogatePair } from '../text/offsets.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { ATTRIBUTE_LIMIT, valueNamed, withValue } from './attribute.ts'
import type { Edit, SimpleEdit } from './edit.ts'
import { indexOfPlace, indexOfSpan } from './span-search.ts'
import type { Span } from './span.ts'

/** What an edit is checked against: the article's text and the project's label names. */
export interface EditContext {
  readonly text: string
  readonly labels: ReadonlySet<string>
}

class EveryLabel extends Set<string> {
  override has(): boolean {
    return true
  }
}

/** For what was: a label may have been deleted since. */
export const ANY_LABEL: ReadonlySet<string> = new EveryLabel()

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
    | 'too-many-values'
  readonly message: string
}

/** A set after an edit, and the edit that leads back to the set before it, exactly. */
export interface AppliedEdit {
  readonly set: AnnotationSet
  readonly inverse: Edit
}

/**
 * Applies one edit. The set given is not changed, and spans that the edit does not name stay the same
 * objects. Spans may overlap, nest and share a range; two spans with the same range and the same
 * label may not. Costs one look at every id and a copy of the list, for each part of a group.
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
      if (indexOfSpan(set.spans, edit.span.id) !== -1) {
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
    case 'attribute':
      return withSpan(set, edit.id, (span, others) => {
        const { id, name, value } = edit
        const inverse = {
          type: 'attribute',
          id,
          name,
          value: valueNamed(span.attributes, name),
        } as const
        const attributes = withValue(span.attributes, name, value)
        if (Object.keys(attributes).length > ATTRIBUTE_LIMIT) {
          return fail(problem('too-many-values', `A span can have ${ATTRIBUTE_LIMIT} values`))
        }
        return place(set, others, { ...span, attributes }, inverse, context)
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
  const index = indexOfSpan(set.spans, id)
  const span = set.spans[index]
  if (span === undefined) return fail(problem('unknown-span', `The set holds no span ${id}`))
  return change(span, set.spans.toSpliced(index, 1))
}

/** Checks a span and puts it among others, in order. */
function place(
  set: AnnotationSet,
  others: readonly Span[],
  span: Span,
  inverse: SimpleEdit,
  context: EditContext,
): Result<AppliedSimple, EditProblem> {
  const found = checkSpan(span, context)
  if (found !== undefined) return fail(found)
  // Only the id would order two spans of one range and label, and none precedes the empty one: the
  // twin of this span, if there is one, stands just where it belongs itself.
  const index = indexOfPlace(others, { ...span, id: '' })
  if (isTwin(span, others[index])) {
    return fail(problem('same-span-exists', `This text is already marked as ${span.label}`))
  }
  return ok({ set: { ...set, spans: others.toSpliced(index, 0, span) }, inverse })
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

function isTwin({ start, end, label }: Span, other: Span | undefined): boolean {
  return other?.start === start && other.end === end && other.label === label
}

function problem(code: EditProblem['code'], message: string): EditProblem {
  return { code, message }
}
