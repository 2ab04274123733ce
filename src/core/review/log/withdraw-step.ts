import type { Saying } from '../say.ts'
import type { ReviewRecord, Withdrawal } from './record.ts'
import { validRecords } from './review-state.ts'

/**
 * Takes back all verdicts and statuses that a person has given an article in one step, whatever came
 * after it; comments stay said.
 * @param records - Of the article, by everybody.
 * @returns Null where nothing of the step stands.
 */
export function withdrawStep(
  records: readonly ReviewRecord[],
  step: string,
  { by, at, step: ownStep, newId }: Saying,
): Withdrawal | null {
  const taken = validRecords(records).filter(
    (record) =>
      record.by === by &&
      record.step === step &&
      (record.kind === 'verdict' || record.kind === 'status'),
  )
  if (taken.length === 0) return null
  const ids = taken.map(({ id }) => id)
  return { kind: 'withdrawal', id: newId(), by, at, step: ownStep, records: ids }
}
