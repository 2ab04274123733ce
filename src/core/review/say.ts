import type { Comment, ReviewRecord } from './log/record.ts'
import type { Mark } from './mark.ts'
import type { Decision } from './verdicts.ts'

/** Who says something, and when. */
export type Saying = Pick<Decision, 'by' | 'at' | 'step' | 'newId'>

/**
 * A comment that begins a thread.
 * @param text - Not empty.
 * @param mark - The mark that it is about; null for the article.
 */
export function beginThread(text: string, mark: Mark | null, saying: Saying): Comment {
  return { kind: 'comment', ...commonOf(saying), text, thread: null, mark }
}

/** An answer in a thread. @param thread - The id of the comment that begins it. */
export function answerIn(thread: string, text: string, saying: Saying): Comment {
  return { kind: 'comment', ...commonOf(saying), text, thread, mark: null }
}

/** Says whether a thread is dealt with. @param thread - The id of the comment that begins it. */
export function resolve(thread: string, resolved: boolean, saying: Saying): ReviewRecord {
  return { kind: 'resolution', ...commonOf(saying), thread, resolved }
}

function commonOf({ by, at, step, newId }: Saying): Pick<Comment, 'id' | 'by' | 'at' | 'step'> {
  return { id: newId(), by, at, step }
}
