import type { CallFailure } from '../../../contract/failure.ts'
import type { AnnotationDocument } from '../../../core/annotation/history.ts'
import type { Result } from '../../../core/result.ts'
import { digestOf, type SetSummary } from './dataset/line-summary.ts'

/** What happens to one set of an import. */
export type SetOutcome =
  | {
      readonly type: 'write'
      /** The set's revision in the project afterwards. */
      readonly revision: number
    }
  /** The same set is there already. */
  | { readonly type: 'same' }
  | { readonly type: 'refused'; readonly reason: string }

/**
 * Decides about one set: it never takes the place of marks that are there.
 * @param planned - What an earlier line of the import will write in its place.
 * @param present - What the project has in its place; undefined where it has none.
 */
export function planSet(
  set: SetSummary,
  planned: SetSummary | undefined,
  present: Result<AnnotationDocument, CallFailure> | undefined,
): SetOutcome {
  if (present?.ok === false) return { type: 'refused', reason: present.error.message }
  const there = planned ?? (present && standing(present.value))
  // What is planned is not written yet: the set follows upon the one on disk.
  if (there === undefined || isEmpty(there)) {
    return { type: 'write', revision: (present?.value.revision ?? 0) + 1 }
  }
  if (there.digest === set.digest) return { type: 'same' }
  return {
    type: 'refused',
    reason:
      `this article already has a set by ${set.annotator} that differs ` +
      `(${there.spans} spans here, ${set.spans} in the file); it was left as it is`,
  }
}

/** What stands in the way of a set; nothing, if it was never touched. */
function standing({
  set,
  history,
}: AnnotationDocument): Pick<SetSummary, 'digest' | 'spans' | 'status'> | undefined {
  const { status, spans } = set
  const summary = { status, spans: spans.length, digest: digestOf(set) }
  // Marks that its history would bring back are marks.
  return isEmpty(summary) && history.length === 0 ? undefined : summary
}

function isEmpty({ spans, status }: Pick<SetSummary, 'spans' | 'status'>): boolean {
  return spans === 0 && status === 'not-started'
}
