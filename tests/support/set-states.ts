import fc from 'fast-check'
import { emptySet } from '../../src/core/annotation/annotation-set.ts'
import { applyChange, newDocument, type Change } from '../../src/core/annotation/history.ts'
import { mergeDocuments, type Merge } from '../../src/core/annotation/merge/merge-documents.ts'
import { contentOf, type MergedDocument } from '../../src/core/annotation/merge/versions.ts'
import { articleText, LABELS, step, type EditMaker } from './arbitraries.ts'
import { valueOf } from './builders.ts'

export const EMPTY_STATE: MergedDocument = {
  document: newDocument(emptySet('a1', 'ann')),
  memory: null,
}

/** The time that a desk's clock shows. */
export function time(minute: number): string {
  return new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString()
}

export function mergeIn(here: MergedDocument, theirs: MergedDocument, text: string): Merge {
  const context = { text, labels: LABELS, annotator: 'ann', at: time(90) }
  return valueOf(mergeDocuments(here, theirs, context))
}

/** What a window shows of a set. */
export function shown({ document: { set } }: MergedDocument): readonly string[] {
  return [set.status, ...set.spans.map(contentOf)]
}

export type Stint = readonly (readonly [EditMaker | 'undo' | 'redo', number])[]

/** What somebody does on a desk, by a clock that may stand, jump back, and differ from other desks'. */
export const stint: fc.Arbitrary<Stint> = fc.array(fc.tuple(step, fc.nat({ max: 60 })), {
  maxLength: 8,
  size: 'max',
})

/** Does what can be done of it. */
export function work(
  { document, memory }: MergedDocument,
  steps: Stint,
  text: string,
): MergedDocument {
  const worked = steps.reduce((current, [taken, minute]) => {
    const at = time(minute)
    const change: Change =
      typeof taken === 'string'
        ? { type: taken, at }
        : { type: 'do', edit: taken(current.set, text), at }
    const done = applyChange(current, change, { text, labels: LABELS, annotator: 'ann' })
    return done.ok ? done.value : current
  }, document)
  return { document: worked, memory }
}

const course = fc.record({
  /** The state from which it goes on: the number of an earlier one. */
  from: fc.nat({ max: 9 }),
  /** An earlier state that is taken in first; null for none. */
  takes: fc.option(fc.nat({ max: 9 })),
  steps: stint,
})

/** A text, and states of one set on several desks that went their own ways and met now and then. */
export const setStates: fc.Arbitrary<{
  readonly text: string
  readonly made: readonly MergedDocument[]
}> = fc
  .tuple(articleText, fc.array(course, { minLength: 2, maxLength: 5, size: 'max' }))
  .map(([text, courses]) => {
    const made: MergedDocument[] = [EMPTY_STATE]
    for (const { from, takes, steps } of courses) {
      const start = made[from % made.length] ?? EMPTY_STATE
      const other = takes === null ? undefined : made[takes % made.length]
      made.push(work(other ? mergeIn(start, other, text) : start, steps, text))
    }
    return { text, made }
  })
