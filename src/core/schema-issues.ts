import * as v from 'valibot'

/**
 * Says in one line what breaks a schema and in which field, for messages that a person reads.
 * @param issues - At least one issue, as valibot reports them; only the first is told.
 */
export function describeIssue(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): string {
  const [issue] = issues
  const path = v.getDotPath(issue)
  const message = messageOf(issue)
  return path === null ? message : `field "${path}": ${message}`
}

function messageOf({ message, expected }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid key: ')) return message.replace(/^Invalid \w+: /, '')
  return expected === 'never' ? 'it is unknown to this version' : 'it is missing'
}
