import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import {
  LABEL_HUES,
  LABEL_LINES,
  LabelSchema,
  type Label,
  type LabelSet,
} from '../../core/annotation/label-set.ts'
import * as v from 'valibot'
import { fieldValue } from '../elements/field-value.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import './attribute-list.ts'
import type { AttributesChange } from './attribute-list.ts'
import { editorFieldStyles } from './editor-field-styles.ts'
import { labelEditorStyles } from './label-editor-styles.ts'

const HUE_NAMES = { violet: 'Violet', blue: 'Blue', green: 'Green', orange: 'Orange' } as const
const LINE_NAMES = { solid: 'Solid', dotted: 'Dotted', dashed: 'Dashed', double: 'Double' } as const
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** What a person wants to do with a label. */
export type LabelWish =
  | { readonly type: 'rename'; readonly to: string }
  | { readonly type: 'merge'; readonly into: string }
  | { readonly type: 'remove' }
  | { readonly type: 'move'; readonly by: 1 | -1 }

/** What becomes of a label: what was changed just before may not have come back to the editor yet. */
export type LabelEdit = (label: Label) => Label

/**
 * The properties of one label. Each is saved when its field is left; what changes marks is only wished for.
 * @fires rubric-label-edited - The label gets other properties; the detail is a `LabelEdit`.
 * @fires rubric-label-wish - The label is to be renamed, merged, deleted or moved; see `LabelWish`.
 */
