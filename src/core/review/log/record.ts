import * as v from 'valibot'
import { LabelNameSchema } from '../../annotation/label-set.ts'
import { InstantSchema, SpanIdSchema, SpanSchema } from '../../annotation/span.ts'
import { IdentifierSchema } from '../../identifier.ts'

/** How far the review of one article is. */
export const REVIEW_STATUSES = ['to-review', 'in-review', 'changes-asked', 'approved'] as const
export const ReviewStatusSchema = v.picklist(REVIEW_STATUSES)
export type ReviewStatus = v.InferOutput<typeof ReviewStatusSchema>

/** Longest comment or reason, in UTF-16 code units: a page. */
const TEXT_LENGTH = 4000
const TextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_LENGTH))
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What every record says: who wrote it down, when, and as part of which step, which is undone as one. */
const COMMON = {
  id: SpanIdSchema,
  by: IdentifierSchema,
  at: InstantSchema,
  step: SpanIdSchema,
}

/** What a record says of a verdict beside the spans. */
export const VERDICT_FIELDS = {
  kind: v.literal('verdict'),
  ...COMMON,
  /** Whose version was taken; null for the reviewer's own, or none. */
  took: v.nullable(IdentifierSchema),
  /** The verdicts, of whomever, that this one takes the place of. */
  replaces: v.array(SpanIdSchema),
  reason: v.nullable(TextSchema),
  /** The label whose guideline it rests on. */
  guideline: v.nullable(LabelNameSchema),
}

/** What a record says of a comment beside the span. */
export const COMMENT_FIELDS = {
  kind: v.literal('comment'),
  ...COMMON,
  text: TextSchema,
  /** The comment that begins the thread which this one answers in; null when this one begins it. */
  thread: v.nullable(SpanIdSchema),
}

/** Records that hold no offsets, and are stored as they are. */
export const PLAIN_RECORDS = [
  /** Says of a thread whether it is dealt with. */
  v.strictObject({
    kind: v.literal('resolution'),
    ...COMMON,
    thread: SpanIdSchema,
    resolved: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('status'),
    ...COMMON,
    status: ReviewStatusSchema,
    /** How many disagreements were open then: a person may approve with some. */
    open: CountSchema,
  }),
  /** Takes records of the same person back, withdrawals among them. */
  v.strictObject({
    kind: v.literal('withdrawal'),
    ...COMMON,
    records: v.pipe(v.array(SpanIdSchema), v.minLength(1)),
  }),
] as const

/** A span with the annotator whose set it was in; offsets are UTF-16 code units. */
export const MarkSchema = v.strictObject({ annotator: IdentifierSchema, span: SpanSchema })

/** One thing that a person has said in the review of an article; offsets are UTF-16 code units. */
export const ReviewRecordSchema = v.variant('kind', [
  v.strictObject({
    ...VERDICT_FIELDS,
    /** The marks that it was given on, in the order of `compareMarks`; none where the reviewer adds. */
    ground: v.array(MarkSchema),
    /** What goes into the adjudicated set; nothing when all of the ground is rejected. */
    outcome: v.array(SpanSchema),
  }),
  v.strictObject({
    ...COMMENT_FIELDS,
    /** The mark that it is about, as it was then; null for the article, and in answers. */
    mark: v.nullable(MarkSchema),
  }),
  ...PLAIN_RECORDS,
])
export type ReviewRecord = DeepReadonly<v.InferOutput<typeof ReviewRecordSchema>>

type OfKind<K extends ReviewRecord['kind']> = Extract<ReviewRecord, { readonly kind: K }>
/** A decision on marks of one place. */
export type Verdict = OfKind<'verdict'>
export type Comment = OfKind<'comment'>
export type StatusRecord = OfKind<'status'>
export type Withdrawal = OfKind<'withdrawal'>

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

/** What one person has said in the review of one article, in the order in which it was said. */
export interface ReviewLog {
  readonly article: string
  readonly by: string
  readonly records: readonly ReviewRecord[]
}
