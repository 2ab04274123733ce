import { fail, ok, type Result } from '../../result.ts'
import type { AnnotationSet, Status } from '../annotation-set.ts'
import { attributesKey } from '../attribute.ts'
import { applyEdit, type EditContext } from '../apply-edit.ts'
import { editTo } from '../edit-to.ts'
import {
  HISTORY_LIMIT,
  type AnnotationDocument,
  type ChangeContext,
  type HistoryEntry,
} from '../history.ts'
import type { Span } from '../span.ts'
import { versionsOf } from './read-versions.ts'
import { compareStamps } from './stamp.ts'
import {
  areSameVersions,
  cameOf,
  contentOf,
  joinVersions,
  memoryOf,
  placeOf,
  visibleSpans,
  type MergedDocument,
  type SetVersions,
  type Version,
} from './versions.ts'

/** Something that was changed here and elsewhere, each without knowing of the other. */
export type MergeConflict =
  | {
      readonly kind: 'span'
      readonly id: string
      /** As it is here and elsewhere; null where it was removed. Offsets are UTF-16 code units. */
      readonly here: Span | null
      readonly theirs: Span | null
      readonly taken: 'here' | 'theirs'
    }
  /** The same text was marked alike on both sides, with other notes or values: one stays. */
  | {
      readonly kind: 'twin'
      readonly id: string
      readonly here: Span
      readonly theirs: Span
      readonly taken: 'here' | 'theirs'
    }
  | {
      readonly kind: 'status'
      readonly here: Status
      readonly theirs: Status
      readonly taken: 'here' | 'theirs'
    }

/** How many spans of a set a merge touches. */
export interface MergeCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What has become of a document. */
export interface Merge extends MergedDocument {
  /**
   * `same`: nothing is to be done. `older`: nothing, for all that differs elsewhere was changed since here.
   * `known`: the set stays, and something is written down beside it. `taken`: the other document as it is,
   * for it goes on from the one here. `merged`: one more entry in the history.
   */
  readonly type: 'same' | 'older' | 'known' | 'taken' | 'merged'
  readonly counts: MergeCounts
  readonly conflicts: readonly MergeConflict[]
  /** How many spans of the other set are left out, because their labels are not known here. */
  readonly leftOut: number
}

interface MergeContext extends ChangeContext {
  /** When it is done, ISO 8601. */
  readonly at: string
}

/**
 * Brings together two states of one annotator's set on one article. Of each span the version that was
 * changed last counts, and a removal is a change; so it is with the status. What one side alone has changed
 * is therefore taken; what both have is a conflict, told with both versions. The outcome is the same
 * in whatever order, and however often, any states of a set are merged, and an older one changes nothing.
 * @param theirs - Spans of labels that are not among the context's are left out, as if they were not there.
 * @param context - Of the person who takes the other state in.
 * @returns The document, or a sentence when it takes more changes than one entry of a history can hold.
 */
export function mergeDocuments(
  here: MergedDocument,
  theirs: MergedDocument,
  context: MergeContext,
): Result<Merge, string> {
  const known = versionsOf(here, context.labels)
  const { versions: other, leftOut } = withKnownLabels(versionsOf(theirs, context.labels), context)
  const versions = joinVersions(known, other)
  const set: AnnotationSet = {
    ...here.document.set,
    status: versions.status.value,
    spans: visibleSpans(versions),
  }
  const conflicts = [...conflictsOf(known, other, versions), ...twinsOf(here, theirs, set)]
  const counts = countChanges(here.document.set, set)
  const merge = (
    type: Merge['type'],
    { document, memory }: MergedDocument,
  ): Result<Merge, string> => ok({ type, counts, conflicts, leftOut, document, memory })

  const isSame = areSameSets(here.document.set, set)
  const isTaken = areSameSets(theirs.document.set, set)
  if (isTaken && goesOn(theirs.document, here.document)) {
    const revision = Math.max(theirs.document.revision, here.document.revision + 1)
    const document = { ...theirs.document, set, revision }
    const told = { document, memory: null }
    const isTold = areSameVersions(versionsOf(told, context.labels), versions)
    return merge('taken', isTold ? told : { document, memory: memoryOf(document, versions) })
  }
  if (areSameVersions(known, versions)) {
    return merge(isTaken ? 'same' : 'older', here)
  }
  if (isSame) {
    return merge('known', { ...here, memory: memoryOf(here.document, versions) })
  }
  const document = withSet(here.document, set, context)
  if (!document.ok) return document
  return merge('merged', { document: document.value, memory: memoryOf(document.value, versions) })
}

/**
 * Gives a document another set, as one more entry of its history.
 * @returns The document, or a sentence when it takes more changes than one entry can hold.
 */
