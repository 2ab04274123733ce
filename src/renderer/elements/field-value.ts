import { noChange, type PropertyPart } from 'lit'
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * The text of a field that tells what was typed when it is left: what comes from elsewhere meanwhile
 * does not take the place of what is being typed.
 */
class FieldValue extends Directive {
  /** What the field showed before anybody typed. */
  #shown: string | null = null

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.PROPERTY) throw new TypeError('fieldValue stands at a property')
  }

  override render(_text: string): typeof noChange {
    return noChange
  }

  override update({ element }: PropertyPart, [text]: [string]): typeof noChange {
    const field = element as Field
    if (field.value !== text) {
      if (this.#isTypedIn(field)) return noChange
      field.value = text
    }
    this.#shown = field.value
    return noChange
  }

  #isTypedIn(field: Field): boolean {
    return this.#shown !== null && field.value !== this.#shown && field.matches(':focus')
  }
}

export const fieldValue = directive(FieldValue)
