import { fail, ok, type Result } from '../result.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { ANY_LABEL, applyEdit, type EditContext } from './apply-edit.ts'
import { simpleEditsOf, type Edit } from './edit.ts'
import type { AnnotationDocument, HistoryEntry } from './history.ts'
import { indexOfSpan } from './span-search.ts'
import type { Span } from './span.ts'

/** As many spans are found one by one before it is cheaper to look at all of them once. */
const FEW = 8

/** One change of the past, as it can be told. */
export interface PastChange extends Pick<HistoryEntry, 'at' | 'by' | 'how'> {
  /** Of its entry in the history. */
  readonly index: number
  /** What was done, forward; of an `undone` entry what redoing it would do. */
  readonly edit: Edit
  /** The spans that the edit names, as they were before it. */
  readonly spans: readonly Span[]
}

/** An entry that does not fit the set that it is said to have led to. */
export interface HistoryProblem {
  /** Of the entry, 0 for the oldest. */
  readonly index: number
  readonly message: string
}

/**
 * Everything that was done to a set, the newest first; offsets are UTF-16 code units. It is found by
 * walking back from the present set, and costs about as much as undoing all of it.
 * @returns The changes, or the newest entry that does not lead back.
 */
export function historyOf(
  document: AnnotationDocument,
  context: EditContext,
): Result<readonly PastChange[], HistoryProblem> {
  const { history } = document
  const changes: PastChange[] = []
  let set = document.set
  /** The set once the undone entries behind the present one are redone. */
  let ahead = set
  for (let index = history.length - 1; index >= 0; index--) {
    const entry = history[index]
    if (entry === undefined) break
    const { at, by, how, edit } = entry
    const isUndone = how === 'undone'
    const stepped = step(isUndone ? ahead : set, entry, index, context)
    if (!stepped.ok) return stepped
    if (isUndone) {
      changes.push({ index, at, by, how, edit, spans: namedBy(edit, ahead) })
      ahead = stepped.value.set
    } else {
      set = stepped.value.set
      ahead = set
      const forward = stepped.value.inverse
      changes.push({ index, at, by, how, edit: forward, spans: namedBy(forward, set) })
    }
  }
  return ok(changes)
}

/**
 * The set as it was before one entry of its history.
 * @param index - Of the entry, 0 for the oldest; the number of entries stands for the present.
 * @returns The set, or the newest entry after it that does not lead back.
 * @throws RangeError when the history has no such entry.
 */
export function setAt(
  { set: present, history }: AnnotationDocument,
  index: number,
  context: EditContext,
): Result<AnnotationSet, HistoryProblem> {
  if (!Number.isInteger(index) || index < 0 || index > history.length) {
    throw new RangeError(`There is no entry ${index} in a history of ${history.length}`)
  }
  let set = present
  for (let at = history.length - 1; at >= index; at--) {
    const entry = history[at]
    if (entry === undefined || entry.how === 'undone') continue
    const stepped = step(set, entry, at, context)
    if (!stepped.ok) return stepped
    set = stepped.value.set
  }
  return ok(set)
}

function step(
  set: AnnotationSet,
  { at, edit }: HistoryEntry,
  index: number,
  context: EditContext,
): Result<{ readonly set: AnnotationSet; readonly inverse: Edit }, HistoryProblem> {
  const applied = applyEdit(set, edit, { ...context, labels: ANY_LABEL })
  if (applied.ok) return applied
  const message = `entry ${index + 1} of the history, of ${at}, does not lead back: ${applied.error.message}`
  return fail({ index, message })
}

function namedBy(edit: Edit, { spans }: AnnotationSet): readonly Span[] {
  const ids = new Set(simpleEditsOf(edit).flatMap((part) => idOf(part) ?? []))
  if (ids.size > FEW) return spans.filter(({ id }) => ids.has(id))
  const indexes = [...ids].map((id) => indexOfSpan(spans, id)).toSorted((a, b) => a - b)
  return indexes.flatMap((index) => spans[index] ?? [])
}

function idOf(edit: ReturnType<typeof simpleEditsOf>[number]): string | undefined {
  if (edit.type === 'add') return edit.span.id
  return edit.type === 'status' ? undefined : edit.id
}
