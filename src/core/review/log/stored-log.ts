import * as v from 'valibot'
import {
  loadSpan,
  storeSpan,
  StoredSpanSchema,
  type MappedText,
} from '../../annotation/stored-span.ts'
import { Sha256Schema } from '../../article/article.ts'
import { IdentifierSchema } from '../../identifier.ts'
import { fail, ok, type Result } from '../../result.ts'
import { mergeRecords } from './merge-records.ts'
import {
  COMMENT_FIELDS,
  PLAIN_RECORDS,
  VERDICT_FIELDS,
  type ReviewLog,
  type ReviewRecord,
} from './record.ts'

const StoredMarkSchema = v.strictObject({ annotator: IdentifierSchema, span: StoredSpanSchema })
type StoredMark = v.InferOutput<typeof StoredMarkSchema>

export const StoredRecordSchema = v.variant('kind', [
  v.strictObject({
    ...VERDICT_FIELDS,
    ground: v.array(StoredMarkSchema),
    outcome: v.array(StoredSpanSchema),
  }),
  v.strictObject({ ...COMMENT_FIELDS, mark: v.nullable(StoredMarkSchema) }),
  ...PLAIN_RECORDS,
])
type StoredRecord = v.InferOutput<typeof StoredRecordSchema>

/** The file of what one person said in the review of one article; offsets in code points. */
export const StoredLogSchema = v.strictObject({
  format: v.literal('rubricator-review/1'),
  article: IdentifierSchema,
  by: IdentifierSchema,
  text_sha256: Sha256Schema,
  offset_unit: v.literal('codepoint'),
  records: v.array(StoredRecordSchema),
})
export type StoredLog = Readonly<v.InferOutput<typeof StoredLogSchema>>

/** The article that a stored log belongs to. */
export interface StoredLogContext extends MappedText {
  readonly sha256: string
}

/** Turns a log into what is written: offsets in code points, every span with its quote, in order. */
export function storeLog(log: ReviewLog, context: StoredLogContext): StoredLog {
  return {
    format: 'rubricator-review/1',
    article: log.article,
    by: log.by,
    text_sha256: context.sha256,
    offset_unit: 'codepoint',
    records: mergeRecords(log.records).map((record) => storeRecord(record, context)),
  }
}

/**
 * Reads a log back.
 * @returns The log, or a sentence about the first record that does not fit: another's record, or a span
 * that does not yield its quote.
 */
export function loadLog(stored: StoredLog, context: StoredLogContext): Result<ReviewLog, string> {
  const { article, by, text_sha256 } = stored
  if (text_sha256 !== context.sha256) {
    return fail('field "text_sha256": it is of another text than the article’s')
  }
  const records: ReviewRecord[] = []
  for (const [index, record] of stored.records.entries()) {
    const where = `field "records.${index}"`
    if (record.by !== by) {
      return fail(`${where}: it is by "${record.by}", in the file of "${by}"`)
    }
    const loaded = loadRecord(record, context)
    if (!loaded.ok) return fail(`${where}: ${loaded.error}`)
    records.push(loaded.value)
  }
  return ok({ article, by, records: mergeRecords(records) })
}

function storeRecord(record: ReviewRecord, text: MappedText): StoredRecord {
  const storeMark = ({ annotator, span }: StorableMark): StoredMark => ({
    annotator,
    span: storeSpan(span, text),
  })
  switch (record.kind) {
    case 'verdict':
      return {
        ...record,
        replaces: [...record.replaces],
        ground: record.ground.map(storeMark),
        outcome: record.outcome.map((span) => storeSpan(span, text)),
      }
    case 'comment':
      return { ...record, mark: record.mark && storeMark(record.mark) }
    case 'withdrawal':
      return { ...record, records: [...record.records] }
    default:
      return record
  }
}

type StorableMark = Extract<ReviewRecord, { kind: 'verdict' }>['ground'][number]

function loadRecord(stored: StoredRecord, text: MappedText): Result<ReviewRecord, string> {
  if (stored.kind === 'verdict') {
    const ground = loadMarks(stored.ground, text)
    if (!ground.ok) return ground
    const outcome = allOf(stored.outcome.map((span) => loadSpan(span, text)))
    if (!outcome.ok) return outcome
    return ok({ ...stored, ground: ground.value, outcome: outcome.value })
  }
  if (stored.kind === 'comment') {
    const mark = loadMarks(stored.mark ? [stored.mark] : [], text)
    return mark.ok ? ok({ ...stored, mark: mark.value[0] ?? null }) : mark
  }
  return ok(stored)
}

function loadMarks(
  marks: readonly StoredMark[],
  text: MappedText,
): Result<readonly StorableMark[], string> {
  return allOf(
    marks.map(({ annotator, span }) => {
      const loaded = loadSpan(span, text)
      return loaded.ok ? ok({ annotator, span: loaded.value }) : loaded
    }),
  )
}

/** All values, or the first failure. */
function allOf<T>(results: readonly Result<T, string>[]): Result<readonly T[], string> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}
