import fc from 'fast-check'
import type { ReviewRecord, Verdict } from '../../src/core/review/log/record.ts'
import { NOW } from './builders.ts'
import { spanOf } from './review.ts'

/** An instant some milliseconds after a fixed one. */
export function instant(milliseconds: number): string {
  return new Date(Date.parse(NOW) + milliseconds).toISOString()
}

/** A verdict on marks, each named `annotator/id`, that all cover the same text. */
export function verdictOn(
  ground: readonly string[],
  more: Partial<Verdict> & Pick<Verdict, 'id'>,
): Verdict {
  const marks = ground.map((mark) => {
    const [annotator = '', id = ''] = mark.split('/')
    return { annotator, span: spanOf(id, 0, 5) }
  })
  return {
    kind: 'verdict',
    by: 'rev',
    at: NOW,
    step: more.id,
    took: null,
    replaces: [],
    reason: null,
    guideline: null,
    ground: marks,
    outcome: marks.slice(0, 1).map(({ span }) => span),
    ...more,
  }
}

/** A person's log: verdicts, some replacing others, comments, resolutions, statuses and withdrawals. */
export function recordsBy(by: string): fc.Arbitrary<readonly ReviewRecord[]> {
  const draft = fc.record({
    kind: fc.constantFrom('verdict', 'comment', 'resolution', 'status', 'withdrawal'),
    at: fc.nat({ max: 30 }),
    /** Which earlier record it is about, as far as there are any. */
    about: fc.nat({ max: 20 }),
    status: fc.constantFrom('in-review' as const, 'approved' as const),
  })
  return fc.array(draft, { maxLength: 12 }).map((drafts) => {
    const records: ReviewRecord[] = []
    for (const [index, { kind, at, about, status }] of drafts.entries()) {
      const common = { id: `${by}-${index}`, by, at: instant(at), step: `${by}-${index}` }
      const earlier = records[about % Math.max(1, records.length)]?.id ?? `${by}-none`
      if (kind === 'verdict') {
        const replaces = about % 3 === 0 ? [earlier] : []
        records.push({ ...verdictOn([`ada/a${about % 4}`], common), ...common, replaces })
      } else if (kind === 'comment') {
        const thread = about % 2 === 0 ? null : earlier
        records.push({ kind, ...common, text: `said ${index}`, thread, mark: null })
      } else if (kind === 'resolution') {
        records.push({ kind, ...common, thread: earlier, resolved: about % 2 === 0 })
      } else if (kind === 'status') {
        records.push({ kind, ...common, status, open: about })
      } else records.push({ kind: 'withdrawal', ...common, records: [earlier] })
    }
    return records
  })
}
