import * as v from 'valibot'
import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { loadSpans } from '../../annotation/stored-span.ts'
import { fail, ok, type Result } from '../../result.ts'
import { describeIssue } from '../../schema-issues.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import { RecordSchema, type RubricatorRecord } from './record.ts'

/** A line that was read and checked: the record, and its set in the program's own offsets. */
export interface ReadRecord {
  readonly line: number
  readonly record: RubricatorRecord
  readonly set: AnnotationSet | null
}

/** Where and why a file is not native JSONL; lines count from 1. */
export interface ReadProblem {
  readonly line: number
  readonly message: string
}

/**
 * Reads a whole file of native JSONL. A file is read whole or not at all: the first problem ends it.
 * @param content - The file's text, or its lines; lines end in LF or CRLF, blank lines are passed over.
 * @param sha256 - Lower-case hex SHA-256 of a text's UTF-8 bytes.
 */
export function readLines(
  content: string | Iterable<string>,
  sha256: (text: string) => string,
): Result<readonly ReadRecord[], ReadProblem> {
  const records: ReadRecord[] = []
  const seen = new Map<string, number>()
  let line = 0
  // JSON takes a carriage return at the end for white space.
  for (const json of typeof content === 'string' ? content.split('\n') : content) {
    line++
    if (json.trim() === '') continue
    const read = readRecord(json, sha256)
    if (!read.ok) return fail({ line, message: read.error })
    const { record } = read.value
    const key = `${record.id} ${record.annotator ?? ''}`
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      return fail({ line, message: `the same article and annotator stand on line ${earlier}` })
    }
    seen.set(key, line)
    records.push({ line, ...read.value })
  }
  if (records.length === 0) return fail({ line: 1, message: 'the file holds no line to import' })
  return ok(records)
}

function readRecord(
  json: string,
  sha256: (text: string) => string,
): Result<Omit<ReadRecord, 'line'>, string> {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    return fail(`this is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = v.safeParse(RecordSchema, data, { abortEarly: true })
  if (!parsed.success) return fail(describeIssue(parsed.issues))
  const record = parsed.output
  if (!record.text.isWellFormed()) {
    return fail('field "text": it holds half of a surrogate pair, which no file can hold')
  }
  if (sha256(record.text) !== record.text_sha256) {
    return fail('field "text_sha256": it is not the SHA-256 of the text, so the text was changed')
  }
  if (record.annotator === null) return ok({ record, set: null })
  const mapped = { text: record.text, offsets: createOffsetMap(record.text) }
  const spans = loadSpans(record.spans, mapped)
  if (!spans.ok) return fail(`field "spans": ${spans.error}`)
  const { id: article, annotator, status } = record
  return ok({ record, set: { article, annotator, status, spans: spans.value } })
}
