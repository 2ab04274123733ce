import { noChange, type ElementPart } from 'lit'
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js'

/**
 * Sets CSS properties one by one. Lit's own `styleMap` writes a `style` attribute at first, which
 * the window's content security policy forbids.
 */
class StyleProperties extends Directive {
  /** What was set last: asking the element costs more than all the rest. */
  readonly #set = new Map<string, string>()

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new TypeError('styleProperties stands on an element')
  }

  override render(_properties: Readonly<Record<string, string>>): typeof noChange {
    return noChange
  }

  override update(
    part: ElementPart,
    [properties]: [Readonly<Record<string, string>>],
  ): typeof noChange {
    const { style } = part.element as HTMLElement
    for (const [name, value] of Object.entries(properties)) {
      if (this.#set.get(name) === value) continue
      this.#set.set(name, value)
      style.setProperty(name, value)
    }
    return noChange
  }
}

export const styleProperties = directive(StyleProperties)
