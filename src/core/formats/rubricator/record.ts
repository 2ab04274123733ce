import * as v from 'valibot'
import { StatusSchema } from '../../annotation/annotation-set.ts'
import { StoredSpanSchema } from '../../annotation/stored-span.ts'
import { Sha256Schema, StoredMetadataSchema } from '../../article/article.ts'
import { IdentifierSchema } from '../../identifier.ts'
import { ReviewProvenanceSchema } from './review-provenance.ts'

/**
 * One line of native JSONL, "rubricator/1": one annotation set with its article's text, or an
 * article without a set (`annotator` null, no spans). Offsets are code points. The keys are in the
 * order in which they are written; see docs/file-format.md.
 */
export const RecordSchema = v.pipe(
  v.strictObject({
    format: v.literal('rubricator/1'),
    id: IdentifierSchema,
    text: v.pipe(v.string(), v.minLength(1)),
    text_sha256: Sha256Schema,
    offset_unit: v.literal('codepoint'),
    meta: StoredMetadataSchema,
    annotator: v.nullable(IdentifierSchema),
    status: StatusSchema,
    spans: v.array(StoredSpanSchema),
    relations: v.strictTuple([], 'relations are not read by this version; nothing was imported'),
    /** Of an adjudicated set alone: the verdicts that it follows from. */
    review: v.optional(ReviewProvenanceSchema),
  }),
  v.check(
    ({ annotator, spans }) => annotator !== null || spans.length === 0,
    'a line without an annotator holds spans: say whose they are in "annotator"',
  ),
  v.check(
    ({ annotator, status }) => annotator !== null || status === 'not-started',
    'a line without an annotator has the status "not-started": say whose it is in "annotator"',
  ),
)
/** The same as a line holds it: what older files do not say is missing. */
export type WrittenRecord = Readonly<v.InferInput<typeof RecordSchema>>
export type RubricatorRecord = Readonly<v.InferOutput<typeof RecordSchema>>
