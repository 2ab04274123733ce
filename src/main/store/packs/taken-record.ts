import * as v from 'valibot'
import { StatusSchema } from '../../../core/annotation/annotation-set.ts'
import { LabelNameSchema } from '../../../core/annotation/label-set.ts'
import { StoredMemorySchema } from '../../../core/annotation/merge/stored-memory.ts'
import { InstantSchema, SpanIdSchema } from '../../../core/annotation/span.ts'
import { StoredSpanSchema } from '../../../core/annotation/stored-span.ts'
import { Sha256Schema } from '../../../core/article/article.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { AnnotatorSchema, ProjectNameSchema } from '../../../core/project/project.ts'
import { formatOf, plainKind, type FileKind } from '../file-kind.ts'

/** Holds what is needed to take back what review packs have brought. */
export const PACKS_FOLDER = '.packs'

/** Packs whose taking in can be undone, the latest first and one after the other. */
export const KEPT_PACKS = 5

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The file of a pack that was taken in, `.packs/<id>.json`. */
export const TakenPackSchema = v.strictObject({
  format: v.literal('rubricator-taken/1'),
  id: IdentifierSchema,
  at: InstantSchema,
  by: IdentifierSchema,
  /** Where the pack came from. */
  project: ProjectNameSchema,
  made: InstantSchema,
  from: v.nullable(AnnotatorSchema),
  /** What it has added to the project beside articles. */
  labels: v.array(LabelNameSchema),
  annotators: v.array(IdentifierSchema),
  /** Those whose sets or words it has changed. */
  people: v.array(IdentifierSchema),
  sets: CountSchema,
})
export type TakenPack = Readonly<v.InferOutput<typeof TakenPackSchema>>

/** A set with when each of its spans was changed last. */
const MarkedSetSchema = v.strictObject({
  status: StatusSchema,
  spans: v.array(StoredSpanSchema),
  marks: StoredMemorySchema,
})
export type MarkedSet = Readonly<v.InferOutput<typeof MarkedSetSchema>>

const TakenSetSchema = v.strictObject({
  annotator: IdentifierSchema,
  /** SHA-256 of the file that was written, where there was none before: then it can go again. */
  made: v.nullable(Sha256Schema),
  before: MarkedSetSchema,
  after: MarkedSetSchema,
})
export type TakenSet = Readonly<v.InferOutput<typeof TakenSetSchema>>

/** What a pack has brought to one article, `.packs/<id>/<article>.json`; offsets are code points. */
export const TakenArticleSchema = v.strictObject({
  format: v.literal('rubricator-taken-article/1'),
  article: IdentifierSchema,
  text_sha256: Sha256Schema,
  offset_unit: v.literal('codepoint'),
  /** Whether the article itself came with it. */
  added: v.boolean(),
  sets: v.array(TakenSetSchema),
  /** The records that came into the review of the article, by who wrote them. */
  reviews: v.array(v.strictObject({ by: IdentifierSchema, records: v.array(SpanIdSchema) })),
})
export type TakenArticle = Readonly<v.InferOutput<typeof TakenArticleSchema>>

export const TAKEN_PACK_KIND: FileKind<TakenPack> = plainKind(
  formatOf('rubricator-taken', [], TakenPackSchema),
)
export const TAKEN_ARTICLE_KIND: FileKind<TakenArticle> = plainKind(
  formatOf('rubricator-taken-article', [], TakenArticleSchema),
)

/** Path of the record of a pack inside the project, with `/`. */
export function takenPackFile(id: string): string {
  return `${PACKS_FOLDER}/${id}.json`
}

/** Path of the record of one of its articles inside the project, with `/`. */
export function takenArticleFile(id: string, article: string): string {
  return `${PACKS_FOLDER}/${id}/${article}.json`
}
