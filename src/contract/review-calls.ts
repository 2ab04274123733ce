import * as v from 'valibot'
import { LabelNameSchema } from '../core/annotation/label-set.ts'
import { SpanIdSchema } from '../core/annotation/span.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { ReviewRecordSchema } from '../core/review/log/record.ts'
import { PathSchema } from './paths.ts'
import { ExportOutcomeSchema } from './models.ts'
import {
  AdjudicatedSummarySchema,
  OpenReviewSchema,
  PhrasePlaceSchema,
  ReviewEntrySchema,
  ToldReviewSchema,
  UnsavedReviewSchema,
} from './review-models.ts'

const IndexSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const PhraseSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** The calls of a review; `calls` says what the fields mean. */
export const reviewCalls = {
  /** All articles that somebody has marked, with how far their review is. Tells its progress. */
  'review.queue': {
    args: v.strictObject({}),
    reply: v.array(ReviewEntrySchema),
    writes: false,
  },
  'review.open': {
    args: v.strictObject({ article: IdentifierSchema }),
    reply: OpenReviewSchema,
    writes: false,
  },
  /**
   * Adds to what the present person has said in the review of an article, and answers once it is durably
   * on disk. What is there already is not added again.
   */
  'review.record': {
    args: v.strictObject({
      /** The project's path, as with `annotations.apply`. */
      project: PathSchema,
      article: IdentifierSchema,
      records: v.pipe(v.array(ReviewRecordSchema), v.minLength(1), v.maxLength(20_000)),
    }),
    reply: v.null(),
    writes: true,
  },
  /**
   * Exports out of the window's memory what the present person has said and what could not be saved, as a
   * review pack that any project with these articles takes in.
   */
  'export.unsavedReviews': {
    args: v.strictObject({
      /** The project's path, as with `annotations.apply`. */
      project: PathSchema,
      reviews: v.pipe(v.array(UnsavedReviewSchema), v.minLength(1), v.maxLength(1000)),
    }),
    reply: ExportOutcomeSchema,
    writes: false,
  },
  /** What the present annotator is told of the review of an article: `recordsFor` says what that is. */
  'review.feedback': {
    args: v.strictObject({ article: IdentifierSchema }),
    reply: ToldReviewSchema,
    writes: false,
  },
  /** The articles that the present annotator has begun and on which a reviewer asks for changes. */
  'review.asked': {
    args: v.strictObject({}),
    reply: v.array(IdentifierSchema),
    writes: false,
  },
  /** All threads of comments of the project, with the articles that they are on. */
  'review.comments': {
    args: v.strictObject({}),
    reply: v.array(
      v.strictObject({
        article: IdentifierSchema,
        title: v.string(),
        records: v.array(ReviewRecordSchema),
        /** The text of the marks that threads are about, perhaps shortened; by the first comment. */
        quotes: v.array(v.strictObject({ thread: SpanIdSchema, quote: v.string() })),
      }),
    ),
    writes: false,
  },
  /** What `export.adjudicated` would write, and what it would lack; nothing is written. */
  'review.summary': {
    args: v.strictObject({}),
    reply: AdjudicatedSummarySchema,
    writes: false,
  },
  /** Exports the adjudicated sets as native JSONL, each with its verdicts. */
  'export.adjudicated': {
    args: v.strictObject({}),
    reply: ExportOutcomeSchema,
    writes: false,
  },
  /**
   * Finds a phrase in all texts, whatever its case, as whole words, from an article on.
   * @returns Some places, how many are left out because the sets on them are hidden from this person,
   * and the article to go on from, by its place in the list; null at the end.
   */
  'review.phrase': {
    args: v.strictObject({ phrase: PhraseSchema, from: IndexSchema }),
    reply: v.strictObject({
      places: v.array(PhrasePlaceSchema),
      hidden: IndexSchema,
      next: v.nullable(IndexSchema),
    }),
    writes: false,
  },
  /**
   * Decides on all marks at places of a phrase: each gets a span with a label, or none at all.
   * @returns How many places were decided, in which articles, and the step that they all belong to.
   */
  'review.decidePhrase': {
    args: v.strictObject({
      project: PathSchema,
      places: v.pipe(
        v.array(
          v.strictObject({ article: IdentifierSchema, start: IndexSchema, end: IndexSchema }),
        ),
        v.minLength(1),
        v.maxLength(20_000),
      ),
      label: v.nullable(LabelNameSchema),
      reason: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4000))),
    }),
    reply: v.strictObject({
      decided: IndexSchema,
      articles: v.array(IdentifierSchema),
      step: SpanIdSchema,
    }),
    writes: true,
  },
  /**
   * Takes back what the present person decided in one step, in all of these articles.
   * @returns In how many of them something was taken back.
   */
  'review.withdrawStep': {
    args: v.strictObject({
      project: PathSchema,
      step: SpanIdSchema,
      articles: v.pipe(v.array(IdentifierSchema), v.minLength(1), v.maxLength(20_000)),
    }),
    reply: IndexSchema,
    writes: true,
  },
} as const
