import * as v from 'valibot'
import { STATUSES } from '../core/annotation/annotation-set.ts'
import { AttributesSchema } from '../core/annotation/attribute.ts'
import { LabelNameSchema } from '../core/annotation/label-set.ts'
import { InstantSchema } from '../core/annotation/span.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { AnnotatorSchema } from '../core/project/project.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const StatusSchema = v.picklist(STATUSES)
const TakenSchema = v.picklist(['here', 'theirs'])

/** What becomes of a pack's label that the project does not have. */
export const LabelChoiceSchema = v.strictObject({
  label: LabelNameSchema,
  as: v.variant('type', [
    /** Its spans get a label that is here. */
    v.strictObject({ type: v.literal('map'), to: LabelNameSchema }),
    /** It is added to the project as the pack has it. */
    v.strictObject({ type: v.literal('create') }),
    /** Its spans are left out. */
    v.strictObject({ type: v.literal('skip') }),
  ]),
})
export type LabelChoice = Readonly<v.InferOutput<typeof LabelChoiceSchema>>

/** What a person decides before a pack is taken in. */
export const PackChoicesSchema = v.strictObject({
  labels: v.pipe(v.array(LabelChoiceSchema), v.maxLength(1000)),
  /** Whether articles that are not here are added, where the pack has their texts. */
  addArticles: v.boolean(),
})
export type PackChoices = DeepReadonly<v.InferOutput<typeof PackChoicesSchema>>

/** One of two versions of a span. */
export const VersionViewSchema = v.strictObject({
  label: LabelNameSchema,
  /** The beginning of the text that it marks. */
  quote: v.string(),
  note: v.nullable(v.string()),
  attributes: AttributesSchema,
})
export type VersionView = Readonly<v.InferOutput<typeof VersionViewSchema>>

const PLACE = { article: v.string(), annotator: v.string() }

/** Something that was changed here and elsewhere; the later change counts. */
export const ConflictViewSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('span'),
    ...PLACE,
    /** Null where it was removed. */
    here: v.nullable(VersionViewSchema),
    theirs: v.nullable(VersionViewSchema),
    taken: TakenSchema,
  }),
  v.strictObject({
    kind: v.literal('status'),
    ...PLACE,
    here: StatusSchema,
    theirs: StatusSchema,
    taken: TakenSchema,
  }),
])
export type ConflictView = DeepReadonly<v.InferOutput<typeof ConflictViewSchema>>

/** What a pack changes in one set; the article by its title, the annotator by their name. */
export const SetChangeSchema = v.strictObject({
  ...PLACE,
  type: v.picklist(['new', 'updated']),
  added: CountSchema,
  changed: CountSchema,
  removed: CountSchema,
})
export type SetChange = Readonly<v.InferOutput<typeof SetChangeSchema>>

/** The sets of a pack by what becomes of them. */
export const SetCountsSchema = v.strictObject({
  new: CountSchema,
  updated: CountSchema,
  same: CountSchema,
  /** What is here goes beyond them. */
  older: CountSchema,
  /** Their articles are not here. */
  leftOut: CountSchema,
})
export type SetCounts = Readonly<v.InferOutput<typeof SetCountsSchema>>

/** What taking a pack in would do; of long lists only the first entries are here, with how many there are. */
export const PackPreviewSchema = v.strictObject({
  /** Where it comes from, and who made it when. */
  project: v.string(),
  made: InstantSchema,
  by: v.nullable(AnnotatorSchema),
  sets: SetCountsSchema,
  changes: v.array(SetChangeSchema),
  conflicts: v.strictObject({ count: CountSchema, first: v.array(ConflictViewSchema) }),
  articles: v.strictObject({
    /** Not here, and with their texts in the pack. */
    addable: CountSchema,
    /** Not here, and without: their titles. */
    unknown: v.strictObject({ count: CountSchema, first: v.array(v.string()) }),
  }),
  /** Labels of spans in the pack that the project does not have. */
  labels: v.array(v.strictObject({ name: LabelNameSchema, spans: CountSchema, sets: CountSchema })),
  /** How many spans of skipped labels are left out. */
  spansLeftOut: CountSchema,
  /** Verdicts, comments and the like in reviews: those that are not here yet. */
  records: CountSchema,
  /** Why it cannot be taken in, or not all of it. */
  problems: v.array(v.string()),
})
export type PackPreview = DeepReadonly<v.InferOutput<typeof PackPreviewSchema>>

/** What taking a pack in has done. */
export const PackSummarySchema = v.strictObject({
  sets: SetCountsSchema,
  conflicts: CountSchema,
  articles: CountSchema,
  labels: v.array(LabelNameSchema),
  spansLeftOut: CountSchema,
  records: CountSchema,
  problems: v.array(v.string()),
  /** Names it for undoing; null when nothing has changed. */
  pack: v.nullable(IdentifierSchema),
})
export type PackSummary = DeepReadonly<v.InferOutput<typeof PackSummarySchema>>

/** The pack whose taking in can be undone next. */
export const TakenPackSchema = v.strictObject({
  id: IdentifierSchema,
  at: InstantSchema,
  project: v.string(),
  by: v.nullable(AnnotatorSchema),
  sets: CountSchema,
})
export type TakenPack = Readonly<v.InferOutput<typeof TakenPackSchema>>

/** What undoing has taken back, and what it has left because it was changed since. */
export const PackUndoneSchema = v.strictObject({
  sets: CountSchema,
  articles: CountSchema,
  records: CountSchema,
  keptSpans: CountSchema,
  keptArticles: CountSchema,
})
export type PackUndone = Readonly<v.InferOutput<typeof PackUndoneSchema>>

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
