import type { CallFailure } from '../../contract/failure.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** How a command ended: well, or with sentences about what did not. */
export type Outcome = Result<null, readonly string[]>

export const DONE: Outcome = ok(null)

/** A command that did nothing, and why. */
export function failed(failure: CallFailure | string): Outcome {
  return fail([typeof failure === 'string' ? failure : failure.message])
}

/** A command that did what it could: well only if nothing went wrong on the way. */
export function doneWith(problems: readonly string[]): Outcome {
  return problems.length === 0 ? DONE : fail(problems)
}
