import type { AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import {
  checkSpan,
  type AppliedEdit,
  type EditContext,
  type EditProblem,
} from '../../src/core/annotation/apply-edit.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from '../../src/core/annotation/edit.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'

/**
 * What `applyEdit` does, said as plainly as can be, in one pass over all spans for each question: to
 * be compared with in tests and benches.
 * @returns What `applyEdit` yields, or the code of the problem that it has.
 */
export function applyPlainly(
  set: AnnotationSet,
  edit: Edit,
  context: EditContext,
): AppliedEdit | EditProblem['code'] {
  const inverses: SimpleEdit[] = []
  let current = set
  for (const part of simpleEditsOf(edit)) {
    const applied = applyPart(current, part, context)
    if (typeof applied === 'string') return applied
    current = applied.set
    inverses.unshift(applied.inverse)
  }
  const [first] = inverses
  const isGroup = edit.type === 'group' || first === undefined
  return { set: current, inverse: isGroup ? { type: 'group', edits: inverses } : first }
}

function applyPart(
  set: AnnotationSet,
  edit: SimpleEdit,
  context: EditContext,
): { readonly set: AnnotationSet; readonly inverse: SimpleEdit } | EditProblem['code'] {
  if (edit.type === 'status') {
    return { set: { ...set, status: edit.status }, inverse: { ...edit, status: set.status } }
  }
  const id = edit.type === 'add' ? edit.span.id : edit.id
  const span = set.spans.find((candidate) => candidate.id === id)
  const others = set.spans.filter((candidate) => candidate !== span)
  if (edit.type === 'add') {
    if (span !== undefined) return 'span-id-taken'
    return placed(set, others, edit.span, { type: 'remove', id }, context)
  }
  if (span === undefined) return 'unknown-span'
  switch (edit.type) {
    case 'remove':
      return { set: { ...set, spans: others }, inverse: { type: 'add', span } }
    case 'move': {
      const { start, end } = edit
      const inverse = { ...edit, start: span.start, end: span.end }
      return placed(set, others, { ...span, start, end }, inverse, context)
    }
    case 'relabel':
      return placed(
        set,
        others,
        { ...span, label: edit.label },
        { ...edit, label: span.label },
        context,
      )
    case 'note':
      return placed(
        set,
        others,
        { ...span, note: edit.note },
        { ...edit, note: span.note },
        context,
      )
    case 'attribute': {
      const { [edit.name]: _, ...rest } = span.attributes
      const before = Object.entries(span.attributes).find(([name]) => name === edit.name)?.[1]
      const attributes = edit.value === null ? rest : { ...rest, [edit.name]: edit.value }
      const inverse = { ...edit, value: before ?? null }
      return placed(set, others, { ...span, attributes }, inverse, context)
    }
  }
}

function placed(
  set: AnnotationSet,
  others: readonly Span[],
  span: Span,
  inverse: SimpleEdit,
  context: EditContext,
): { readonly set: AnnotationSet; readonly inverse: SimpleEdit } | EditProblem['code'] {
  const problem = checkSpan(span, context)
  if (problem !== undefined) return problem.code
  const { start, end, label } = span
  if (others.some((other) => other.start === start && other.end === end && other.label === label)) {
    return 'same-span-exists'
  }
  const after = others.findIndex((other) => compareSpans(span, other) < 0)
  const index = after === -1 ? others.length : after
  return { set: { ...set, spans: others.toSpliced(index, 0, span) }, inverse }
}
