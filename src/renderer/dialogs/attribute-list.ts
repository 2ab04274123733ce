import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChevronDown } from 'lucide'
import { ATTRIBUTE_LIMIT, type Attribute } from '../../core/annotation/attribute.ts'
import type { Label } from '../../core/annotation/label-set.ts'
import { icon } from '../elements/icon.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { describeAttribute, problemOfName } from './attribute-draft.ts'
import './attribute-editor.ts'
import type { AttributeWish, RubricAttributeEditor } from './attribute-editor.ts'
import { attributeListStyles } from './attribute-list-styles.ts'

type Definitions = readonly Attribute[]

/** A change of a label's attributes: from those that it has by now to those that it will have. */
export type AttributesChange = (attributes: Definitions) => Definitions

/** An attribute on its way to another place. */
interface Move {
  readonly name: string
  readonly index: number
  readonly by: 1 | -1
}

/**
 * The attributes of a label, in the order in which a span's card asks for them.
 * @fires rubric-attributes-edited - They are to change; the detail is an `AttributesChange`.
 */
@customElement('rubric-attribute-list')
export class RubricAttributeList extends LitElement {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, attributeListStyles]

  @query('#new') private readonly _new!: HTMLInputElement

  @property({ attribute: false }) label!: Label
  @property({ type: Boolean }) disabled = false

  @state() private _open: string | null = null
  @state() private _problem: string | null = null
  /** What was done, for whoever does not see it. */
  @state() private _done = ''
  /** The attribute that was just added, whose editor gets the keyboard once it is there. */
  private _added: string | null = null
  private _renamed: { readonly from: string; readonly to: string } | null = null
  private _moved: Move | null = null
  /** What tells a row from the others, by the name of its attribute: it outlives another name. */
  private readonly _keys = new Map<string, number>()
  private _nextKey = 0

  private get _definitions(): Definitions {
    return this.label.attributes
  }

  private get _names(): readonly string[] {
    return this._definitions.map(({ name }) => name)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('label')
    if (before !== undefined && (before as Label).name !== this.label.name) {
      this._open = null
      this._problem = null
      this._keys.clear()
    }
    this._follow()
    for (const name of this._names) {
      if (!this._keys.has(name)) this._keys.set(name, this._nextKey++)
    }
  }

  /** Keeps the row of an attribute that has another name by now, with the keyboard in it. */
  private _follow(): void {
    if (this._renamed === null || !this._names.includes(this._renamed.to)) return
    const { from, to } = this._renamed
    this._renamed = null
    const key = this._keys.get(from)
    if (key !== undefined) this._keys.set(to, key)
    this._keys.delete(from)
    if (this._open === from) this._open = to
  }

  protected override updated(): void {
    const editor = this.renderRoot.querySelector<RubricAttributeEditor>('rubric-attribute-editor')
    if (this._added !== null && this._names.includes(this._added)) {
      this._added = null
      editor?.focus()
    }
    // A row that is put elsewhere loses the keyboard, and so does a button that can do no more.
    if (this._moved !== null && this._names.indexOf(this._moved.name) === this._moved.index) {
      editor?.focusMove(this._moved.by)
      this._moved = null
    }
  }

  private _change(detail: AttributesChange): void {
    this.dispatchEvent(new CustomEvent('rubric-attributes-edited', { detail }))
  }

  private _add(event: SubmitEvent): void {
    event.preventDefault()
    const name = this._new.value.trim()
    const isFull = this._definitions.length >= ATTRIBUTE_LIMIT
    this._problem = isFull
      ? `A label has at most ${ATTRIBUTE_LIMIT} attributes.`
      : problemOfName(name, this._names)
    if (this._problem !== null) return
    this._new.value = ''
    this._open = name
    this._added = name
    this._change((all) => [...all, { name, type: 'text' }])
  }

  /** Tells an attribute from the others, also while another name of it is on its way. */
  private _finder(name: string): (attribute: Attribute) => boolean {
    const renamed = this._renamed
    const names = renamed?.from === name ? [name, renamed.to] : [name]
    return (attribute) => names.includes(attribute.name)
  }

  private _edit(name: string, attribute: Attribute): void {
    const isIt = this._finder(name)
    if (name !== attribute.name) this._renamed = { from: name, to: attribute.name }
    this._change((all) => all.map((each) => (isIt(each) ? attribute : each)))
  }

  private _wish(name: string, wish: AttributeWish): void {
    const isIt = this._finder(name)
    if (wish.type === 'remove') {
      const next = this._names[this._names.indexOf(name) + 1] ?? this._names.at(-2)
      this._open = null
      this._done = `${name} deleted`
      this._change((all) => all.filter((each) => !isIt(each)))
      void this._focusRow(next)
      return
    }
    // From where it is on its way to: a key may be pressed again before the first change is there.
    const pending = this._moved?.name === name ? this._moved.index : this._names.indexOf(name)
    const index = within(pending + wish.by, this._names)
    this._done = `${name} is ${index + 1} of ${this._names.length}`
    this._moved = { name, index, by: wish.by }
    this._change((all) => {
      const from = all.findIndex(isIt)
      const to = within(from + wish.by, all)
      return all.toSpliced(from, 1).toSpliced(to, 0, ...all.slice(from, from + 1))
    })
  }

  /** The keyboard was on what is gone: it goes to another attribute, or to where one is added. */
  private async _focusRow(name: string | undefined): Promise<void> {
    await this.updateComplete
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]
    const row = rows.find(({ dataset }) => dataset['name'] === name)
    ;(row ?? this._new).focus()
  }

  protected override render(): TemplateResult {
    return html`<h3 id="heading">Attributes</h3>
      <p class="hint">
        ${
          this._definitions.length === 0
            ? 'What is said of each span, such as a count or an outcome. None yet.'
            : nothing
        }
      </p>
      <ul aria-labelledby="heading">
        ${repeat(
          this._definitions,
          ({ name }) => this._keys.get(name),
          (attribute, index) => this._renderRow(attribute, index),
        )}
      </ul>
      <form class="new" ?hidden=${this.disabled} @submit=${this._add}>
        <input
          id="new"
          aria-label="Name of a new attribute"
          aria-describedby="problem"
          placeholder="New attribute"
          maxlength="60"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
        />
        <button type="submit" aria-label="Add attribute">Add</button>
      </form>
      <p id="problem" class="problem" role="alert">${this._problem}</p>
      <p class="visually-hidden" aria-live="polite">${this._done}</p>`
  }

  private _renderRow(attribute: Attribute, index: number): TemplateResult {
    const { name } = attribute
    const isOpen = this._open === name
    return html`<li>
      <button
        type="button"
        class="row"
        data-name=${name}
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => (this._open = isOpen ? null : name)}
      >
        <bdi class="name">${name}</bdi>
        <bdi class="words">${describeAttribute(attribute)}</bdi>
        ${icon(ChevronDown, 14)}
      </button>
      ${
        isOpen
          ? html`<rubric-attribute-editor
              .definition=${attribute}
              .taken=${this._names.toSpliced(index, 1)}
              ?first=${index === 0}
              ?last=${index === this._definitions.length - 1}
              ?disabled=${this.disabled}
              @rubric-attribute-edited=${({ detail }: CustomEvent<Attribute>) =>
                this._edit(name, detail)}
              @rubric-attribute-wish=${({ detail }: CustomEvent<AttributeWish>) =>
                this._wish(name, detail)}
            ></rubric-attribute-editor>`
          : nothing
      }
    </li>`
  }
}

/** The nearest index that a list has. */
function within(index: number, list: readonly unknown[]): number {
  return Math.max(0, Math.min(list.length - 1, index))
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-attribute-list': RubricAttributeList
  }
}
