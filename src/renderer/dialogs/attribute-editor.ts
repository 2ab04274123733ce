import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { ATTRIBUTE_TYPES, type Attribute } from '../../core/annotation/attribute.ts'
import { fieldValue } from '../elements/field-value.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { TYPE_NAMES, type AttributeDraft, type DraftProblem } from './attribute-draft.ts'
import { attributeEditorStyles } from './attribute-editor-styles.ts'
import { AttributeForm } from './attribute-form.ts'
import { editorFieldStyles } from './editor-field-styles.ts'

type TextField = DraftProblem['field']
type Field = HTMLInputElement | HTMLTextAreaElement

/** What a person wants to do with an attribute as a whole. */
export type AttributeWish =
  { readonly type: 'remove' } | { readonly type: 'move'; readonly by: 1 | -1 }

/**
 * The definition of one attribute. It is saved when a field is left, once all of it can be used.
 * @fires rubric-attribute-edited - The attribute is defined otherwise: the detail.
 * @fires rubric-attribute-wish - It is to be deleted or moved; see `AttributeWish`.
 */
@customElement('rubric-attribute-editor')
export class RubricAttributeEditor extends LitElement {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    editorFieldStyles,
    attributeEditorStyles,
  ]

  @query('#type') private readonly _type!: HTMLSelectElement | null

  @property({ attribute: false }) definition!: Attribute
  /** Names of the label's other attributes. */
  @property({ attribute: false }) taken: readonly string[] = []
  @property({ type: Boolean }) first = false
  @property({ type: Boolean }) last = false
  @property({ type: Boolean }) disabled = false

  @state() private _isRemoving = false
  private _form: AttributeForm | null = null

  /** Puts the keyboard where a new attribute gets its type. */
  override focus(): void {
    if (this.isUpdatePending) this.performUpdate()
    this._type?.focus()
  }

  /** Puts the keyboard on the button that moves it on, or back where it can go no further. */
  focusMove(by: 1 | -1): void {
    if (this.isUpdatePending) this.performUpdate()
    const [up, down] = this.renderRoot.querySelectorAll<HTMLButtonElement>('.move')
    const [wanted, other] = by === -1 ? [up, down] : [down, up]
    ;(wanted?.disabled === false ? wanted : other)?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('definition')) return
    if (this._form?.arrive(this.definition) ?? true) this._isRemoving = false
  }

  private get _fields(): AttributeForm {
    return (this._form ??= new AttributeForm(this.definition))
  }

  private _edit(change: Partial<AttributeDraft>): void {
    const detail = this._fields.edit(change, this.taken)
    this.requestUpdate()
    if (detail === null) return
    this.dispatchEvent(new CustomEvent('rubric-attribute-edited', { detail }))
  }

  private _wish(detail: AttributeWish): void {
    this.dispatchEvent(new CustomEvent('rubric-attribute-wish', { detail }))
  }

  private async _ask(isRemoving: boolean): Promise<void> {
    this._isRemoving = isRemoving
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(isRemoving ? '.really' : '.delete')?.focus()
  }

  protected override render(): TemplateResult {
    const { type } = this._fields.draft
    return html`<div role="group" aria-label="Attribute ${this.definition.name}">
      <div class="kind">
        ${this._renderText('name', 'Name', { maxlength: 60 })}
        <div class="field">
          <label for="type">Type</label>
          <select
            id="type"
            ?disabled=${this.disabled}
            .value=${live(type)}
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement
              const chosen = ATTRIBUTE_TYPES.find((each) => each === value)
              if (chosen !== undefined) this._edit({ type: chosen })
            }}
          >
            ${ATTRIBUTE_TYPES.map(
              (each) =>
                html`<option value=${each} ?selected=${each === type}>${TYPE_NAMES[each]}</option>`,
            )}
          </select>
        </div>
      </div>
      ${type === 'choice' ? this._renderChoices() : nothing}
      ${
        type === 'number'
          ? html`<div class="kind">
              ${this._renderText('minimum', 'Minimum', { placeholder: 'none' })}
              ${this._renderText('maximum', 'Maximum', { placeholder: 'none' })}
            </div>`
          : nothing
      }
      ${this._isRemoving ? this._renderRemoving() : this._renderWishes()}
    </div>`
  }

  private _renderText(
    field: Exclude<TextField, 'choices'>,
    title: string,
    { maxlength = 40, placeholder = '' },
  ): TemplateResult {
    const isWrong = this._fields.problem?.field === field
    return html`<div class="field">
      <label for=${field}>${title}</label>
      <input
        id=${field}
        maxlength=${maxlength}
        inputmode=${field === 'name' ? nothing : 'decimal'}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        placeholder=${placeholder}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby="${field}-problem"
        ?readonly=${this.disabled}
        .value=${fieldValue(this._fields.draft[field])}
        @change=${(event: Event) => this._edit({ [field]: (event.target as Field).value })}
      />
      ${this._renderProblem(field)}
    </div>`
  }

  private _renderChoices(): TemplateResult {
    const isWrong = this._fields.problem?.field === 'choices'
    return html`<div class="field">
      <label for="choices">Choices, one a line</label>
      <textarea
        id="choices"
        rows="2"
        dir="auto"
        spellcheck="false"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby="choices-problem"
        ?readonly=${this.disabled}
        .value=${fieldValue(this._fields.draft.choices)}
        @change=${(event: Event) => this._edit({ choices: (event.target as Field).value })}
      ></textarea>
      ${this._renderProblem('choices')}
    </div>`
  }

  private _renderProblem(field: TextField): TemplateResult {
    const { problem } = this._fields
    const message = problem?.field === field ? problem.message : null
    return html`<p id="${field}-problem" class="problem" role="alert">${message}</p>`
  }

  /** The label's own buttons stand below, with the same words on them. */
  private _renderWishes(): TemplateResult {
    const { name } = this.definition
    return html`<p class="hint">
        Spans keep the values that they have, under the old name if you change it.
      </p>
      <div class="wishes">
        <button
          class="quiet move"
          aria-label="Move up ${name}"
          ?disabled=${this.disabled || this.first}
          @click=${() => this._wish({ type: 'move', by: -1 })}
        >
          Move up
        </button>
        <button
          class="quiet move"
          aria-label="Move down ${name}"
          ?disabled=${this.disabled || this.last}
          @click=${() => this._wish({ type: 'move', by: 1 })}
        >
          Move down
        </button>
        <button
          class="quiet delete"
          aria-label="Delete ${name}…"
          ?disabled=${this.disabled}
          @click=${() => this._ask(true)}
        >
          Delete…
        </button>
      </div>`
  }

  private _renderRemoving(): TemplateResult {
    const { name } = this.definition
    return html`<p class="hint" role="status">
        It is asked for no more. Spans that have a value of “${name}” keep it.
      </p>
      <div class="wishes">
        <button class="quiet" @click=${() => this._ask(false)}>Keep</button>
        <button
          class="quiet delete really"
          aria-label="Delete ${name}"
          ?disabled=${this.disabled}
          @click=${() => this._wish({ type: 'remove' })}
        >
          Delete
        </button>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-attribute-editor': RubricAttributeEditor
  }
}
