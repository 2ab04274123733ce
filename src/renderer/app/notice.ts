import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Check, TriangleAlert, X } from 'lucide'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Notices } from '../state/notices.ts'

/** The message that waits to be read; it stays until it is closed, since it may matter. */
@customElement('rubric-notice')
export class RubricNotice extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      :host {
        position: fixed;
        z-index: 5;
        inset: auto 0 44px;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }

      .notice {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        max-width: min(620px, calc(100vw - 48px));
        padding: 10px 8px 10px 14px;
        overflow-wrap: anywhere;
        background: var(--raised);
        border: 1px solid var(--hairline);
        border-radius: 10px;
        box-shadow: var(--shadow-high);
        pointer-events: auto;
      }

      .notice > .icon {
        flex: none;
        margin-top: 4px;
      }

      .notice > div {
        padding-block: 2px;
      }

      .done > .icon {
        color: var(--good);
      }

      .problem > .icon {
        color: var(--accent);
      }

      ul {
        max-height: 30vh;
        margin-top: 4px;
        overflow: auto;
        color: var(--soft);
      }

      button {
        display: flex;
        padding: 4px;
        margin-inline-start: 6px;
        color: var(--soft);
      }

      button.action {
        flex: none;
        padding: 2px 8px;
        font-weight: 550;
        color: var(--accent);
      }
    `,
  ]

  @property({ attribute: false }) notices!: Notices

  protected override render(): TemplateResult {
    const notice = this.notices.current.get()
    // Both regions stay in the document, for a region that appears with its text is not spoken.
    return html`
      <div role="status" aria-label="Message">
        ${notice?.kind === 'done' ? this._renderNotice(notice) : nothing}
      </div>
      <div role="alert">${notice?.kind === 'problem' ? this._renderNotice(notice) : nothing}</div>
    `
  }

  private _renderNotice(
    notice: NonNullable<ReturnType<Notices['current']['get']>>,
  ): TemplateResult {
    return html`<div class="notice ${notice.kind}">
      ${icon(notice.kind === 'done' ? Check : TriangleAlert)}
      <div>
        ${notice.text}
        ${
          notice.details.length > 0
            ? html`<ul tabindex="0" aria-label="Details">
                ${notice.details.map((line) => html`<li>${line}</li>`)}
              </ul>`
            : nothing
        }
      </div>
      ${
        notice.action === null
          ? nothing
          : html`<button type="button" class="quiet action" @click=${notice.action.run}>
              ${notice.action.label}
            </button>`
      }
      <button
        type="button"
        class="quiet"
        aria-label="Close the message"
        @click=${() => this.notices.close()}
      >
        ${icon(X, 14)}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-notice': RubricNotice
  }
}
