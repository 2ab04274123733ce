import { compareRecords } from './merge-records.ts'
import type { Comment, ReviewRecord, StatusRecord, Verdict, Withdrawal } from './record.ts'

/** A comment with its answers, the oldest first. */
export interface Thread {
  readonly comment: Comment
  readonly answers: readonly Comment[]
  readonly isResolved: boolean
}

/** What the records of all persons on one article come to. */
export interface ReviewState {
  /** Verdicts that nobody has withdrawn or replaced, the oldest first. */
  readonly verdicts: readonly Verdict[]
  readonly threads: readonly Thread[]
  /** The latest status that somebody gave the article; null before the first. */
  readonly status: StatusRecord | null
}

/** Reads the records of all persons on one article, in any order. */
export function reviewState(records: readonly ReviewRecord[]): ReviewState {
  const valid = validRecords(records)
  const replaced = new Set(
    valid.flatMap((record) => (record.kind === 'verdict' ? record.replaces : [])),
  )
  const verdicts = valid.filter(
    (record): record is Verdict => record.kind === 'verdict' && !replaced.has(record.id),
  )
  const status = valid.findLast((record): record is StatusRecord => record.kind === 'status')
  return { verdicts, threads: threadsOf(valid), status: status ?? null }
}

/**
 * Leaves out what was withdrawn, and the withdrawals.
 * @returns In the order of `compareRecords`.
 */
export function validRecords(records: readonly ReviewRecord[]): readonly ReviewRecord[] {
  const sorted = records.toSorted(compareRecords)
  const byId = new Map(sorted.map((record) => [record.id, record]))
  const withdrawn = new Set<string>()
  // A withdrawal can only be withdrawn by a later one, so from the last one back each is settled.
  for (const record of sorted.toReversed()) {
    if (record.kind !== 'withdrawal' || withdrawn.has(record.id)) continue
    for (const id of record.records) {
      if (isAbout(record, byId.get(id))) withdrawn.add(id)
    }
  }
  return sorted.filter(({ id, kind }) => kind !== 'withdrawal' && !withdrawn.has(id))
}

/** Nobody takes back what another person said, nor what comes after. */
function isAbout(withdrawal: Withdrawal, record: ReviewRecord | undefined): boolean {
  return record?.by === withdrawal.by && compareRecords(record, withdrawal) < 0
}

function threadsOf(valid: readonly ReviewRecord[]): readonly Thread[] {
  const answers = new Map<string, Comment[]>()
  const resolved = new Map<string, boolean>()
  for (const record of valid) {
    if (record.kind === 'resolution') resolved.set(record.thread, record.resolved)
    if (record.kind !== 'comment' || record.thread === null) continue
    answers.set(record.thread, [...(answers.get(record.thread) ?? []), record])
  }
  return valid.flatMap((record): readonly Thread[] => {
    if (record.kind !== 'comment' || record.thread !== null) return []
    const { id } = record
    return [
      { comment: record, answers: answers.get(id) ?? [], isResolved: resolved.get(id) ?? false },
    ]
  })
}
