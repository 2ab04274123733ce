import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { recordsBy, verdictOn } from '../../../../tests/support/review-records.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import { mergeRecords } from './merge-records.ts'
import { loadLog, storeLog } from './stored-log.ts'

const TEXT = '😀 «سلام» said the envoy: at least 34 soldiers died.'
const CONTEXT = { text: TEXT, offsets: createOffsetMap(TEXT), sha256: 'a'.repeat(64) }
const SPAN = spanOn(TEXT, 'envoy')
const VERDICT = verdictOn([], {
  id: 'v1',
  by: 'ada',
  ground: [{ annotator: 'bo', span: SPAN }],
  outcome: [SPAN],
})

describe('storeLog and loadLog', () => {
  it('count in code points on disk, and come back to what was said', () => {
    const mapped = recordsBy('ada').map((records) =>
      records.map((record) =>
        record.kind === 'verdict' ? { ...VERDICT, ...record, ...placesOf(VERDICT) } : record,
      ),
    )
    fc.assert(
      fc.property(mapped, (records) => {
        const log = { article: 'a1', by: 'ada', records: mergeRecords(records) }
        const stored = storeLog(log, CONTEXT)
        expect(valueOf(loadLog(stored, CONTEXT))).toEqual(log)
      }),
    )
    const stored = storeLog({ article: 'a1', by: 'ada', records: [VERDICT] }, CONTEXT)
    expect(stored.records[0]).toMatchObject({ outcome: [{ start: SPAN.start - 1, text: 'envoy' }] })
  })

  it.each([
    ['another text', { text_sha256: 'b'.repeat(64) }, 'field "text_sha256"'],
    ['another person', { by: 'eve' }, 'field "records.0": it is by "ada", in the file of "eve"'],
  ])('refuses a log of %s', (_name, change, message) => {
    const stored = storeLog({ article: 'a1', by: 'ada', records: [VERDICT] }, CONTEXT)
    expect(loadLog({ ...stored, ...change }, CONTEXT)).toMatchObject({
      ok: false,
      error: expect.stringContaining(message),
    })
  })

  it('refuses a span that does not yield its quote', () => {
    const stored = storeLog({ article: 'a1', by: 'ada', records: [VERDICT] }, CONTEXT)
    const [record] = stored.records
    if (record?.kind !== 'verdict') throw new TypeError('It is a verdict')
    const shifted = record.outcome.map((span) => ({ ...span, start: span.start + 1 }))
    const broken = { ...stored, records: [{ ...record, outcome: shifted }] }
    expect(loadLog(broken, CONTEXT)).toMatchObject({
      ok: false,
      error: expect.stringContaining('"nvoy", not "envoy"'),
    })
  })
})

function placesOf({ ground, outcome }: typeof VERDICT): Pick<typeof VERDICT, 'ground' | 'outcome'> {
  return { ground, outcome }
}
