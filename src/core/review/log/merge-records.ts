import { compareText } from '../../annotation/span.ts'
import type { ReviewRecord } from './record.ts'

/** The one order of records: by their time, and by their ids where that is the same. */
export function compareRecords(a: ReviewRecord, b: ReviewRecord): number {
  return compareText(a.at, b.at) || compareText(a.id, b.id)
}

/**
 * Brings together what was said here and elsewhere. A record never changes and is never taken out (it is
 * withdrawn by another one), so nothing is lost: every id of either side is in the result once. The
 * result is the same in whatever order and however often logs are merged.
 * @returns In the order of `compareRecords`.
 */
export function mergeRecords(
  ...logs: readonly (readonly ReviewRecord[])[]
): readonly ReviewRecord[] {
  const byId = new Map<string, ReviewRecord>()
  for (const record of logs.flat()) {
    const known = byId.get(record.id)
    // Two records of one id come of a file edited by hand; which one stays must not depend on the order.
    if (known === undefined || compareContent(record, known) < 0) byId.set(record.id, record)
  }
  return [...byId.values()].toSorted(compareRecords)
}

function compareContent(a: ReviewRecord, b: ReviewRecord): number {
  return a === b ? 0 : compareText(JSON.stringify(a), JSON.stringify(b))
}
