import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LABELS, textWithSpans } from '../../../../tests/support/arbitraries.ts'
import { articleWith, valueOf } from '../../../../tests/support/builders.ts'
import { verdictOn } from '../../../../tests/support/review-records.ts'
import { sha256 } from '../../../main/store/sha256.ts'
import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { adjudicatedRecord } from './adjudicated.ts'
import { readLines } from './read.ts'
import type { RubricatorRecord } from './record.ts'
import { writeLine } from './write.ts'

/** The record of an article on which one verdict was given, whose outcome is what somebody marked. */
function recordOf(text: string, set: Omit<AnnotationSet, 'article'>): RubricatorRecord {
  const article = articleWith(text)
  const { annotator, spans } = set
  const ground = spans.map((span) => ({ annotator, span }))
  const verdict = verdictOn([], { id: 'v1', took: annotator, ground, outcome: [...spans] })
  const record = adjudicatedRecord(article, [{ ...set, article: article.id }], [verdict], LABELS)
  if (record === null) throw new Error('There is a verdict')
  return record
}

it('comes back from its line with every value, and with those of the marks', () => {
  fc.assert(
    fc.property(textWithSpans, ({ text, spans }) => {
      fc.pre(spans.length > 0)
      const record = recordOf(text, { annotator: 'ann', status: 'done', spans })
      const [read] = valueOf(readLines(writeLine(record), sha256))
      expect(read?.set?.spans).toEqual(spans)
      const [verdict] = read?.record.review?.verdicts ?? []
      expect(verdict?.ground.map(({ id, attributes }) => [id, attributes])).toEqual(
        spans.map(({ id, attributes }) => [id, attributes]),
      )
      expect(read && writeLine(read.record)).toBe(writeLine(record))
    }),
  )
})

it('reads a line from before the marks had values', () => {
  const { review } = withOneSpan()
  const verdicts = review?.verdicts.map((verdict) => ({
    ...verdict,
    ground: verdict.ground.map((mark) => ({ ...mark, attributes: undefined })),
  }))
  const old = { ...withOneSpan(), review: { ...review, verdicts } }
  const [read] = valueOf(readLines(JSON.stringify(old), sha256))
  expect(read?.record.review?.verdicts[0]?.ground[0]).not.toHaveProperty('attributes')
})

function withOneSpan(): RubricatorRecord {
  const created = { by: 'ann', at: '2026-03-01T10:00:00.000Z', via: 'mouse' }
  const span = { id: 's', label: 'actor', start: 0, end: 3, attributes: {}, note: null, created }
  return recordOf('Two killed', { annotator: 'ann', status: 'done', spans: [span] })
}
