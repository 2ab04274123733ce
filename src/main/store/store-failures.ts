import type { CallFailure } from '../../contract/failure.ts'
import { fail, type Result } from '../../core/result.ts'

/** What does not fit the project or the folder; the message is for a person. */
export function refuse(message: string): Result<never, CallFailure> {
  return fail({ code: 'refused', message })
}

export function unknownArticle(id: string): Result<never, CallFailure> {
  return fail({ code: 'not-found', message: `The project has no article ${id}` })
}
