import * as v from 'valibot'
import { StatusSchema } from '../core/annotation/annotation-set.ts'
import { LabelNameSchema } from '../core/annotation/label-set.ts'
import { IdentifierSchema } from '../core/identifier.ts'

/** More than anybody types, in UTF-16 code units. */
const SOUGHT_LENGTH = 500

const SoughtSchema = v.pipe(v.string(), v.maxLength(SOUGHT_LENGTH))
const DaySchema = v.nullable(v.pipe(v.string(), v.isoDate()))

/** Which articles a person wants to see; an article is shown when it fits every part. */
export const ArticleFilterSchema = v.strictObject({
  /** Words and "phrases" that all stand in the text or the title (see `searchTermsOf`); '' is any. */
  text: SoughtSchema,
  /** As the metadata have it. */
  outlet: v.nullable(v.string()),
  /** First and last day of publication, YYYY-MM-DD, inclusive. */
  from: DaySchema,
  to: DaySchema,
  /** The set has a span of this label. */
  label: v.nullable(LabelNameSchema),
  status: v.nullable(StatusSchema),
  /**
   * Whose set is looked at for label, status and note, which has to be there; null is that of the
   * present annotator, whether it is there or not.
   */
  annotator: v.nullable(IdentifierSchema),
  /** A note in the set holds this; '' is any. */
  note: SoughtSchema,
})
export type ArticleFilter = Readonly<v.InferOutput<typeof ArticleFilterSchema>>

/** Every article fits it. */
export const ANY_ARTICLE: ArticleFilter = {
  text: '',
  outlet: null,
  from: null,
  to: null,
  label: null,
  status: null,
  annotator: null,
  note: '',
}
