import * as v from 'valibot'
import { Sha256Schema } from '../../article/article.ts'
import { IdentifierSchema } from '../../identifier.ts'
import { fail, ok, type Result } from '../../result.ts'
import { compareText, InstantSchema, SpanIdSchema } from '../span.ts'
import { loadSpan, storeSpan, StoredSpanSchema, type MappedText } from '../stored-span.ts'
import { compareStamps, stampKey, StampSchema, type Stamp } from './stamp.ts'
import type { Mark, MergeMemory, RememberedSpan } from './versions.ts'

const MARK = {
  /** The latest first. */
  changes: v.pipe(v.array(StampSchema), v.minLength(1)),
}

/** The file of what merges have left beside one annotation set; offsets in code points. */
export const StoredMemorySchema = v.strictObject({
  format: v.literal('rubricator-merged/1'),
  article: IdentifierSchema,
  annotator: IdentifierSchema,
  text_sha256: Sha256Schema,
  offset_unit: v.literal('codepoint'),
  /** The point in the set's history up to which it was written. */
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  at: v.nullable(InstantSchema),
  status: v.strictObject(MARK),
  spans: v.array(
    v.strictObject({ id: SpanIdSchema, hidden: v.nullable(StoredSpanSchema), ...MARK }),
  ),
})
export type StoredMemory = Readonly<v.InferOutput<typeof StoredMemorySchema>>

/** The set that a stored memory belongs to. */
export interface StoredMemoryContext extends MappedText {
  readonly article: string
  readonly annotator: string
  readonly sha256: string
}

/** Turns what merges have left into what is written; spans in the order of their ids. */
export function storeMemory(memory: MergeMemory, context: StoredMemoryContext): StoredMemory {
  const { anchor, status, spans } = memory
  const sorted = [...spans].toSorted(([a], [b]) => compareText(a, b))
  return {
    format: 'rubricator-merged/1',
    article: context.article,
    annotator: context.annotator,
    text_sha256: context.sha256,
    offset_unit: 'codepoint',
    revision: anchor.revision,
    at: anchor.at,
    status: { changes: changesOf(status) },
    spans: sorted.map(([id, span]) => ({
      id,
      hidden: span.hidden && storeSpan(span.hidden, context),
      changes: changesOf(span),
    })),
  }
}

/**
 * Reads it back.
 * @returns What was left, or a sentence about what does not fit: it is another set's, of another text, or
 * holds a span that does not yield its quote.
 */
export function loadMemory(
  stored: StoredMemory,
  context: StoredMemoryContext,
): Result<MergeMemory, string> {
  if (stored.article !== context.article || stored.annotator !== context.annotator) {
    return fail(`it is about the set of "${stored.annotator}" on "${stored.article}"`)
  }
  if (stored.text_sha256 !== context.sha256) {
    return fail('field "text_sha256": it is of another text than the article’s')
  }
  const spans = new Map<string, RememberedSpan>()
  for (const { id, hidden, changes } of stored.spans) {
    const span = hidden && loadSpan(hidden, context)
    if (span?.ok === false) return fail(`field "spans": ${span.error}`)
    if (span !== null && span.value.id !== id) return fail(`field "spans": ${id} hides another id`)
    if (spans.has(id)) return fail(`field "spans": ${id} is there twice`)
    spans.set(id, { ...markOf(changes), hidden: span?.value ?? null })
  }
  const anchor = { revision: stored.revision, at: stored.at }
  return ok({ anchor, status: markOf(stored.status.changes), spans })
}

function changesOf({ passed }: Mark): Stamp[] {
  return Array.from(passed, stampOf).toSorted((a, b) => compareStamps(b, a))
}

function markOf(changes: readonly Stamp[]): Mark {
  const [latest] = changes.toSorted((a, b) => compareStamps(b, a))
  if (latest === undefined) throw new RangeError('Everything was changed once at least')
  return { stamp: latest, passed: new Set(changes.map(stampKey)) }
}

function stampOf(key: string): Stamp {
  const end = key.lastIndexOf(' ')
  return { at: key.slice(0, end), count: Number(key.slice(end + 1)) }
}
