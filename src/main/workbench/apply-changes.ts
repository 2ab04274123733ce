import type { CallFailure } from '../../contract/failure.ts'
import {
  applyChange,
  type AnnotationDocument,
  type Change,
  type ChangeContext,
} from '../../core/annotation/history.ts'
import { simpleEditsOf } from '../../core/annotation/edit.ts'
import type { Span } from '../../core/annotation/span.ts'
import { ok, type Result } from '../../core/result.ts'
import { failure } from './failures.ts'

/**
 * Applies changes in order, all or none.
 * @param baseRevision - The revision that the window has made them on.
 * @param context - Its annotator is the one whose set it is.
 * @returns The document after the last, or why the first that does not fit does not.
 */
export function applyChanges(
  document: AnnotationDocument,
  baseRevision: number,
  changes: readonly Change[],
  context: ChangeContext,
): Result<AnnotationDocument, CallFailure> {
  if (document.revision !== baseRevision) {
    return failure(
      'conflict',
      `These marks are at revision ${document.revision}; the change was made on ${baseRevision}`,
    )
  }
  let current = document
  for (const change of changes) {
    const stranger = strangerIn(change, current, context.annotator)
    if (stranger !== undefined) {
      return failure('refused', `A mark made by ${stranger} cannot be added to this set`)
    }
    const applied = applyChange(current, change, context)
    if (!applied.ok) return failure('refused', applied.error.message)
    current = applied.value
  }
  return ok(current)
}

/** Somebody else whose span a change would add; what was in the set before may come back. */
function strangerIn(
  change: Change,
  document: AnnotationDocument,
  annotator: string,
): string | undefined {
  if (change.type !== 'do') return undefined
  const foreign = simpleEditsOf(change.edit).flatMap((edit) =>
    edit.type === 'add' && edit.span.created.by !== annotator ? edit.span : [],
  )
  if (foreign.length === 0) return undefined
  const known = makingsIn(document)
  return foreign.find((span) => !known.has(makingOf(span)))?.created.by
}

/** Which spans the set holds or has held, and who made them. */
function makingsIn({ set, history }: AnnotationDocument): ReadonlySet<string> {
  const gone = history.flatMap(({ edit }) =>
    simpleEditsOf(edit).flatMap((part) => (part.type === 'add' ? part.span : [])),
  )
  return new Set([...set.spans, ...gone].map((span) => makingOf(span)))
}

function makingOf({ id, created: { by, at, via } }: Pick<Span, 'id' | 'created'>): string {
  return [id, by, at, via].join(' ')
}
