import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CommandId } from '../../contract/commands.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import type { ReviewSession } from '../state/review/review-session.ts'
import type { Workspace } from '../state/workspace.ts'
import { annotatorLine, annotatorLineStyles } from './annotator-line.ts'

/**
 * Who marked the article, how much is decided, and what can be done with all of it.
 * @fires rubric-command - A command was chosen; the detail is its id.
 */
@customElement('rubric-review-bar')
export class RubricReviewBar extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    annotatorLineStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        flex-wrap: wrap;
        min-height: 52px;
        padding: 8px 16px;
        background: var(--paper);
        border-bottom: 1px solid var(--hairline);
      }

      .annotator {
        display: inline-flex;
        flex: 0 1 auto;
        align-items: center;
        gap: 8px;
        min-width: 56px;
        height: 26px;
        padding: 0 8px;
        overflow: hidden;
        white-space: nowrap;
        border: 1px solid var(--hairline);
        border-radius: 7px;
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .progress {
        display: flex;
        flex: 1 0 auto;
        align-items: center;
        gap: 14px;
        margin-inline: 8px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--soft);
      }

      .track {
        flex: 1;
        min-width: 0;
        max-width: 160px;
        height: 4px;
        overflow: hidden;
        background: var(--control);
        border-radius: 2px;
      }

      .done {
        width: var(--done);
        height: 100%;
        background: var(--accent);
      }

      button {
        flex: none;
        padding: 3px 10px;
      }

      @media (max-width: 1500px) {
        .track {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _run(id: CommandId): void {
    this.dispatchEvent(new CustomEvent('rubric-command', { detail: id }))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { workspace } = this
    const session = workspace.review.session.get()
    if (session === null) return nothing
    return html`
      ${session.annotators
        .get()
        .map(
          (annotator, index) =>
            html`<span class="annotator" title=${workspace.nameOf(annotator)}
              >${annotatorLine(index)}<span class="name">${workspace.nameOf(annotator)}</span></span
            >`,
        )}
      ${session.opened.get().hidden.length > 0 ? nothing : this._renderProgress(session)}
    `
  }

  private _renderProgress(session: ReviewSession): TemplateResult {
    const { items, open, agreed } = session.progress.get()
    const decided = items - open - agreed
    const isWritable = this.workspace.writable.get()
    return html`
      <div class="progress" role="status" aria-label="Progress of the review">
        <span>${decided} of ${items} decided</span>
        <div class="track" aria-hidden="true">
          <div
            class="done"
            ${styleProperties({ '--done': `${items === 0 ? 0 : (100 * decided) / items}%` })}
          ></div>
        </div>
      </div>
      ${this._button('review.take-agreed', `Take ${agreed} agreed`, isWritable && agreed > 0)}
      ${this._button('review.ask-changes', 'Ask for changes', isWritable)}
      ${this._button(
        'review.approve',
        open > 0 ? `Approve with ${open} open` : 'Approve',
        isWritable && items > 0,
      )}
    `
  }

  private _button(id: CommandId, words: string, isEnabled: boolean): TemplateResult {
    const chord = this.workspace.keys.shown(id)
    return html`<button
      type="button"
      title=${chord === undefined ? nothing : `Key: ${chord}`}
      ?disabled=${!isEnabled}
      @click=${() => this._run(id)}
    >
      ${words}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-review-bar': RubricReviewBar
  }
}
