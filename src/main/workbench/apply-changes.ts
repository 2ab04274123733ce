import type { CallFailure } from '../../contract/failure.ts'
import { applyChange, type AnnotationDocument, type Change } from '../../core/annotation/history.ts'
import { simpleEditsOf } from '../../core/annotation/edit.ts'
import { ok, type Result } from '../../core/result.ts'
import { failure } from './failures.ts'

/** What changes are checked against. */
export interface ApplyContext {
  readonly text: string
  readonly labels: ReadonlySet<string>
  /** The id of the annotator whose set it is. */
  readonly annotator: string
}

/**
 * Applies changes in order, all or none.
 * @param baseRevision - The revision that the window has made them on.
 * @returns The document after the last, or why the first that does not fit does not.
 */
export function applyChanges(
  document: AnnotationDocument,
  baseRevision: number,
  changes: readonly Change[],
  context: ApplyContext,
): Result<AnnotationDocument, CallFailure> {
  if (document.revision !== baseRevision) {
    return failure(
      'conflict',
      `These marks are at revision ${document.revision}; the change was made on ${baseRevision}`,
    )
  }
  let current = document
  for (const change of changes) {
    const stranger = strangerIn(change, context.annotator)
    if (stranger !== undefined) {
      return failure('refused', `A mark made by ${stranger} cannot be added to this set`)
    }
    const applied = applyChange(current, change, context)
    if (!applied.ok) return failure('refused', applied.error.message)
    current = applied.value
  }
  return ok(current)
}

/** Somebody else whose span a change would add; undo and redo bring back what was there. */
function strangerIn(change: Change, annotator: string): string | undefined {
  if (change.type !== 'do') return undefined
  const makers = simpleEditsOf(change.edit).flatMap((edit) =>
    edit.type === 'add' ? edit.span.created.by : [],
  )
  return makers.find((maker) => maker !== annotator)
}