export function withSet(
  document: AnnotationDocument,
  set: AnnotationSet,
  context: MergeContext,
): Result<AnnotationDocument, string> {
  const edit = editTo(document.set, set)
  if (!edit.ok) return edit
  if (edit.value === null) return ok(document)
  const applied = applyEdit(document.set, edit.value, context)
  if (!applied.ok) return fail(applied.error.message)
  const { at, annotator: by } = context
  const entry: HistoryEntry = { at, by, how: 'do', edit: applied.value.inverse }
  return ok({
    revision: document.revision + 1,
    set: applied.value.set,
    history: [...document.history.slice(1 - HISTORY_LIMIT), entry],
  })
}

/** Whether two sets show the same. */
export function areSameSets(a: AnnotationSet, b: AnnotationSet): boolean {
  return (
    a.status === b.status &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, index) => {
      const other = b.spans[index]
      return span === other || (other !== undefined && contentOf(span) === contentOf(other))
    })
  )
}

function withKnownLabels(
  { status, spans }: SetVersions,
  { labels }: Pick<EditContext, 'labels'>,
): { readonly versions: SetVersions; readonly leftOut: number } {
  const known = [...spans].filter(([, { value }]) => value === null || labels.has(value.label))
  return { versions: { status, spans: new Map(known) }, leftOut: spans.size - known.length }
}

/** Whether a document is another one with more done to it; nothing was done yet to one of revision 0. */
function goesOn(document: AnnotationDocument, before: AnnotationDocument): boolean {
  if (before.revision === 0) return document.revision > 0
  return continues(document.history, before.history)
}

/** Whether a history holds another one and then more; of the other the oldest may be dropped. */
function continues(history: readonly HistoryEntry[], before: readonly HistoryEntry[]): boolean {
  const last = before.at(-1)
  if (last === undefined) return history.length > 0
  const told = JSON.stringify(last)
  const end = history.findLastIndex(
    (entry) => entry.at === last.at && JSON.stringify(entry) === told,
  )
  if (end === -1 || end === history.length - 1) return false
  const shared = Math.min(end + 1, before.length)
  for (let back = 1; back < shared; back++) {
    const [a, b] = [history[end - back], before.at(-1 - back)]
    if (JSON.stringify(a) !== JSON.stringify(b)) return false
  }
  return true
}

function* conflictsOf(
  here: SetVersions,
  theirs: SetVersions,
  joined: SetVersions,
): Generator<MergeConflict> {
  for (const [id, known] of here.spans) {
    const other = theirs.spans.get(id)
    if (other === undefined || !isConflict(known, other)) continue
    const taken = isTheirs(joined.spans.get(id), other) ? 'theirs' : 'here'
    yield { kind: 'span', id, here: known.value, theirs: other.value, taken }
  }
  // An article that one side has not touched says nothing against the other.
  const isOneSided = [here, theirs].some(({ status, spans }) => isUntouched(status, spans))
  if (isOneSided || !isConflict(here.status, theirs.status)) return
  const taken = isTheirs(joined.status, theirs.status) ? 'theirs' : 'here'
  yield { kind: 'status', here: here.status.value, theirs: theirs.status.value, taken }
}

function isUntouched(status: Version<Status>, spans: SetVersions['spans']): boolean {
  return status.value === 'not-started' && status.passed.size === 1 && spans.size === 0
}

function isConflict<T extends Span | Status | null>(a: Version<T>, b: Version<T>): boolean {
  if (contentOf(a.value) === contentOf(b.value)) return false
  // Two clocks can have shown the same time.
  return compareStamps(a.stamp, b.stamp) === 0 || !(cameOf(a, b) || cameOf(b, a))
}

function isTheirs<T extends Span | Status | null>(
  joined: Version<T> | undefined,
  theirs: Version<T>,
): boolean {
  return joined !== undefined && contentOf(joined.value) === contentOf(theirs.value)
}

/** Spans that one side shows and the merged set does not, because the other marked the same alike. */
function* twinsOf(
  { document: { set: here } }: MergedDocument,
  { document: { set: theirs } }: MergedDocument,
  merged: AnnotationSet,
): Generator<MergeConflict> {
  const kept = new Map(merged.spans.map((span) => [placeOf(span), span]))
  const others = new Map(theirs.spans.map((span) => [placeOf(span), span]))
  for (const span of here.spans) {
    const place = placeOf(span)
    const [other, stays] = [others.get(place), kept.get(place)]
    if (other === undefined || other.id === span.id) continue
    if (other.note === span.note && attributesKey(other) === attributesKey(span)) continue
    if (stays?.id === span.id || stays?.id === other.id) {
      const taken = stays.id === other.id ? 'theirs' : 'here'
      yield { kind: 'twin', id: span.id, here: span, theirs: other, taken }
    }
  }
}

function countChanges(before: AnnotationSet, after: AnnotationSet): MergeCounts {
  const known = new Map(before.spans.map((span) => [span.id, span]))
  let added = 0
  let changed = 0
  for (const span of after.spans) {
    const was = known.get(span.id)
    known.delete(span.id)
    if (was === undefined) added++
    else if (was !== span && contentOf(was) !== contentOf(span)) changed++
  }
  return { added, changed, removed: known.size }
}
