import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { History } from 'lucide'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { describePast } from '../state/article-history.ts'
import { count } from '../state/format.ts'
import { goBack } from '../state/go-back.ts'
import type { Workspace } from '../state/workspace.ts'

/**
 * Says, in the place of the labels, that the text shows marks of the past, and leads back.
 * @fires rubric-leave - Its work is done: the keyboard goes to the text.
 */
@customElement('rubric-past-bar')
export class RubricPastBar extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      :host {
        container-type: inline-size;
        display: block;
        min-width: 0;
        height: 100%;
        background: var(--accent-tint);
      }

      .bar {
        display: flex;
        align-items: center;
        gap: 10px;
        height: 100%;
        padding-inline: 16px 12px;
      }

      .icon {
        flex: none;
        color: var(--accent);
      }

      p {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      strong {
        font-weight: 600;
      }

      button {
        flex: none;
      }

      @container (max-width: 560px) {
        .more {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _comeBack(): void {
    this.workspace.history.comeBack()
    this._leave()
  }

  private _goBack(): void {
    goBack(this.workspace)
    if (this.workspace.article.get()?.past.get() === null) this._leave()
  }

  private _leave(): void {
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { article, writable } = this.workspace
    const session = article.get()
    const past = session?.past.get()
    if (!session || !past) return nothing
    const { moment, set } = past
    const facts = [
      'read only',
      moment > 0 && `change ${moment} of ${session.document.get().history.length}`,
      count(set.spans.length, 'span'),
    ]
    return html`<div class="bar" role="group" aria-label="Marks of the past">
      ${icon(History, 16)}
      <p>
        <strong>As it was ${describePast(session, moment)}</strong
        ><span class="more"> · ${facts.filter(Boolean).join(' · ')}</span>
      </p>
      <button type="button" @click=${this._comeBack}>Back to Now</button>
      <button type="button" class="primary" ?disabled=${!writable.get()} @click=${this._goBack}>
        Go Back to Here
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-past-bar': RubricPastBar
  }
}
