import * as v from 'valibot'
import { assertNever } from '../assert-never.ts'
import { IdentifierSchema } from '../identifier.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { applyEdit, type AppliedEdit, type EditContext, type EditProblem } from './apply-edit.ts'
import { EditSchema, type Edit } from './edit.ts'
import { fitEdit, namesOtherLabel } from './fit-edit.ts'
import { InstantSchema } from './span.ts'

/**
 * Entries kept for one set. A day of hard work on one article stays far below it. In practice the file
 * of the set then has a few megabytes at most: an entry that brings back a removed span takes 300 to
 * 500 bytes (5,000 of them 2 MB), most others 100 to 250. Only long notes take more.
 */
export const HISTORY_LIMIT = 5000

/** What a person does to a set, and when; offsets are UTF-16 code units. */
export const ChangeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('do'), edit: EditSchema, at: InstantSchema }),
  v.strictObject({ type: v.literal('undo'), at: InstantSchema }),
  v.strictObject({ type: v.literal('redo'), at: InstantSchema }),
])
export type Change =
  | { readonly type: 'do'; readonly edit: Edit; readonly at: string }
  | { readonly type: 'undo' | 'redo'; readonly at: string }

/**
 * How an entry came about. `undone` are steps that the first file format kept as taken back, without
 * saying when: the set was not changed by the entry, and redoing it is all that is left of the step.
 */
export const HOWS = ['do', 'undo', 'redo', 'undone'] as const

/** See `HistoryEntry`; offsets are UTF-16 code units. */
export const HistoryEntrySchema = v.strictObject({
  at: InstantSchema,
  by: IdentifierSchema,
  how: v.picklist(HOWS),
  edit: EditSchema,
})

/** One change that was made: when, by whom, how, and the way back. */
export interface HistoryEntry {
  readonly at: string
  /** The id of the annotator who made it. */
  readonly by: string
  readonly how: (typeof HOWS)[number]
  /**
   * Leads from the set after the entry to the set before it, exactly. That of an `undone` entry leads
   * forward, to the set before the step was taken back.
   */
  readonly edit: Edit
}

/** A set with everything that was done to it, the oldest first. */
export interface AnnotationDocument {
  /** Counts changes; a change names the revision that it was made on. */
  readonly revision: number
  readonly set: AnnotationSet
  readonly history: readonly HistoryEntry[]
}

/** What a change is checked against, and who makes it. */
export interface ChangeContext extends EditContext {
  /** The id of the annotator. */
  readonly annotator: string
}

/** The entries that can be undone and redone, by their indexes; the last is the next to be taken. */
export interface OpenSteps {
  readonly undo: readonly number[]
  readonly redo: readonly number[]
}

export type ChangeProblem =
  EditProblem | { readonly code: 'nothing-to-undo' | 'nothing-to-redo'; readonly message: string }

/** The document of a set without history. */
export function newDocument(set: AnnotationSet): AnnotationDocument {
  return { revision: 0, set, history: [] }
}

/**
 * Applies one change, counts the revision up by one and writes the change down. Undoing and redoing
 * are written down too: nothing that was done is forgotten by doing something new. Only the oldest
 * entries beyond `HISTORY_LIMIT` are. Undoing and redoing never fail for a label that was deleted since:
 * what would bring a span of it back is left out.
 */
export function applyChange(
  document: AnnotationDocument,
  change: Change,
  context: ChangeContext,
): Result<AnnotationDocument, ChangeProblem> {
  const edit = change.type === 'do' ? change.edit : nextStep(document, change.type)?.edit
  if (edit === undefined) return fail(nothingTo(change.type))
  const applied = applyStep(document, change.type, edit, context)
  if (!applied.ok) return applied
  const entry: HistoryEntry = {
    at: change.at,
    by: context.annotator,
    how: change.type,
    edit: applied.value.inverse,
  }
  return ok({
    revision: document.revision + 1,
    set: applied.value.set,
    history: [...document.history.slice(1 - HISTORY_LIMIT), entry],
  })
}

/** A step back or forward to a label that was deleted since does all of it that still can be done. */
function applyStep(
  { set, history }: AnnotationDocument,
  how: Change['type'],
  edit: Edit,
  context: EditContext,
): Result<AppliedEdit, EditProblem> {
  const applied = applyEdit(set, edit, context)
  if (applied.ok || how === 'do' || !namesOtherLabel(history, context.labels)) return applied
  return applyEdit(set, fitEdit(set, edit, context), context)
}

/**
 * What a history leaves to undo and to redo. Doing something new leaves nothing to redo. A history
 * whose oldest entries were dropped leaves the same as the whole one, but for those. Costs one pass.
 */
export function openSteps(history: readonly HistoryEntry[]): OpenSteps {
  const undo: number[] = []
  let redo: number[] = []
  for (const [index, { how }] of history.entries()) {
    switch (how) {
      case 'do':
        undo.push(index)
        redo = []
        break
      case 'undo':
        undo.pop()
        redo.push(index)
        break
      case 'redo':
        redo.pop()
        undo.push(index)
        break
      case 'undone':
        redo.push(index)
        break
      default:
        assertNever(how)
    }
  }
  return { undo, redo }
}

/** The entry whose edit undoing (or redoing) applies next; null when there is none. */
export function nextStep(
  { history }: Pick<AnnotationDocument, 'history'>,
  direction: 'undo' | 'redo',
): HistoryEntry | null {
  return history[openSteps(history)[direction].at(-1) ?? -1] ?? null
}

function nothingTo(direction: 'do' | 'undo' | 'redo'): ChangeProblem {
  return direction === 'undo'
    ? { code: 'nothing-to-undo', message: 'There is nothing to undo' }
    : { code: 'nothing-to-redo', message: 'There is nothing to redo' }
}
