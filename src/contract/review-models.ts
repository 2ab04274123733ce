import * as v from 'valibot'
import { StatusSchema } from '../core/annotation/annotation-set.ts'
import { AttributesSchema } from '../core/annotation/attribute.ts'
import { LabelNameSchema } from '../core/annotation/label-set.ts'
import { MetadataSchema } from '../core/article/article.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { ReviewRecordSchema, ReviewStatusSchema } from '../core/review/log/record.ts'
import { AnnotationSetSchema } from './models.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** One article in the queue of a review. */
export const ReviewEntrySchema = v.strictObject({
  article: IdentifierSchema,
  title: v.string(),
  outlet: v.nullable(v.string()),
  published: v.nullable(v.string()),
  /** Those who have a set on it, and how far each is. */
  annotators: v.array(
    v.strictObject({ id: IdentifierSchema, status: StatusSchema, spans: CountSchema }),
  ),
  /** The reviewer's status; see `progressOf`. */
  status: ReviewStatusSchema,
  /** Places in all, those that need a person, those that all agree on and are not taken, and changed ones. */
  items: CountSchema,
  open: CountSchema,
  agreed: CountSchema,
  changed: CountSchema,
  /** Exact F1, the mean over all pairs; null where there is nobody to compare or nothing marked. */
  f1: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Threads of comments that nobody has resolved. */
  threads: CountSchema,
  /** Spans of the verdicts that are in no adjudicated set, because their label was deleted. */
  withoutLabel: CountSchema,
})
type Entry = v.InferOutput<typeof ReviewEntrySchema>
export type ReviewEntry = Readonly<Omit<Entry, 'annotators'>> & {
  readonly annotators: readonly Readonly<Entry['annotators'][number]>[]
}

/** An article with everything that a review of it is made of; offsets are UTF-16 code units. */
export const OpenReviewSchema = v.strictObject({
  article: IdentifierSchema,
  text: v.string(),
  meta: MetadataSchema,
  /** The sets that were begun, by annotator; those in `hidden` are not among them. */
  sets: v.array(AnnotationSetSchema),
  /** Whose sets this person may not see before declaring the own set done. */
  hidden: v.array(IdentifierSchema),
  /** What everybody has said, in order. */
  records: v.array(ReviewRecordSchema),
})

/** What an annotator is told of the review of an article; offsets are UTF-16 code units. */
export const ToldReviewSchema = v.strictObject({
  article: IdentifierSchema,
  status: ReviewStatusSchema,
  records: v.array(ReviewRecordSchema),
})

/** Where a phrase stands, and what the annotators made of it; offsets are UTF-16 code units. */
export const PhrasePlaceSchema = v.strictObject({
  article: IdentifierSchema,
  title: v.string(),
  start: CountSchema,
  end: CountSchema,
  /** The text around it. */
  before: v.string(),
  phrase: v.string(),
  after: v.string(),
  /** Marks that share text with it. */
  marks: v.array(
    v.strictObject({
      annotator: IdentifierSchema,
      label: LabelNameSchema,
      start: CountSchema,
      end: CountSchema,
      attributes: AttributesSchema,
    }),
  ),
  /** What has been decided there: the spans of the adjudicated set; null when nothing has. */
  decided: v.nullable(
    v.array(v.strictObject({ label: LabelNameSchema, attributes: AttributesSchema })),
  ),
})
type Place = v.InferOutput<typeof PhrasePlaceSchema>
export type PhrasePlace = Readonly<Omit<Place, 'marks' | 'decided'>> & {
  readonly marks: readonly Readonly<Place['marks'][number]>[]
  readonly decided: readonly Readonly<NonNullable<Place['decided']>[number]>[] | null
}

/** What somebody has said in the review of an article, as it is in a window; offsets are UTF-16 code units. */
export const UnsavedReviewSchema = v.strictObject({
  article: IdentifierSchema,
  /** The article; null where the window does not have it, and then no record may be about a mark. */
  ground: v.nullable(
    v.strictObject({ text: v.pipe(v.string(), v.minLength(1)), meta: MetadataSchema }),
  ),
  records: v.pipe(v.array(ReviewRecordSchema), v.minLength(1)),
})

/** What an export of the adjudicated sets holds, and what it cannot hold. */
export const AdjudicatedSummarySchema = v.strictObject({
  lines: CountSchema,
  /** Articles that nobody has begun to review. */
  unreviewed: CountSchema,
  /** Articles that are not approved. */
  unapproved: CountSchema,
  /** Disagreements that nobody has decided. */
  open: CountSchema,
  /** Places that all agree on and nobody has taken. */
  untaken: CountSchema,
  /** Spans of verdicts whose label was deleted. */
  withoutLabel: CountSchema,
})
export type AdjudicatedSummary = Readonly<v.InferOutput<typeof AdjudicatedSummarySchema>>