@customElement('rubric-label-editor')
export class RubricLabelEditor extends LitElement {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    editorFieldStyles,
    labelEditorStyles,
  ]

  @property({ attribute: false }) label!: Label
  @property({ attribute: false }) labels: LabelSet = []
  @property({ type: Boolean }) disabled = false

  @state() private _name: string | null = null
  @state() private _into = ''
  @state() private _letterProblem: string | null = null

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('label')
    // Not where another property comes back: a name may be typed by then.
    if (before !== undefined && before.name !== this.label.name) this._name = null
    if (!this._others.some(({ name }) => name === this._into)) this._into = ''
  }

  private get _typed(): string {
    return (this._name ?? this.label.name).trim()
  }

  /** Why the typed name cannot be given; null when it can, or is the present one. */
  private get _nameProblem(): string | null {
    const name = this._typed
    if (name === '') return 'A label needs a name.'
    const isTaken = name !== this.label.name && this._others.some((other) => other.name === name)
    return isTaken ? `There is a label “${name}” already. You can merge this one into it.` : null
  }

  private get _others(): LabelSet {
    return this.labels.filter(({ name }) => name !== this.label.name)
  }

  private _edit(change: Partial<Label>): void {
    this._become((label) => ({ ...label, ...change }))
  }

  private _become(detail: LabelEdit): void {
    if (v.is(LabelSchema, detail(this.label))) {
      this.dispatchEvent(new CustomEvent('rubric-label-edited', { detail }))
    }
  }

  private _wish(detail: LabelWish): void {
    this.dispatchEvent(new CustomEvent('rubric-label-wish', { detail }))
  }

  private _rename(event: Event): void {
    event.preventDefault()
    if (this._nameProblem === null && this._typed !== this.label.name) {
      this._wish({ type: 'rename', to: this._typed })
    }
  }

  private _setLetter(event: Event): void {
    const input = event.target as HTMLInputElement
    const letter = input.value.trim()
    const fits = letter.length >= 1 && letter.length <= 2
    this._letterProblem = fits ? null : 'One or two characters.'
    if (fits) this._edit({ letter })
  }

  protected override render(): TemplateResult {
    const { label, disabled } = this
    const index = this.labels.findIndex(({ name }) => name === label.name)
    return html`${this._renderName()}
      <div class="looks">
        ${this._renderChoice('hue', 'Colour', LABEL_HUES, HUE_NAMES, label.hue)}
        ${this._renderChoice('line', 'Line', LABEL_LINES, LINE_NAMES, label.line)}
        <div class="field">
          <label for="letter">Letter</label>
          <input
            id="letter"
            maxlength="2"
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            aria-describedby="letter-problem"
            ?readonly=${disabled}
            .value=${fieldValue(label.letter)}
            @change=${this._setLetter}
          />
        </div>
        ${this._renderKey()}
      </div>
      <p id="letter-problem" class="problem" role="alert">${this._letterProblem}</p>
      <div class="field">
        <label for="guideline">Guideline</label>
        <textarea
          id="guideline"
          rows="3"
          dir="auto"
          placeholder="When to use this label, and where its span begins and ends"
          ?readonly=${disabled}
          .value=${fieldValue(label.guideline)}
          @change=${(event: Event) =>
            this._edit({ guideline: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      <rubric-attribute-list
        .label=${label}
        ?disabled=${disabled}
        @rubric-attributes-edited=${({ detail }: CustomEvent<AttributesChange>) =>
          this._become((each) => ({ ...each, attributes: detail(each.attributes) }))}
      ></rubric-attribute-list>
      <div class="wishes">
        <button
          class="quiet"
          ?disabled=${disabled || index <= 0}
          @click=${() => this._wish({ type: 'move', by: -1 })}
        >
          Move up
        </button>
        <button
          class="quiet"
          ?disabled=${disabled || index === this.labels.length - 1}
          @click=${() => this._wish({ type: 'move', by: 1 })}
        >
          Move down
        </button>
        ${this._renderMerge()}
        <button class="quiet" ?disabled=${disabled} @click=${() => this._wish({ type: 'remove' })}>
          Delete…
        </button>
      </div>`
  }

  private _renderName(): TemplateResult {
    const problem = this._nameProblem
    const isNew = this._typed !== this.label.name
    return html`<form class="field" @submit=${this._rename}>
      <label for="name">Name</label>
      <div class="beside">
        <input
          id="name"
          maxlength="60"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          aria-describedby="name-problem"
          ?readonly=${this.disabled}
          .value=${live(this._name ?? this.label.name)}
          @input=${(event: InputEvent) => (this._name = (event.target as HTMLInputElement).value)}
        />
        <button type="submit" ?disabled=${this.disabled || !isNew || problem !== null}>
          Rename…
        </button>
      </div>
      <p id="name-problem" class="problem" role="alert">${problem}</p>
    </form>`
  }

  private _renderChoice<T extends string>(
    id: 'hue' | 'line',
    title: string,
    values: readonly T[],
    names: Readonly<Record<T, string>>,
    chosen: T,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${title}</label>
      <select
        id=${id}
        ?disabled=${this.disabled}
        .value=${live(chosen)}
        @change=${(event: Event) => {
          const value = values.find((each) => each === (event.target as HTMLSelectElement).value)
          if (value !== undefined) this._edit({ [id]: value })
        }}
      >
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === chosen}>${names[value]}</option>`,
        )}
      </select>
    </div>`
  }

  private _renderKey(): TemplateResult {
    const { key } = this.label
    const taken = new Map(this._others.map((other) => [other.key, other.name]))
    return html`<div class="field">
      <label for="key">Key</label>
      <select
        id="key"
        ?disabled=${this.disabled}
        .value=${live(key ?? '')}
        @change=${(event: Event) =>
          this._edit({ key: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" ?selected=${key === null}>None</option>
        ${KEYS.map(
          (each) =>
            html`<option value=${each} ?selected=${each === key} ?disabled=${taken.has(each)}>
              ${taken.has(each) ? `${each} (${taken.get(each) ?? ''})` : each}
            </option>`,
        )}
      </select>
    </div>`
  }

  private _renderMerge(): TemplateResult | typeof nothing {
    if (this._others.length === 0) return nothing
    return html`<span class="merge">
      <select
        aria-label="Label to merge into"
        ?disabled=${this.disabled}
        .value=${live(this._into)}
        @change=${(event: Event) => (this._into = (event.target as HTMLSelectElement).value)}
      >
        <option value="">Merge into…</option>
        ${this._others.map(
          ({ name }) =>
            html`<option value=${name} ?selected=${name === this._into}>${name}</option>`,
        )}
      </select>
      <button
        ?hidden=${this._into === ''}
        ?disabled=${this.disabled}
        @click=${() => this._wish({ type: 'merge', into: this._into })}
      >
        Merge…
      </button>
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-label-editor': RubricLabelEditor
  }
}
