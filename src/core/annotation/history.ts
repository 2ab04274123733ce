import * as v from 'valibot'
import { assertNever } from '../assert-never.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { applyEdit, type EditContext, type EditProblem } from './apply-edit.ts'
import { EditSchema, type Edit } from './edit.ts'
import { InstantSchema } from './span.ts'

/**
 * Steps of undo kept for one set. A day of hard work on one article stays far below it. In practice
 * the file of the set then has a few megabytes at most: a step that brings back a removed span takes
 * 300 to 500 bytes (5,000 of them 2 MB), most others 100 to 250. Only long notes take more.
 */
export const HISTORY_LIMIT = 5000

/** What a person does to a set; offsets are UTF-16 code units. */
export const ChangeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('do'), edit: EditSchema, at: InstantSchema }),
  v.strictObject({ type: v.literal('undo') }),
  v.strictObject({ type: v.literal('redo') }),
])
export type Change =
  | { readonly type: 'do'; readonly edit: Edit; readonly at: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

/** An edit that leads one step back (or forward again), and when the step was made. */
export interface HistoryStep {
  readonly at: string
  readonly edit: Edit
}

/** A set with its history; the last step of a list is the next to be taken. */
export interface AnnotationDocument {
  /** Counts changes; a change names the revision that it was made on. */
  readonly revision: number
  readonly set: AnnotationSet
  readonly undo: readonly HistoryStep[]
  readonly redo: readonly HistoryStep[]
}

export type ChangeProblem =
  EditProblem | { readonly code: 'nothing-to-undo' | 'nothing-to-redo'; readonly message: string }

/** The document of a set without history. */
export function newDocument(set: AnnotationSet): AnnotationDocument {
  return { revision: 0, set, undo: [], redo: [] }
}

/**
 * Applies one change and counts the revision up by one. Doing something new forgets what was
 * undone; the oldest steps beyond `HISTORY_LIMIT` are forgotten.
 */
export function applyChange(
  document: AnnotationDocument,
  change: Change,
  context: EditContext,
): Result<AnnotationDocument, ChangeProblem> {
  switch (change.type) {
    case 'do': {
      const applied = applyEdit(document.set, change.edit, context)
      if (!applied.ok) return applied
      const step = { at: change.at, edit: applied.value.inverse }
      return ok({
        revision: document.revision + 1,
        set: applied.value.set,
        undo: [...document.undo.slice(1 - HISTORY_LIMIT), step],
        redo: [],
      })
    }
    case 'undo':
    case 'redo':
      return travel(document, change.type, context)
    default:
      return assertNever(change)
  }
}

/** Takes the last step of one list, and puts its inverse on the other. */
function travel(
  document: AnnotationDocument,
  from: 'undo' | 'redo',
  context: EditContext,
): Result<AnnotationDocument, ChangeProblem> {
  const step = document[from].at(-1)
  if (step === undefined) return fail(nothingTo(from))
  const applied = applyEdit(document.set, step.edit, context)
  if (!applied.ok) return applied
  const to = from === 'undo' ? 'redo' : 'undo'
  return ok({
    ...document,
    revision: document.revision + 1,
    set: applied.value.set,
    [from]: document[from].slice(0, -1),
    [to]: [...document[to], { at: step.at, edit: applied.value.inverse }],
  })
}

function nothingTo(direction: 'undo' | 'redo'): ChangeProblem {
  return { code: `nothing-to-${direction}`, message: `There is nothing to ${direction}` }
}
