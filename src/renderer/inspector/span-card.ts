import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { Trash2 } from 'lucide'
import type { Span } from '../../core/annotation/span.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import { shorten } from '../../core/text/shorten.ts'
import '../elements/attribute-fields.ts'
import type { GivenValue, RubricAttributeFields } from '../elements/attribute-fields.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { fieldValue } from '../elements/field-value.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { shortDate } from '../state/format.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { relabel, removeSelected, setValue, writeNote } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'
import { spanCardStyles } from './span-card-styles.ts'

/** Most of a quote that is laid out, in UTF-16 code units: more than its six lines hold. */
const SHOWN_QUOTE = 600
/** Most of a quote within a sentence, in UTF-16 code units. */
const TOLD_QUOTE = 60

/** What was typed and cannot be used, by the article and the span, and by the attribute. */
export type UnusableValues = Map<string, Map<string, string>>

/** The same for the span that is shown. */
interface Typed {
  readonly session: ArticleSession
  readonly span: Span
  readonly unusable: Map<string, string>
}

/**
 * The selected span: its label, quote, bounds, values and note.
 * @fires rubric-leave - Escape or Enter was pressed in a field: the keyboard goes to the text.
 */
@customElement('rubric-span-card')
export class RubricSpanCard extends LatePanel {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, spanCardStyles]

  @query('textarea') private readonly _note!: HTMLTextAreaElement | null

  @query('rubric-attribute-fields') private readonly _fields!: RubricAttributeFields | null

  @property({ attribute: false }) workspace!: Workspace

  /** Kept by whoever shows the card, which comes and goes: a person comes back to it. */
  @property({ attribute: false }) unusable: UnusableValues = new Map()

  private _typed: Typed | null = null

  /** Puts the keyboard into the first attribute of the selected span, if it has one. */
  focusValues(): void {
    this.catchUp()
    this._fields?.focus()
  }

  /** Puts the keyboard into the note of the selected span, if there is one. */
  focusNote(): void {
    // The span may have been selected by the key just before.
    this.catchUp()
    this._note?.focus()
  }

  private _noteKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return
    event.preventDefault()
    this._note?.blur()
    this._leave()
  }

  private _valueKey(event: KeyboardEvent): void {
    const [field] = event.composedPath()
    if (!(field instanceof HTMLElement) || !field.matches('input, textarea, select')) return
    if (event.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return
    event.preventDefault()
    const isWritten = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    // The fields have read it by now. What is wrong with it can be put right at once.
    if (event.key === 'Enter' && isWritten && this._isUnusable(field.value)) return
    field.blur()
    this._leave()
  }

  private _isUnusable(text: string): boolean {
    return [...(this._typed?.unusable.values() ?? [])].includes(text)
  }

  private _leave(): void {
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  protected override updated(): void {
    const session = this.workspace.article.get()
    const span = session?.selectedSpan.get()
    const before = this._typed
    this._typed =
      session && span ? { session, span, unusable: this._typedFor(session, span) } : null
    if (before !== null && before.unusable !== this._typed?.unusable) this._tellUnusable(before)
  }

  /** Nobody would look for it once another span is selected. */
  private _tellUnusable({ session, span, unusable }: Typed): void {
    const [first] = unusable
    if (first === undefined || !session.spans.get().some(({ id }) => id === span.id)) return
    const [name, text] = first
    const quote = shorten(session.quote(span), TOLD_QUOTE)
    this.workspace.notices.problem(
      `“${shorten(text, TOLD_QUOTE)}” is not saved as ${name} of “${quote}”. It stays in its field, to be put right.`,
    )
  }

  private _typedFor(session: ArticleSession, span: Span): Map<string, string> {
    const place = `${session.id} ${span.id}`
    const kept = this.unusable.get(place) ?? new Map<string, string>()
    this.unusable.set(place, kept)
    return kept
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    const span = session?.selectedSpan.get()
    return session && span ? this._renderSpan(session, span) : nothing
  }

  private _renderSpan(session: ArticleSession, span: Span): TemplateResult {
    const labels = this.workspace.labels.get()
    const { paragraphs } = session.outline
    const index = paragraphIndexAt(paragraphs, span.start)
    const { toCodePoints } = session.offsets
    const readOnly = !this.workspace.writable.get()
    return html`<section class="card" aria-label="Selected span">
      <div class="heading">
        <rubric-label-badge
          .label=${this.workspace.labelByName.get().get(span.label)}
        ></rubric-label-badge>
        <h2>${span.label}</h2>
        <span class="place" title="Paragraph, and the bounds in the article in code points">
          ¶ ${index + 1} · ${toCodePoints(span.start)}–${toCodePoints(span.end)}
        </span>
      </div>
      <blockquote dir="auto">${shorten(session.quote(span), SHOWN_QUOTE)}</blockquote>
      <div class="fields">
        <label for="label">Label</label>
        <select
          id="label"
          ?disabled=${readOnly}
          .value=${live(span.label)}
          @change=${(event: Event) =>
            relabel(this.workspace, span.id, (event.target as HTMLSelectElement).value)}
        >
          ${labels.map(
            ({ name }) => html`<option ?selected=${name === span.label}>${name}</option>`,
          )}
        </select>
        ${keyed(span.id, this._renderValues(session, span))}
        <label for="note">Note</label>
        ${keyed(span.id, this._renderNote(span))}
      </div>
      <div class="foot">
        <span class="made" title=${span.created.at}>
          ${shortDate(span.created.at)} · ${span.created.via}
        </span>
        <button
          type="button"
          class="quiet"
          ?disabled=${readOnly}
          @click=${() => removeSelected(this.workspace)}
        >
          ${icon(Trash2, 14)} Delete
        </button>
      </div>
    </section>`
  }

  /** Fields of its own for each span, as for the note. */
  private _renderValues(session: ArticleSession, span: Span): TemplateResult | typeof nothing {
    const definitions = this.workspace.labelByName.get().get(span.label)?.attributes ?? []
    if (definitions.length === 0 && Object.keys(span.attributes).length === 0) return nothing
    return html`<rubric-attribute-fields
      label=${span.label}
      .definitions=${definitions}
      .values=${span.attributes}
      .unusable=${this._typedFor(session, span)}
      ?disabled=${!this.workspace.writable.get()}
      @rubric-value=${({ detail: { name, value } }: CustomEvent<GivenValue>) =>
        setValue(this.workspace, span.id, name, value)}
      @keydown=${this._valueKey}
    ></rubric-attribute-fields>`
  }

  /** One field for each span: what is being typed stays, whatever else is drawn again. */
  private _renderNote(span: Span): TemplateResult {
    return html`<textarea
      id="note"
      rows="1"
      maxlength="4000"
      dir="auto"
      placeholder="add a note"
      ?readonly=${!this.workspace.writable.get()}
      .value=${fieldValue(span.note ?? '')}
      @change=${(event: Event) =>
        writeNote(this.workspace, span.id, (event.target as HTMLTextAreaElement).value)}
      @keydown=${this._noteKey}
    ></textarea>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-span-card': RubricSpanCard
  }
  interface HTMLElementEventMap {
    'rubric-leave': Event
  }
}
