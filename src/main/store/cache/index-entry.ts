import * as v from 'valibot'
import { StatusSchema, type Status } from '../../../core/annotation/annotation-set.ts'
import { LabelNameSchema } from '../../../core/annotation/label-set.ts'
import { MetadataSchema, Sha256Schema, type Article } from '../../../core/article/article.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { foldForSearch } from '../../../core/article/search-terms.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What is known of one annotation set without its file. */
export const IndexedSetSchema = v.strictObject({
  annotator: IdentifierSchema,
  /** What the file looked like from outside when this was found out. */
  look: v.string(),
  revision: CountSchema,
  status: StatusSchema,
  spans: CountSchema,
  /** How many spans each label has. */
  labels: v.array(v.strictObject({ name: LabelNameSchema, spans: CountSchema })),
  /** All notes, folded, each on a line. */
  notes: v.string(),
})
export type IndexedSet = Readonly<v.InferOutput<typeof IndexedSetSchema>>

/** What is known of one article without its file. */
export const IndexedArticleSchema = v.strictObject({
  id: IdentifierSchema,
  look: v.string(),
  text_sha256: Sha256Schema,
  meta: MetadataSchema,
  imported: v.strictObject({ at: v.string(), encoding: v.nullable(v.string()) }),
})
export type IndexedArticle = Readonly<v.InferOutput<typeof IndexedArticleSchema>>

/** An article and the sets on it. */
export interface IndexEntry {
  readonly article: IndexedArticle
  readonly sets: readonly IndexedSet[]
}

export function indexArticle(
  { id, text_sha256, meta, imported }: Omit<Article, 'text' | 'format'>,
  look: string,
): IndexedArticle {
  return { id, look, text_sha256, meta, imported }
}

/** What is indexed of a set, whatever unit its offsets are in. */
interface SetOutline {
  readonly annotator: string
  readonly status: Status
  readonly spans: readonly { readonly label: string; readonly note: string | null }[]
}

export function indexSet(
  { revision, set }: { readonly revision: number; readonly set: SetOutline },
  look: string,
): IndexedSet {
  const labels = new Map<string, number>()
  const notes: string[] = []
  for (const { label, note } of set.spans) {
    labels.set(label, (labels.get(label) ?? 0) + 1)
    if (note !== null) notes.push(foldForSearch(note))
  }
  return {
    annotator: set.annotator,
    look,
    revision,
    status: set.status,
    spans: set.spans.length,
    labels: Array.from(labels, ([name, spans]) => ({ name, spans })),
    notes: notes.join('\n'),
  }
}
