import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { Trash2 } from 'lucide'
import type { Span } from '../../core/annotation/span.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import { shorten } from '../../core/text/shorten.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { shortDate } from '../state/format.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { relabel, removeSelected, writeNote } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'

/** Most of a quote that is laid out, in UTF-16 code units: more than its six lines hold. */
const SHOWN_QUOTE = 600

/** The selected span: its label, quote, bounds and note. */
@customElement('rubric-span-card')
export class RubricSpanCard extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    css`
      .card {
        margin: 16px 16px 4px;
        padding: 14px 14px 12px;
        background: var(--raised);
        border-radius: 11px;
        box-shadow: var(--shadow);
      }

      .heading {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        margin-bottom: 8px;
      }

      .place {
        margin-inline-start: auto;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
        white-space: nowrap;
      }

      h2 {
        font: inherit;
        font-weight: 600;
      }

      blockquote {
        display: -webkit-box;
        overflow: hidden;
        margin: 0 0 12px;
        font: italic 400 17px/24px var(--serif);
        overflow-wrap: anywhere;
        white-space: pre-line;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 6;
      }

      .fields {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        align-items: baseline;
        gap: 8px 12px;
      }

      label,
      .made {
        color: var(--soft);
      }

      textarea {
        display: block;
        min-height: 30px;
        field-sizing: content;
        max-height: 200px;
      }

      .foot {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 10px;
        font-size: 12px;
      }

      .foot button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        margin-inline: auto -6px;
        color: var(--soft);
      }
    `,
  ]

  @query('textarea') private readonly _note!: HTMLTextAreaElement | null

  @property({ attribute: false }) workspace!: Workspace

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
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
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

  /** One field for each span: what is being typed stays, whatever else is drawn again. */
  private _renderNote(span: Span): TemplateResult {
    return html`<textarea
      id="note"
      rows="1"
      maxlength="4000"
      dir="auto"
      placeholder="add a note"
      ?readonly=${!this.workspace.writable.get()}
      .value=${span.note ?? ''}
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
