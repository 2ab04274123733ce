import * as v from 'valibot'
import { AttributesSchema } from '../../annotation/attribute.ts'
import { LabelNameSchema } from '../../annotation/label-set.ts'
import { InstantSchema, OffsetSchema, SpanIdSchema } from '../../annotation/span.ts'
import { IdentifierSchema } from '../../identifier.ts'
import { ReviewStatusSchema } from '../../review/log/record.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A mark that a verdict was given on; offsets are code points. */
const GroundMarkSchema = v.strictObject({
  annotator: IdentifierSchema,
  id: SpanIdSchema,
  label: LabelNameSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  text: v.string(),
  /** Always written; files from before there were values have none. */
  attributes: v.optional(AttributesSchema),
})

/** Where the spans of an adjudicated set come from. */
export const ReviewProvenanceSchema = v.strictObject({
  status: ReviewStatusSchema,
  /** Disagreements that nobody has decided. */
  open: CountSchema,
  verdicts: v.array(
    v.strictObject({
      id: SpanIdSchema,
      by: IdentifierSchema,
      at: InstantSchema,
      /** Whose version was taken; null for the reviewer's own, or none. */
      took: v.nullable(IdentifierSchema),
      reason: v.nullable(v.string()),
      guideline: v.nullable(LabelNameSchema),
      /** Whether the marks are still as they were when it was given. */
      stands: v.boolean(),
      ground: v.array(GroundMarkSchema),
      /** The ids of the record's spans that follow from it. */
      spans: v.array(SpanIdSchema),
    }),
  ),
})
export type ReviewProvenance = Readonly<v.InferOutput<typeof ReviewProvenanceSchema>>
