import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { compareSpans, compareText } from '../../annotation/span.ts'
import type { StoredDocument } from '../../annotation/stored-document.ts'
import { storeSpan } from '../../annotation/stored-span.ts'
import type { Article } from '../../article/article.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import type { RubricatorRecord } from './record.ts'

/** Builds the records of one article: one for each set by annotator, or one without. */
export function recordsOf(
  article: Omit<Article, 'format' | 'imported'>,
  sets: readonly AnnotationSet[],
): readonly RubricatorRecord[] {
  const mapped = { text: article.text, offsets: createOffsetMap(article.text) }
  const stored = sets.map(({ annotator, status, spans }) => ({
    annotator,
    status,
    spans: spans.toSorted(compareSpans).map((span) => storeSpan(span, mapped)),
  }))
  return recordsOfStored(article, stored)
}

/** A set as its file and a record have it: spans in the order of `compareSpans`, in code points. */
export type StoredSet = Pick<StoredDocument, 'annotator' | 'status' | 'spans'>

/** The same of sets as their files hold them. */
export function recordsOfStored(
  article: Omit<Article, 'format' | 'imported'>,
  sets: readonly StoredSet[],
): readonly RubricatorRecord[] {
  const { title, outlet, published, language, direction, source } = article.meta
  const record = (set: StoredSet | null): RubricatorRecord => ({
    format: 'rubricator/1',
    id: article.id,
    text: article.text,
    text_sha256: article.text_sha256,
    offset_unit: 'codepoint',
    meta: { title, outlet, published, language, direction, source },
    annotator: set?.annotator ?? null,
    status: set?.status ?? 'not-started',
    spans: set?.spans ?? [],
    relations: [],
  })
  if (sets.length === 0) return [record(null)]
  return sets.toSorted((a, b) => compareText(a.annotator, b.annotator)).map(record)
}

/**
 * Writes one record as a line with its line feed. Three line terminators that JSON allows in strings
 * are escaped, because many readers split lines at them (Python's `str.splitlines` does).
 */
export function writeLine(record: RubricatorRecord): string {
  return `${escapeLineTerminators(JSON.stringify(record))}\n`
}

const ESCAPES = new Map([
  ['\u0085', String.raw`\u0085`],
  ['\u2028', String.raw`\u2028`],
  ['\u2029', String.raw`\u2029`],
])

/** Escapes the line terminators that JSON leaves as they are inside strings. */
export function escapeLineTerminators(json: string): string {
  return json.replaceAll(/[\u0085\u2028\u2029]/g, (found) => ESCAPES.get(found) ?? found)
}
