import { GROUP_LIMIT, type SimpleEdit } from './edit.ts'
import { namesLabel } from './fit-edit.ts'
import { applyChange, type AnnotationDocument, type ChangeContext } from './history.ts'
import { labelAfter, type LabelChange } from './label-change.ts'
import { retellHistory } from './retell-history.ts'
import type { Span } from './span.ts'

/** Everything that a change of a label has done to one set; offsets are UTF-16 code units. */
export interface LabelEffect {
  /** Ids of the spans that have another label now. */
  readonly relabelled: readonly string[]
  /** The spans that are gone, as they were: of a deleted label, or twins of others after a merge. */
  readonly removed: readonly Span[]
}

/** A document after a change of a label. */
export interface ChangedLabel {
  readonly document: AnnotationDocument
  readonly effect: LabelEffect
}

interface LabelContext extends ChangeContext {
  /** When it is done, ISO 8601. */
  readonly at: string
}

/**
 * Changes a label in a document. What becomes of the spans is one more entry of the history, made by
 * the context's annotator, and the revision counts up; of more spans than `GROUP_LIMIT` there are
 * several. A set whose history alone names the label gets the revision and no entry.
 *
 * A history is told under the names of today: after a rename or a merge its entries are as if the spans
 * had always had the new label, so that each still leads back, and undoing brings nothing back under a
 * name that is gone. After a deletion they stay as they are, and `applyChange` leaves out what cannot
 * come back.
 * @param context - Its labels are those before and after the change.
 * @returns Null where neither the set nor its history names the label.
 */
export function changeLabel(
  document: AnnotationDocument,
  change: LabelChange,
  context: LabelContext,
): ChangedLabel | null {
  if (!namesLabel(document, change.label)) return null
  const spans = document.set.spans.filter(({ label }) => label === change.label)
  const into = labelAfter(change)
  if (into === null) {
    const edits = spans.map(({ id }): SimpleEdit => ({ type: 'remove', id }))
    const effect = { relabelled: [], removed: spans }
    return { document: withEntries(document, edits, context), effect }
  }
  const told = retellHistory(document, change.label, into, context.text)
  const kept = new Set(told.set.spans.map(({ id }) => id))
  const relabelled = spans.flatMap(({ id }) => (kept.has(id) ? id : []))
  const removed = spans.filter(({ id }) => !kept.has(id))
  // They have the label already, also in the past: the entry says when and by whom.
  const edits = relabelled.map((id): SimpleEdit => ({ type: 'relabel', id, label: into }))
  return { document: withEntries(told, edits, context), effect: { relabelled, removed } }
}

/**
 * Takes back what a merge or a deletion has done to a set, as one more entry of the history. What has
 * been marked or changed since stays: a span that has another label by now keeps it, one that is there
 * again or whose place is taken is not brought back a second time.
 * @param label - The label that comes back.
 * @param effect - What the change has done.
 * @param context - Its labels hold the one that comes back.
 * @returns Null where nothing is left to be taken back.
 */
export function restoreLabel(
  document: AnnotationDocument,
  change: LabelChange,
  effect: LabelEffect,
  context: LabelContext,
): AnnotationDocument | null {
  const { label } = change
  const into = labelAfter(change)
  const present = new Map(document.set.spans.map((span) => [span.id, span]))
  const places = new Set(document.set.spans.map((span) => placeOf(span)))
  const edits: SimpleEdit[] = []
  for (const id of effect.relabelled) {
    const span = present.get(id)
    if (span === undefined || span.label !== into) continue
    if (!takes(places, { ...span, label })) continue
    edits.push({ type: 'relabel', id, label })
  }
  for (const span of effect.removed) {
    if (!present.has(span.id) && takes(places, span)) edits.push({ type: 'add', span })
  }
  const namesIt = namesLabel(document, label)
  return edits.length === 0 && !namesIt ? null : withEntries(document, edits, context)
}

/** Takes a place, unless another span has it. */
function takes(places: Set<string>, span: Pick<Span, 'start' | 'end' | 'label'>): boolean {
  const place = placeOf(span)
  if (places.has(place)) return false
  places.add(place)
  return true
}

function placeOf({ start, end, label }: Pick<Span, 'start' | 'end' | 'label'>): string {
  return `${start} ${end} ${label}`
}

/** @throws TypeError when the edits do not fit, which were made for this very set. */
function withEntries(
  document: AnnotationDocument,
  edits: readonly SimpleEdit[],
  { at, ...context }: LabelContext,
): AnnotationDocument {
  // Windows that hold the set learn by the revision that its history is another one.
  if (edits.length === 0) return { ...document, revision: document.revision + 1 }
  let current = document
  for (let from = 0; from < edits.length; from += GROUP_LIMIT) {
    const edit = { type: 'group', edits: edits.slice(from, from + GROUP_LIMIT) } as const
    const applied = applyChange(current, { type: 'do', edit, at }, context)
    if (!applied.ok) throw new TypeError(applied.error.message)
    current = applied.value
  }
  return current
}
