import type { PastChange } from '../../core/annotation/past-sets.ts'
import { describeDay } from '../state/moments.ts'

/**
 * A row of the list: the heading of a day, a change, or the beginning before the first one. A moment
 * is the number of changes that had been made by then.
 */
export type HistoryRow =
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'change'; readonly moment: number; readonly change: PastChange }
  | { readonly type: 'beginning'; readonly moment: 0 }

/**
 * The rows of a history, the newest first, each day under its heading.
 * @param changes - The newest first.
 * @param now - What is today.
 */
export function historyRows(changes: readonly PastChange[], now: Date): readonly HistoryRow[] {
  const rows: HistoryRow[] = []
  let last: string | null = null
  for (const change of changes) {
    const day = describeDay(change.at, now)
    if (day !== last) rows.push({ type: 'day', day })
    last = day
    rows.push({ type: 'change', moment: change.index + 1, change })
  }
  if (changes.length > 0) rows.push({ type: 'beginning', moment: 0 })
  return rows
}
