import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { X } from 'lucide'
import {
  showValue,
  VALUE_LENGTH,
  valueNamed,
  valueProblem,
  type Attribute,
  type Attributes,
  type AttributeValue,
} from '../../core/annotation/attribute.ts'
import { readValue } from '../../core/annotation/read-value.ts'
import { attributeFieldsStyles } from './attribute-fields-styles.ts'
import { fieldValue } from './field-value.ts'
import { icon } from './icon.ts'
import { buttonStyles, fieldStyles, sharedStyles } from './shared-styles.ts'

/** A value that is given, or taken away (null). */
export interface GivenValue {
  readonly name: string
  readonly value: AttributeValue | null
}

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * A field for each attribute of a label, with a span's values; and below them the values that belong
 * to none of its attributes. What is typed counts when its field is left, or with Enter.
 * @fires rubric-value - A value was given, changed or taken away; see `GivenValue`.
 */
@customElement('rubric-attribute-fields')
export class RubricAttributeFields extends LitElement {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, attributeFieldsStyles]

  /** The label's attributes. Every element has `attributes` of another kind already. */
  @property({ attribute: false }) definitions: readonly Attribute[] = []
  @property({ attribute: false }) values: Attributes = {}
  /** Name of the label, where it is said what is no attribute of it. */
  @property() label = ''
  @property({ type: Boolean }) disabled = false
  /**
   * What was typed and cannot be used, by the attribute: it stays in its field. Whoever gives a map
   * of their own can look into it, and keep it for when the fields are drawn anew.
   */
  @property({ attribute: false }) unusable = new Map<string, string>()

  /** The value whose button was pressed and goes with it. */
  private _removed: string | null = null

  /** Puts the keyboard into the first field. */
  override focus(): void {
    if (this.isUpdatePending) this.performUpdate()
    this.renderRoot.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('values')
    if (before === undefined) return
    // What came in the meantime, as by undoing, takes the place of what could not be used.
    for (const name of this.unusable.keys()) {
      if (valueNamed(before, name) !== valueNamed(this.values, name)) this.unusable.delete(name)
    }
  }

  protected override updated(): void {
    const name = this._removed
    this._removed = null
    if (name === null || valueNamed(this.values, name) !== null) return
    // The keyboard was on the button that is gone.
    if (document.activeElement !== document.body) return
    const [next] = this.renderRoot.querySelectorAll<HTMLElement>('.foreign button')
    if (next === undefined) this.focus()
    else next.focus()
  }

  private _remove(name: string): void {
    this._removed = name
    this._give(name, null)
  }

  private _give(name: string, value: AttributeValue | null): void {
    if (value === valueNamed(this.values, name)) return
    const detail: GivenValue = { name, value }
    this.dispatchEvent(new CustomEvent('rubric-value', { detail }))
  }

  /** What cannot be used stays in its field, to be put right. */
  private _read(attribute: Attribute, field: Field): void {
    const { name } = attribute
    if (field.value === shown(valueNamed(this.values, name))) this.unusable.delete(name)
    else {
      const read = readValue(attribute, field.value)
      if (read.ok) {
        this.unusable.delete(name)
        field.value = shown(read.value)
        this._give(name, read.value)
      } else this.unusable.set(name, field.value)
    }
    this.requestUpdate()
  }

  private _key(attribute: Attribute, event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (!this.disabled) this._read(attribute, event.target as Field)
  }

  protected override render(): TemplateResult {
    const named = new Set(this.definitions.map(({ name }) => name))
    const foreign = Object.keys(this.values).filter((name) => !named.has(name))
    return html`${repeat(
      this.definitions,
      ({ name }) => name,
      (attribute, index) => this._renderField(attribute, `value-${index}`),
    )}
    ${foreign.length === 0 ? nothing : this._renderForeign(foreign)}`
  }

  private _renderField(attribute: Attribute, id: string): TemplateResult {
    const { name, type } = attribute
    const typed = this.unusable.get(name)
    const value = valueNamed(this.values, name)
    const problem = problemOf(attribute, value, typed)
    return html`<label for=${id} dir="auto">${name}</label>
      ${
        type === 'choice' || type === 'boolean'
          ? this._renderChoice(attribute, value, id, problem !== null)
          : this._renderText(attribute, typed ?? shown(value), id, problem !== null)
      }
      <p
        class="problem"
        id="${id}-problem"
        role=${typed === undefined ? nothing : 'alert'}
        ?hidden=${problem === null}
      >
        ${problem}
      </p>`
  }

  private _renderChoice(
    attribute: Attribute,
    value: AttributeValue | null,
    id: string,
    isWrong: boolean,
  ): TemplateResult {
    const options = optionsFor(attribute, value)
    const chosen = options.indexOf(value)
    return html`<select
      id=${id}
      class=${value === null ? 'none' : nothing}
      dir="auto"
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? `${id}-problem` : nothing}
      ?disabled=${this.disabled}
      .value=${live(String(chosen))}
      @change=${(event: Event) => {
        const option = options[(event.target as HTMLSelectElement).selectedIndex]
        if (option !== undefined) this._give(attribute.name, option)
      }}
    >
      ${options.map(
        (option, index) =>
          html`<option value=${index} ?selected=${index === chosen}>
            ${option === null ? '–' : showValue(option)}
          </option>`,
      )}
    </select>`
  }

  private _renderText(
    attribute: Attribute,
    text: string,
    id: string,
    isWrong: boolean,
  ): TemplateResult {
    const read = (event: Event): void => this._read(attribute, event.target as Field)
    const press = (event: KeyboardEvent): void => this._key(attribute, event)
    const invalid = isWrong ? 'true' : nothing
    const described = isWrong ? `${id}-problem` : nothing
    const hint = this.disabled ? '' : hintFor(attribute)
    return attribute.type === 'number'
      ? html`<input
          id=${id}
          type="text"
          inputmode="decimal"
          maxlength=${VALUE_LENGTH}
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          placeholder=${hint}
          aria-invalid=${invalid}
          aria-describedby=${described}
          ?readonly=${this.disabled}
          .value=${fieldValue(text)}
          @change=${read}
          @keydown=${press}
        />`
      : html`<textarea
          id=${id}
          rows="1"
          maxlength=${VALUE_LENGTH}
          autocomplete="off"
          dir="auto"
          placeholder=${hint}
          aria-invalid=${invalid}
          aria-describedby=${described}
          ?readonly=${this.disabled}
          .value=${fieldValue(text)}
          @change=${read}
          @keydown=${press}
        ></textarea>`
  }

  private _renderForeign(names: readonly string[]): TemplateResult {
    const label = this.label === '' ? 'this label' : html`<bdi>${this.label}</bdi>`
    return html`<div class="foreign">
      <p class="why" id="why">
        ${names.length === 1 ? 'Not an attribute of ' : 'Not attributes of '}${label}:
      </p>
      <ul aria-labelledby="why">
        ${repeat(
          names,
          (name) => name,
          (name) => this._renderForeignValue(name),
        )}
      </ul>
    </div>`
  }

  private _renderForeignValue(name: string): TemplateResult {
    const text = shown(valueNamed(this.values, name))
    return html`<li>
      <span class="name" dir="auto">${name}</span>
      <span class="given">
        <span class="value" dir="auto" title=${text}>${text}</span>
        <button
          type="button"
          class="quiet"
          aria-label="Remove ${name}"
          title="Remove"
          ?hidden=${this.disabled}
          @click=${() => this._remove(name)}
        >
          ${icon(X, 14)}
        </button>
      </span>
    </li>`
  }
}

