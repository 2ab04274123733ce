import type { PackChoices } from '../../../contract/pack-models.ts'
import { labelForName, type Label, type LabelSet } from '../../../core/annotation/label-set.ts'
import { fail, ok, type Result } from '../../../core/result.ts'

/** What becomes of the labels of a pack. */
export interface ChosenLabels {
  /** Names that spans may have afterwards. */
  readonly labels: readonly string[]
  /** What labels of the pack are called here. */
  readonly names: readonly (readonly [string, string])[]
  /** Those that the project gets. */
  readonly created: readonly Label[]
}

/**
 * Works out what a person has chosen for the labels that the project does not have.
 * @param present - The project's.
 * @param packed - The pack's, as its header defines them.
 * @returns The labels, or a sentence about a choice that cannot be.
 */
export function chooseLabels(
  present: LabelSet,
  packed: LabelSet,
  choices: PackChoices['labels'],
): Result<ChosenLabels, string> {
  const known = new Set(present.map(({ name }) => name))
  const names: (readonly [string, string])[] = []
  const labels: Label[] = [...present]
  const created: Label[] = []
  const chosen = new Set<string>()
  for (const { label, as } of choices) {
    if (chosen.has(label)) return fail(`The label “${label}” was chosen for twice`)
    chosen.add(label)
    // Somebody has made it since.
    if (known.has(label)) continue
    if (as.type === 'map') {
      if (!known.has(as.to)) return fail(`There is no label “${as.to}” here`)
      names.push([label, as.to])
    } else if (as.type === 'create') {
      const made = asHere(
        packed.find(({ name }) => name === label),
        label,
        labels,
      )
      created.push(made)
      labels.push(made)
    }
  }
  return ok({ labels: labels.map(({ name }) => name), names, created })
}

/** A key that another label has is not taken from it. */
function asHere(packed: Label | undefined, name: string, labels: LabelSet): Label {
  if (packed === undefined) return labelForName(name, labels)
  const isTaken = labels.some(({ key }) => key === packed.key)
  return isTaken ? { ...packed, key: null } : packed
}
