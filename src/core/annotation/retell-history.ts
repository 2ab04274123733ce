import type { AnnotationSet } from './annotation-set.ts'
import { ANY_LABEL, applyEdit } from './apply-edit.ts'
import { simpleEditsOf, type Edit, type SimpleEdit } from './edit.ts'
import { editTo } from './edit-to.ts'
import { idleEdit, labelIn, namesLabel } from './fit-edit.ts'
import type { AnnotationDocument, HistoryEntry } from './history.ts'
import { compareSpans, type Span } from './span.ts'

/** A change of a label's name, as it is looked at in sets and edits. */
interface Retelling {
  readonly from: string
  readonly to: string
}

/**
 * Tells a document as if all spans of one label had always had another. Where two spans then would
 * have the same bounds and label, now or at a time in the past, the one that had the other label before
 * stands for both. Every entry leads from the retold set after it to the retold set before it; one
 * that did nothing else than what is now no difference becomes an edit that changes nothing, so that
 * undo and redo still find their entries.
 * @param text - The article's.
 * @returns The document with the same revision. Of a history that did not lead back before, the older
 *   part only has its names changed.
 */
export function retellHistory(
  document: AnnotationDocument,
  from: string,
  to: string,
  text: string,
): AnnotationDocument {
  const names: Retelling = { from, to }
  // Without the other name no two spans can become alike: then changing names is all.
  const history = namesLabel(document, to)
    ? retellSteps(document, names, text)
    : document.history.map((entry) => renameIn(entry, names))
  return { ...document, set: retell(document.set, names), history }
}

function retellSteps(
  { set: present, history }: AnnotationDocument,
  names: Retelling,
  text: string,
): readonly HistoryEntry[] {
  const told = [...history]
  const context = { text, labels: ANY_LABEL }
  let set = present
  /** The set once the undone entries behind the present one are redone, as in `historyOf`. */
  let ahead = set
  for (let index = history.length - 1; index >= 0; index--) {
    const entry = history[index]
    if (entry === undefined) break
    const isUndone = entry.how === 'undone'
    const after = isUndone ? ahead : set
    const applied = applyEdit(after, entry.edit, context)
    const edit = applied.ok && retellEdit(entry.edit, after, applied.value.set, names)
    if (!applied.ok || edit === null || edit === false) {
      // Nothing older can be reached: it was so before, or takes more edits than a group may have.
      const rest = history.slice(0, index + 1).map((each) => renameIn(each, names))
      return [...rest, ...told.slice(index + 1)]
    }
    told[index] = { ...entry, edit }
    ahead = applied.value.set
    if (!isUndone) set = ahead
  }
  return told
}

/** @returns Null when it takes more edits than a group may have. */
function retellEdit(
  edit: Edit,
  after: AnnotationSet,
  before: AnnotationSet,
  names: Retelling,
): Edit | null {
  if (!isAbout(edit, after, before, names)) return edit
  const told = editTo(retell(after, names), retell(before, names))
  if (!told.ok) return null
  return told.value ?? idleEdit(before)
}

/** Whether an edit names a span that has one of the two labels before or after it. */
function isAbout(
  edit: Edit,
  after: AnnotationSet,
  before: AnnotationSet,
  { from, to }: Retelling,
): boolean {
  const ids = new Set(
    simpleEditsOf(edit).flatMap((part) => {
      if (part.type === 'status') return []
      return part.type === 'add' ? part.span.id : part.id
    }),
  )
  return [after, before].some(({ spans }) =>
    spans.some(({ id, label }) => (label === from || label === to) && ids.has(id)),
  )
}

/** The set with the one label in the place of the other, and without those that became twins. */
function retell(set: AnnotationSet, { from, to }: Retelling): AnnotationSet {
  if (!set.spans.some(({ label }) => label === from)) return set
  const taken = new Set(set.spans.flatMap((span) => (span.label === to ? placeOf(span) : [])))
  const spans: Span[] = []
  for (const span of set.spans) {
    if (span.label !== from) spans.push(span)
    else if (!taken.has(placeOf(span))) spans.push({ ...span, label: to })
  }
  return { ...set, spans: spans.toSorted(compareSpans) }
}

function placeOf({ start, end }: Pick<Span, 'start' | 'end'>): string {
  return `${start} ${end}`
}

function renameIn(entry: HistoryEntry, names: Retelling): HistoryEntry {
  const { edit } = entry
  const parts = simpleEditsOf(edit)
  if (!parts.some((part) => labelIn(part) === names.from)) return entry
  const edits = parts.map((part) => renamePart(part, names))
  const [first] = edits
  if (first === undefined) return entry
  return { ...entry, edit: edit.type === 'group' ? { type: 'group', edits } : first }
}

function renamePart(part: SimpleEdit, { from, to }: Retelling): SimpleEdit {
  if (labelIn(part) !== from) return part
  if (part.type === 'add') return { ...part, span: { ...part.span, label: to } }
  return part.type === 'relabel' ? { ...part, label: to } : part
}
