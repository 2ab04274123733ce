import {
  differingValues,
  valueInWords,
  type DifferingValue,
} from '../../../core/annotation/differing-values.ts'
import { nearestOf, type Feedback } from '../../../core/review/feedback.ts'

/** Most of a value in a row, in UTF-16 code units. */
const LISTED_VALUE = 24

/** What a reviewer has done to an annotator's mark, in a few words. */
export function feedbackWords(feedback: Feedback): string {
  const values = changedValues(feedback).map(
    ({ name, from, to }) =>
      `${name}: ${valueInWords(from, LISTED_VALUE)} → ${valueInWords(to, LISTED_VALUE)}`,
  )
  const change = changeOf(feedback)
  return (feedback.kind === 'attributes' ? values : [change, ...values]).join(', ')
}

/** The values that the reviewer gave a mark otherwise, or took away; none where the mark is no more. */
export function changedValues({ span, outcome }: Feedback): readonly DifferingValue[] {
  const near = span === null ? undefined : nearestOf(span, outcome)
  return span === null || near === undefined
    ? []
    : differingValues(span.attributes, near.attributes)
}

function changeOf({ kind, span, outcome }: Feedback): string {
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
