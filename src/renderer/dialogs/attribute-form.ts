import type { Attribute } from '../../core/annotation/attribute.ts'
import { draftOf, readDraft, type AttributeDraft, type DraftProblem } from './attribute-draft.ts'

/**
 * The fields of one attribute's definition, and what was saved of them. What is saved comes back as the
 * definition, while the fields may be further already: they are not set back by it.
 */
export class AttributeForm {
  #definition: Attribute
  #draft: AttributeDraft
  #problem: DraftProblem | null = null
  /** What was saved and has not come back, oldest first. */
  #saved: readonly string[] = []

  constructor(definition: Attribute) {
    this.#definition = definition
    this.#draft = draftOf(definition)
  }

  /** What stands in the fields. */
  get draft(): AttributeDraft {
    return this.#draft
  }

  /** Why it is not saved. */
  get problem(): DraftProblem | null {
    return this.#problem
  }

  /**
   * Takes the definition as it is by now; one that says nothing new leaves the fields as they are, with
   * what cannot be used in them.
   * @returns Whether it is another one than was saved here, and stands in the fields now.
   */
  arrive(definition: Attribute): boolean {
    const text = JSON.stringify(definition)
    if (text === JSON.stringify(this.#definition)) return false
    this.#definition = definition
    const returned = this.#saved.indexOf(text)
    this.#saved = returned === -1 ? [] : this.#saved.slice(returned + 1)
    if (returned !== -1) return false
    this.#draft = draftOf(definition)
    this.#problem = null
    return true
  }

  /**
   * Changes fields.
   * @param taken - Names of the label's other attributes.
   * @returns What is to be saved; null where the fields cannot be used, or say nothing new.
   */
  edit(change: Partial<AttributeDraft>, taken: readonly string[]): Attribute | null {
    // What other types would need stays in the fields, for whoever changes their mind.
    this.#draft = { ...this.#draft, ...change }
    const read = readDraft(this.#draft, taken)
    this.#problem = read.ok ? null : read.error
    if (!read.ok) return null
    const text = JSON.stringify(read.value)
    const isHere = text === JSON.stringify(this.#definition)
    // What was not taken, as where the disk is full, is tried again.
    if (isHere && (this.#saved.at(-1) ?? text) === text) return null
    this.#saved = [...this.#saved, text]
    return read.value
  }
}
