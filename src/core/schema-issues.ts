import * as v from 'valibot'
import { shortenMiddle } from './text/shorten.ts'

/** Longer than any field or sentence of ours: only what came from outside is cut. */
const LONGEST_PATH = 200
const LONGEST_MESSAGE = 500

/**
 * Says in one line what breaks a schema and in which field, for messages that a person reads: briefly,
 * whatever was received.
 * @param issues - At least one issue, as valibot reports them; only the first is told.
 */
export function describeIssue(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): string {
  const [issue] = issues
  const path = v.getDotPath(issue)
  const message = shortenMiddle(messageOf(issue), LONGEST_MESSAGE)
  return path === null ? message : `field "${shortenMiddle(path, LONGEST_PATH)}": ${message}`
}

function messageOf({ message, expected }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid key: ')) return message.replace(/^Invalid \w+: /, '')
  return expected === 'never' ? 'it is unknown to this version' : 'it is missing'
}
