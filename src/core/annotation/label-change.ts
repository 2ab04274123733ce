import * as v from 'valibot'
import { fail, ok, type Result } from '../result.ts'
import { LabelNameSchema, type Label, type LabelSet } from './label-set.ts'

/**
 * One change of a project's labels that changes the sets with them: a label gets another name, its
 * spans go over to another label, or it goes with its spans.
 */
export const LabelChangeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('rename'), label: LabelNameSchema, to: LabelNameSchema }),
  v.strictObject({ type: v.literal('merge'), label: LabelNameSchema, into: LabelNameSchema }),
  v.strictObject({ type: v.literal('remove'), label: LabelNameSchema }),
])
export type LabelChange = Readonly<v.InferOutput<typeof LabelChangeSchema>>

/** The label that spans have after a change which have its label before; null: they go. */
export function labelAfter(change: LabelChange): string | null {
  if (change.type === 'rename') return change.to
  return change.type === 'merge' ? change.into : null
}

/**
 * The project's labels after a change.
 * @returns The labels, or why they cannot be changed so, as a sentence.
 */
export function changeLabelSet(labels: LabelSet, change: LabelChange): Result<LabelSet, string> {
  const { label } = change
  if (!hasLabel(labels, label)) return fail(`There is no label “${label}” any more`)
  switch (change.type) {
    case 'rename':
      if (hasLabel(labels, change.to)) {
        return fail(`There is a label “${change.to}” already; merge “${label}” into it instead`)
      }
      return ok(labels.map((each) => (each.name === label ? { ...each, name: change.to } : each)))
    case 'merge':
      if (change.into === label) return fail('A label cannot be merged into itself')
      if (!hasLabel(labels, change.into)) {
        return fail(`There is no label “${change.into}” any more`)
      }
      return ok(labels.filter(({ name }) => name !== label))
    case 'remove':
      return ok(labels.filter(({ name }) => name !== label))
  }
}

/**
 * Takes a change of labels back. The label comes back with everything that it had, to its place; a
 * key that another label has by now is not taken from it.
 * @param before - The labels before the change.
 * @returns The labels, or why it cannot be taken back, as a sentence.
 */
export function restoreLabelSet(
  labels: LabelSet,
  change: LabelChange,
  before: LabelSet,
): Result<LabelSet, string> {
  const { label } = change
  if (change.type === 'rename') {
    return changeLabelSet(labels, { type: 'rename', label: change.to, to: label })
  }
  const into = labelAfter(change)
  if (into !== null && !hasLabel(labels, into)) {
    return fail(`There is no label “${into}” any more, to take the spans of “${label}” from`)
  }
  // Somebody has made a label of this name since: the spans come back under it.
  if (hasLabel(labels, label)) return ok(labels)
  const index = before.findIndex(({ name }) => name === label)
  const was = before[index]
  if (was === undefined) return fail(`It is not known what the label “${label}” was like`)
  const isKeyTaken = labels.some(({ key }) => key === was.key)
  const restored: Label = isKeyTaken ? { ...was, key: null } : was
  return ok(labels.toSpliced(index, 0, restored))
}

function hasLabel(labels: LabelSet, wanted: string): boolean {
  return labels.some(({ name }) => name === wanted)
}
