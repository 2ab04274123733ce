import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ATTRIBUTE_LIMIT, type Attribute } from '../../core/annotation/attribute.ts'
import { boundaryBeside } from '../../core/text/graphemes.ts'
import { moveEnd, moveStart } from '../../core/text/movement.ts'
import '../elements/attribute-fields.ts'
import type { GivenValue, RubricAttributeFields } from '../elements/attribute-fields.ts'
import { LatePanel } from '../elements/late-panel.ts'
import '../elements/label-badge.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Draft, ReviewSession } from '../state/review/review-session.ts'
import type { Workspace } from '../state/workspace.ts'

/** Goes from the bounds to the values, where no label has this key. */
const VALUES_KEY = 'v'

/**
 * Makes a version of the reviewer's own: its bounds by the arrows, its label by a digit, its values in
 * fields.
 * @fires rubric-leave - The version was taken or given up: the keyboard goes back to the text.
 */
@customElement('rubric-draft-editor')
export class RubricDraftEditor extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      [role='group'] {
        padding: 10px 12px;
        border: 2px solid var(--accent);
        border-radius: 8px;
        outline: none;
      }

      blockquote {
        margin: 0 0 6px;
        font: 17px/24px var(--serif);
        overflow-wrap: anywhere;
      }

      .labels {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      .labels button {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        padding: 2px 8px;
      }

      .labels [aria-pressed='true'] {
        border-color: var(--accent);
      }

      rubric-attribute-fields {
        margin-top: 10px;
      }

      .help {
        margin: 8px 0;
        font-size: 12px;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) session!: ReviewSession

  /** What was typed into a field and cannot be used. */
  private readonly _unusable = new Map<string, string>()

  @query('[role=group]') private readonly _group!: HTMLElement
  @query('rubric-attribute-fields') private readonly _fields!: RubricAttributeFields | null

  override focus(): void {
    this.catchUp()
    this._group?.focus()
  }

  protected override firstUpdated(): void {
    this._group.focus()
  }

  private _key(event: KeyboardEvent): void {
    const draft = this.session.draft.get()
    if (draft === null || event.ctrlKey || event.metaKey) return
    if (event.target === this._fields) return this._fieldKey(event)
    if (event.target !== this._group && event.key !== 'Escape') return
    if (event.key === 'Enter') this._accept()
    else if (event.key === 'Escape') this._leave()
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this._move(event, draft)
    else if (!this._relabel(event.key) && !this._goToValues(event.key)) return
    event.preventDefault()
  }

  /** Keys mean what they mean in a field; it is left to where they mean bounds and labels again. */
  private _fieldKey(event: KeyboardEvent): void {
    const [from] = event.composedPath()
    const isField = from instanceof HTMLElement && from.matches('input, textarea, select')
    const isGiven = isField && event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (!isGiven && event.key !== 'Escape') return
    event.preventDefault()
    // What cannot be used is put right first.
    if (isGiven && this._unusable.size > 0) return
    this._group.focus()
  }

  private _give({ detail: { name, value } }: CustomEvent<GivenValue>): void {
    if (this.session.giveValue(name, value)) return
    this.workspace.notices.problem(
      `A span can have ${ATTRIBUTE_LIMIT} values, and has them already`,
    )
    this._fields?.requestUpdate()
  }

  private _goToValues(key: string): boolean {
    if (key !== VALUES_KEY || this._fields === null) return false
    this._fields.focus()
    return true
  }

  private _move(event: KeyboardEvent, draft: Draft): void {
    const isRightToLeft = this.session.directionOf(draft) === 'rtl'
    const isForward = (event.key === 'ArrowRight') !== isRightToLeft
    const direction = isForward ? 1 : -1
    const edge = event.shiftKey ? 'start' : 'end'
    const { outline, text } = this.session
    const move = edge === 'start' ? moveStart : moveEnd
    const moved = event.altKey
      ? { ...draft, [edge]: boundaryBeside(text, draft[edge], direction) }
      : { ...draft, ...move(outline, draft, direction) }
    if (moved.start < moved.end) this.session.draft.set(moved)
  }

  private _relabel(key: string): boolean {
    const label = this.workspace.labels.get().find((each) => each.key === key)
    if (label === undefined) return false
    this._label(label.name)
    return true
  }

  private _label(label: string): void {
    const draft = this.session.draft.get()
    if (draft === null) return
    // Another label has other fields.
    this._unusable.clear()
    this.session.draft.set({ ...draft, label })
  }

  private _accept(): void {
    const [unusable] = this._unusable.keys()
    if (unusable !== undefined) {
      this.workspace.notices.announce(`The value of ${unusable} cannot be used`)
      this._fields?.focus()
    } else if (this.session.acceptDraft()) this._leave()
  }

  private _leave(): void {
    this.session.draft.set(null)
    this.dispatchEvent(new CustomEvent('rubric-leave'))
  }

  protected override render(): TemplateResult {
    const draft = this.session.draft.get()
    const quote = draft === null ? '' : this.session.text.slice(draft.start, draft.end)
    const attributes = this.workspace.labelByName.get().get(draft?.label ?? '')?.attributes ?? []
    const hasValues = draft !== null && attributes.length + Object.keys(draft.attributes).length > 0
    return html`<div
      role="group"
      tabindex="0"
      aria-label="A version of your own"
      @keydown=${this._key}
    >
      <blockquote dir="auto" aria-live="polite">${quote}</blockquote>
      <div class="labels">
        ${this.workspace.labels
          .get()
          .map(
            (label) =>
              html`<button
                type="button"
                aria-pressed=${label.name === draft?.label ? 'true' : 'false'}
                @click=${() => this._label(label.name)}
              >
                <rubric-label-badge .label=${label}></rubric-label-badge>${label.name}
              </button>`,
          )}
      </div>
      ${hasValues ? this._renderValues(draft, attributes) : nothing}
      <p class="help">
        <kbd>←</kbd> <kbd>→</kbd> end, with <kbd>Shift</kbd> start, with <kbd>Alt</kbd> by a
        character; digits give the
        label${attributes.length > 0 ? html`; <kbd>${VALUES_KEY.toUpperCase()}</kbd> goes to the values` : nothing}
      </p>
      <button type="button" class="primary" @click=${this._accept}>Take this</button>
      <button type="button" class="quiet" @click=${this._leave}>Cancel</button>
    </div>`
  }

  private _renderValues(
    { label, attributes: values }: Draft,
    attributes: readonly Attribute[],
  ): TemplateResult {
    return html`<rubric-attribute-fields
      .definitions=${attributes}
      .values=${values}
      .unusable=${this._unusable}
      label=${label}
      ?disabled=${!this.workspace.writable.get()}
      @rubric-value=${this._give}
    ></rubric-attribute-fields>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-draft-editor': RubricDraftEditor
  }
}
