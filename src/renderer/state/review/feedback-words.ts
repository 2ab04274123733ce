import { nearestOf, type Feedback } from '../../../core/review/feedback.ts'

/** What a reviewer has done to an annotator's mark, in a few words. */
export function feedbackWords({ kind, span, outcome }: Feedback): string {
  const label = (span && nearestOf(span, outcome)?.label) ?? outcome[0]?.label ?? ''
  switch (kind) {
    case 'removed':
      return 'Not taken'
    case 'label':
      return `Label changed to ${label}`
    case 'bounds':
      return 'Bounds changed'
    case 'attributes':
      return 'Attributes changed'
    case 'added':
      return `Added as ${label}`
  }
}

/** What following a verdict does to the own marks, for a button. */
export function takeOverWords({ kind }: Feedback): string {
  return kind === 'removed' ? 'Delete mine too' : kind === 'added' ? 'Mark it too' : 'Take over'
}
