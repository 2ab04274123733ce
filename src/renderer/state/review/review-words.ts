import type { ReviewStatus } from '../../../core/review/log/record.ts'

/** What the reviewer's status is called. */
export const REVIEW_STATUS_NAMES: Readonly<Record<ReviewStatus, string>> = {
  'to-review': 'To review',
  'in-review': 'In review',
  'changes-asked': 'Changes asked',
  approved: 'Approved',
}
