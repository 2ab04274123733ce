import type { CallFailure } from '../../contract/failure.ts'
import { fail, type Result } from '../../core/result.ts'
import { BrokenFileError } from '../store/durable-json-adapter.ts'
import { LockedError } from '../store/lock/project-locks.ts'
import { NewerProjectError } from '../store/newer/newer-files.ts'
import { StorageError } from '../store/storage-error.ts'

/** A failure as the outcome of a call. */
export function failure(code: CallFailure['code'], message: string): Result<never, CallFailure> {
  return fail({ code, message })
}

/** What the window is told of an error that nothing else has caught. */
export function unexpected(error: unknown): CallFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof StorageError) return { code: 'storage', message }
  // Tried again: somebody may put the file right.
  if (error instanceof BrokenFileError) return { code: 'storage', message }
  if (error instanceof NewerProjectError) return { code: 'read-only', message }
  if (error instanceof LockedError) return { code: 'read-only', message }
  return { code: 'internal', message: `Something went wrong inside the program: ${message}` }
}

/** Writes one line to standard error. */
export function report(line: string): void {
  process.stderr.write(`rubricator: ${line}\n`)
}
