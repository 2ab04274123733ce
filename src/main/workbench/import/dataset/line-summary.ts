import type { AnnotationSet, Status } from '../../../../core/annotation/annotation-set.ts'
import type { ReadRecord } from '../../../../core/formats/rubricator/read.ts'
import type { Metadata } from '../../../../core/article/article.ts'
import { sha256 } from '../../../store/sha256.ts'

/** What a plan needs to know of one line of native JSONL; its text and spans stay in the file. */
export interface LineSummary {
  /** Counts from 1. */
  readonly line: number
  readonly id: string
  readonly text_sha256: string
  readonly meta: Metadata
  readonly set: SetSummary | null
  /** Verdicts of a review, which an import does not take. */
  readonly verdicts: number
}

/** What is known of the set on a line. */
export interface SetSummary {
  readonly annotator: string
  readonly status: Status
  readonly spans: number
  readonly labels: readonly string[]
  /** The same for sets with the same status and spans. */
  readonly digest: string
}

/** @param before - How many lines precede those that the record's is counted among. */
export function summarise({ line, record, set }: ReadRecord, before: number): LineSummary {
  const { id, text_sha256, meta, review } = record
  const verdicts = review?.verdicts.length ?? 0
  return { line: before + line, id, text_sha256, meta, set: set && summariseSet(set), verdicts }
}

function summariseSet(set: AnnotationSet): SetSummary {
  const { annotator, status, spans } = set
  const labels = [...new Set(spans.map(({ label }) => label))]
  return { annotator, status, spans: spans.length, labels, digest: digestOf(set) }
}

/** Spans have the order of keys that their schema gives, and the set gives theirs. */
export function digestOf({ status, spans }: AnnotationSet): string {
  return sha256(JSON.stringify([status, spans]))
}