function shown(value: AttributeValue | null): string {
  return value === null ? '' : showValue(value)
}

/** What is wrong with what stands in a field. */
function problemOf(
  attribute: Attribute,
  value: AttributeValue | null,
  typed: string | undefined,
): string | null {
  if (typed === undefined) return value === null ? null : (valueProblem(attribute, value) ?? null)
  const read = readValue(attribute, typed)
  return read.ok ? null : read.error
}

/** What can be chosen; a value that is no longer allowed stands at the end until another is. */
function optionsFor(
  attribute: Attribute,
  value: AttributeValue | null,
): readonly (AttributeValue | null)[] {
  const allowed: readonly AttributeValue[] =
    attribute.type === 'choice' ? attribute.choices : [true, false]
  const options: readonly (AttributeValue | null)[] = [null, ...allowed]
  return options.includes(value) ? options : [...options, value]
}

/** What stands in a field in which nothing is written. */
function hintFor(attribute: Attribute): string {
  if (attribute.type !== 'number') return 'add a text'
  const { minimum, maximum } = attribute
  if (minimum === null) return maximum === null ? 'a number' : `at most ${maximum}`
  return maximum === null ? `${minimum} or more` : `${minimum} to ${maximum}`
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-attribute-fields': RubricAttributeFields
  }
  interface HTMLElementEventMap {
    'rubric-value': CustomEvent<GivenValue>
  }
}
