import type { ReviewRecord, Verdict } from './record.ts'

/**
 * Says what was said with another label, where a label gets another name or its spans go over to
 * another: a verdict on them stays, because neither the marks nor the decision have changed.
 * @returns The same records where none names the label.
 */
export function renameLabel(
  records: readonly ReviewRecord[],
  label: string,
  to: string,
): readonly ReviewRecord[] {
  const named = (name: string): string => (name === label ? to : name)
  const spanOf = <S extends { readonly label: string }>(span: S): S =>
    span.label === label ? { ...span, label: to } : span
  const markOf = (mark: Verdict['ground'][number]): Verdict['ground'][number] =>
    mark.span.label === label ? { ...mark, span: spanOf(mark.span) } : mark
  let isChanged = false
  const renamed = records.map((record) => {
    if (!names(record, label)) return record
    isChanged = true
    if (record.kind === 'comment') return { ...record, mark: record.mark && markOf(record.mark) }
    if (record.kind !== 'verdict') return record
    return {
      ...record,
      guideline: record.guideline === null ? null : named(record.guideline),
      ground: record.ground.map(markOf),
      outcome: record.outcome.map(spanOf),
    }
  })
  return isChanged ? renamed : records
}

function names(record: ReviewRecord, label: string): boolean {
  if (record.kind === 'comment') return record.mark?.span.label === label
  if (record.kind !== 'verdict') return false
  return (
    record.guideline === label ||
    record.outcome.some((span) => span.label === label) ||
    record.ground.some(({ span }) => span.label === label)
  )
}
