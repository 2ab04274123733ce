import { compareRecords } from './merge-records.ts'
import type { ReviewRecord } from './record.ts'

/** What a person's next undoing or redoing takes back, as ids of records to be withdrawn. */
export interface OpenReviewSteps {
  /** Verdicts and statuses of one step; null when there is nothing to undo. */
  readonly undo: readonly string[] | null
  /** The withdrawal that undid a step; null when there is nothing to redo. */
  readonly redo: readonly string[] | null
}

/**
 * Finds what one person can undo and redo in the review of an article. Doing something new leaves
 * nothing to redo. Comments are no part of it: they have been said to somebody, and are withdrawn by name.
 * @param records - Of the article; those of others do not count.
 */
export function openReviewSteps(records: readonly ReviewRecord[], by: string): OpenReviewSteps {
  const own = records.filter((record) => record.by === by).toSorted(compareRecords)
  const withdrawals = new Set(own.flatMap(({ kind, id }) => (kind === 'withdrawal' ? [id] : [])))
  const undo: Step[] = []
  let redo: (Step & { readonly withdrawal: string })[] = []
  for (const record of own) {
    if (record.kind === 'verdict' || record.kind === 'status') {
      const last = undo.at(-1)
      if (last?.step === record.step) last.ids.push(record.id)
      else undo.push({ step: record.step, ids: [record.id] })
      redo = []
    } else if (record.kind === 'withdrawal') {
      const isOfWithdrawal = record.records.some((id) => withdrawals.has(id))
      const steps: Step[] = isOfWithdrawal ? redo : undo
      const at = steps.findLastIndex((step) => isTakenBy(step, record.records))
      const [step] = at === -1 ? [] : steps.splice(at, 1)
      if (step === undefined) continue
      if (isOfWithdrawal) undo.push({ step: step.step, ids: step.ids })
      else redo.push({ ...step, withdrawal: record.id })
    }
  }
  const undone = redo.at(-1)
  return { undo: undo.at(-1)?.ids ?? null, redo: undone ? [undone.withdrawal] : null }
}

interface Step {
  readonly step: string
  readonly ids: string[]
  readonly withdrawal?: string
}

function isTakenBy({ ids, withdrawal }: Step, taken: readonly string[]): boolean {
  return withdrawal === undefined
    ? ids.some((id) => taken.includes(id))
    : taken.includes(withdrawal)
}
