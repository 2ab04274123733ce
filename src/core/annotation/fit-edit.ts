import type { AnnotationSet } from './annotation-set.ts'
import { valueNamed } from './attribute.ts'
import { applyEdit, type EditContext } from './apply-edit.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from './edit.ts'

/**
 * What of an edit still fits a set, part by part: of a step of the history whose label was deleted
 * since, all but what would bring that label back.
 * @returns An edit that fits; one that changes nothing where no part of it does.
 */
export function fitEdit(set: AnnotationSet, edit: Edit, context: EditContext): Edit {
  const fitting: SimpleEdit[] = []
  let current = set
  for (const part of simpleEditsOf(edit)) {
    const applied = applyEdit(current, part, context)
    if (!applied.ok) continue
    current = applied.value.set
    fitting.push(part)
  }
  const [first] = fitting
  if (first === undefined) return idleEdit(set)
  return edit.type === 'group' ? { type: 'group', edits: fitting } : first
}

/** An edit that changes nothing: a history needs it where a step has lost all that it did. */
export function idleEdit({ status }: Pick<AnnotationSet, 'status'>): SimpleEdit {
  return { type: 'status', status }
}

/** Whether an edit changes nothing of a set. */
export function isIdle(edit: Edit, { status, spans }: AnnotationSet): boolean {
  return simpleEditsOf(edit).every((part) => {
    if (part.type === 'status') return part.status === status
    if (part.type === 'attribute') {
      return spans.some(({ id, attributes }) => {
        return id === part.id && valueNamed(attributes, part.name) === part.value
      })
    }
    if (part.type !== 'relabel') return false
    return spans.some(({ id, label }) => id === part.id && label === part.label)
  })
}

/** Entries of a history. */
type Steps = readonly { readonly edit: Edit }[]

/** Whether a history names a label that is not among these. */
export function namesOtherLabel(history: Steps, labels: EditContext['labels']): boolean {
  return history.some(({ edit }) =>
    simpleEditsOf(edit).some((part) => {
      const label = labelIn(part)
      return label !== undefined && !labels.has(label)
    }),
  )
}

/** The label that a simple edit gives to a span, if it gives one. */
export function labelIn(edit: SimpleEdit): string | undefined {
  if (edit.type === 'add') return edit.span.label
  return edit.type === 'relabel' ? edit.label : undefined
}

/** Whether a set or its history names a label. */
export function namesLabel(
  { set, history }: { readonly set: Pick<AnnotationSet, 'spans'>; readonly history: Steps },
  wanted: string,
): boolean {
  return (
    set.spans.some(({ label }) => label === wanted) ||
    history.some(({ edit }) => simpleEditsOf(edit).some((part) => labelIn(part) === wanted))
  )
}
