import * as v from 'valibot'
import { LabelChangeSchema } from '../../../core/annotation/label-change.ts'
import { LabelSetSchema } from '../../../core/annotation/label-set.ts'
import { InstantSchema, SpanIdSchema } from '../../../core/annotation/span.ts'
import { StoredSpanSchema } from '../../../core/annotation/stored-span.ts'
import { IdentifierSchema } from '../../../core/identifier.ts'
import { formatOf, plainKind, type FileKind } from '../file-kind.ts'

/** Holds what is needed to take the latest changes of labels back. */
export const LABEL_CHANGES_FOLDER = '.label-changes'

/** Changes that can be taken back, the latest first and one after the other. */
export const KEPT_CHANGES = 10

/** What a change of a label has done to one set; offsets are code points. */
export const SetEffectSchema = v.strictObject({
  article: IdentifierSchema,
  annotator: IdentifierSchema,
  relabelled: v.array(SpanIdSchema),
  removed: v.array(StoredSpanSchema),
})
export type SetEffect = Readonly<v.InferOutput<typeof SetEffectSchema>>

/** The file of a change of a label, `.label-changes/<id>.json`. */
export const LabelRecordSchema = v.strictObject({
  format: v.literal('rubricator-label-change/1'),
  id: IdentifierSchema,
  at: InstantSchema,
  by: IdentifierSchema,
  offset_unit: v.literal('codepoint'),
  change: LabelChangeSchema,
  /** The project's labels before it. */
  labels: LabelSetSchema,
  sets: v.array(SetEffectSchema),
})
export type LabelRecord = Readonly<v.InferOutput<typeof LabelRecordSchema>>

export const LABEL_RECORD_KIND: FileKind<LabelRecord> = plainKind(
  formatOf('rubricator-label-change', ['labels', 'sets'], LabelRecordSchema),
)

/** Path of a record inside the project, with `/`. */
export function labelRecordFile(id: string): string {
  return `${LABEL_CHANGES_FOLDER}/${id}.json`
}

/**
 * The id of a change that comes after another one. It is counted, for a clock can be set back.
 * @param latest - The id of the one before; undefined when there is none.
 * @param random - Tells it from a change of the same number that was taken back.
 */
export function nextRecordId(latest: string | undefined, random: string): string {
  const number = Number(latest?.split('-')[0] ?? 0) + 1
  return `${String(number).padStart(6, '0')}-${random}`
}
