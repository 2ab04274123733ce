import * as v from 'valibot'
import { StatusSchema } from './annotation-set.ts'
import { AttributeNameSchema, AttributeValueSchema } from './attribute.ts'
import { LabelNameSchema } from './label-set.ts'
import { NoteSchema, OffsetSchema, SpanIdSchema, SpanSchema } from './span.ts'

/** The edits that are the same in the program and on disk, but for the unit of their offsets. */
export const PLAIN_EDITS = [
  v.strictObject({ type: v.literal('remove'), id: SpanIdSchema }),
  v.strictObject({
    type: v.literal('move'),
    id: SpanIdSchema,
    start: OffsetSchema,
    end: OffsetSchema,
  }),
  v.strictObject({ type: v.literal('relabel'), id: SpanIdSchema, label: LabelNameSchema }),
  v.strictObject({ type: v.literal('note'), id: SpanIdSchema, note: NoteSchema }),
  /** Gives an attribute this value, or takes its value away (null). */
  v.strictObject({
    type: v.literal('attribute'),
    id: SpanIdSchema,
    name: AttributeNameSchema,
    value: v.nullable(AttributeValueSchema),
  }),
  v.strictObject({ type: v.literal('status'), status: StatusSchema }),
] as const

export const SimpleEditSchema = v.variant('type', [
  v.strictObject({ type: v.literal('add'), span: SpanSchema }),
  ...PLAIN_EDITS,
])
export type SimpleEdit = Readonly<v.InferOutput<typeof SimpleEditSchema>>

/** Simple edits that one group may hold. */
export const GROUP_LIMIT = 10_000

/**
 * One invertible change to an annotation set. Offsets are UTF-16 code units. A group is applied
 * whole or not at all and undone as one; groups do not nest.
 */
export const EditSchema = v.union([
  SimpleEditSchema,
  v.strictObject({
    type: v.literal('group'),
    edits: v.pipe(v.array(SimpleEditSchema), v.minLength(1), v.maxLength(GROUP_LIMIT)),
  }),
])
export type Edit = SimpleEdit | { readonly type: 'group'; readonly edits: readonly SimpleEdit[] }

/** Maps every span of an edit; for conversions between offset units. */
export function simpleEditsOf(edit: Edit): readonly SimpleEdit[] {
  return edit.type === 'group' ? edit.edits : [edit]
}
