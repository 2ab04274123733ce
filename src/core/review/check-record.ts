import { checkSpan } from '../annotation/apply-edit.ts'
import type { Span } from '../annotation/span.ts'
import type { ReviewRecord } from './log/record.ts'

/** What a record is checked against. */
export interface RecordContext {
  readonly text: string
  /** The names of the project's labels. */
  readonly labels: ReadonlySet<string>
  /** Who says it. */
  readonly by: string
}

/**
 * Checks something that is to be added to a review. Marks of the ground may have labels that are gone;
 * what a verdict puts into the adjudicated set may not.
 * @returns A sentence about what is wrong; undefined when it fits.
 */
export function recordProblem(record: ReviewRecord, context: RecordContext): string | undefined {
  if (record.by !== context.by) return `It is signed by "${record.by}", not by "${context.by}"`
  if (record.kind === 'comment') {
    return record.mark === null ? undefined : placeProblem(record.mark.span, context)
  }
  if (record.kind !== 'verdict') return undefined
  const { ground, outcome, replaces } = record
  if (ground.length + outcome.length + replaces.length === 0) return 'The verdict is about nothing'
  for (const { span } of record.ground) {
    const problem = placeProblem(span, context)
    if (problem !== undefined) return problem
  }
  for (const span of record.outcome) {
    const problem = checkSpan(span, context)
    if (problem !== undefined) return problem.message
  }
  return undefined
}

function placeProblem(span: Span, { text }: RecordContext): string | undefined {
  return checkSpan(span, { text, labels: new Set([span.label]) })?.message
}
