import type { CallFailure } from '../../../contract/failure.ts'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import { newDocument, type AnnotationDocument } from '../../../core/annotation/history.ts'
import type { Result } from '../../../core/result.ts'
import type { PlannedSet } from './import-plan.ts'

/** What happens to one set of an import. */
export type SetOutcome =
  | { readonly type: 'write'; readonly set: PlannedSet }
  /** The same set is there already. */
  | { readonly type: 'same' }
  | { readonly type: 'refused'; readonly reason: string }

/**
 * Decides about one set: it never takes the place of marks that are there.
 * @param planned - What an earlier line of the import will write in its place.
 * @param present - What the project has in its place; undefined for an article not yet in it.
 */
export function planSet(
  set: AnnotationSet,
  planned: AnnotationDocument | undefined,
  present: Result<AnnotationDocument, CallFailure> | undefined,
): SetOutcome {
  if (present?.ok === false) return { type: 'refused', reason: present.error.message }
  const there = planned ?? present?.value
  if (there === undefined || isUntouched(there)) {
    // What is planned is not written yet: the set follows upon the one on disk.
    const replaces = present !== undefined && present.value.revision > 0 ? present.value : null
    const revision = (replaces?.revision ?? 0) + 1
    return { type: 'write', set: { document: { ...newDocument(set), revision }, replaces } }
  }
  if (isSame(there.set, set)) return { type: 'same' }
  const here = there.set.spans.length
  return {
    type: 'refused',
    reason:
      `this article already has a set by ${set.annotator} that differs ` +
      `(${here} spans here, ${set.spans.length} in the file); it was left as it is`,
  }
}

/** A set without marks in it and without any that its history would bring back. */
function isUntouched({ set, history }: AnnotationDocument): boolean {
  return set.spans.length === 0 && set.status === 'not-started' && history.length === 0
}

/** Both were put into the order of keys and spans that their schemas give. */
function isSame(a: AnnotationSet, b: AnnotationSet): boolean {
  return a.status === b.status && JSON.stringify(a.spans) === JSON.stringify(b.spans)
}
