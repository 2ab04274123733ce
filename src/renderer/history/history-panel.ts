import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { X } from 'lucide'
import { icon } from '../elements/icon.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import type { RubricHistoryList } from './history-list.ts'
import './history-list.ts'

/**
 * The history of the open article, in the place of the inspector while it is open.
 * @fires rubric-leave - It was closed from within: the keyboard goes to the text.
 */
@customElement('rubric-history-panel')
export class RubricHistoryPanel extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      :host {
        display: contents;
      }

      section {
        display: flex;
        flex-direction: column;
        grid-area: 1 / 1;
        min-height: 0;
        background: var(--pane);
      }

      header {
        display: flex;
        flex: none;
        align-items: center;
        gap: 8px;
        min-height: 52px;
        padding: 8px 12px 8px 16px;
        border-bottom: 1px solid var(--hairline);
      }

      h2 {
        flex: none;
        font: 600 13px/20px var(--sans);
      }

      .count {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      header button {
        display: flex;
        flex: none;
        padding: 5px;
        color: var(--soft);
      }

      rubric-history-list {
        flex: 1;
      }

      .told {
        padding: 16px;
        color: var(--soft);
        text-wrap: pretty;
      }

      .told + .told {
        padding-top: 0;
      }

      .problem {
        color: var(--accent);
        overflow-wrap: anywhere;
      }

      footer {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        gap: 4px 14px;
        padding: 9px 16px;
        font-size: 12px;
        color: var(--soft);
        border-top: 1px solid var(--hairline);
      }

      footer span {
        white-space: nowrap;
      }
    `,
  ]

  @query('rubric-history-list') private readonly _list!: RubricHistoryList | null
  @query('header button') private readonly _closer!: HTMLButtonElement | null

  @property({ attribute: false }) workspace!: Workspace

  /** Puts the keyboard into the list, or on what there is in its place. */
  override focus(): void {
    this.catchUp()
    if (this._list === null) this._closer?.focus()
    else this._list.focus()
  }

  private _close(): void {
    this.workspace.history.close()
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  private _escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    this._close()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { article, history } = this.workspace
    if (!history.isOpen.get() || article.get() === null) return nothing
    const changes = history.changes.get()
    const size = changes.ok ? changes.value.length : 0
    return html`<section aria-labelledby="history" @keydown=${this._escape}>
      <header>
        <h2 id="history">History</h2>
        <span class="count">${size > 0 ? count(size, 'change') : nothing}</span>
        <button
          type="button"
          class="quiet"
          aria-label="Close the history"
          title="Close the history"
          @click=${this._close}
        >
          ${icon(X, 16)}
        </button>
      </header>
      ${changes.ok ? this._renderChanges(size) : this._renderProblem(changes.error.message)}
    </section>`
  }

  private _renderChanges(size: number): TemplateResult {
    if (size === 0) {
      return html`<p class="told">Nothing was changed here yet.</p>
        <p class="told">
          Every mark that you make, move, relabel or delete will stand here with its time, what you
          undo as well. Choose one to see the marks as they were then, and go back to them if you
          like.
        </p>`
    }
    return html`<rubric-history-list
        .workspace=${this.workspace}
        @rubric-close=${this._close}
      ></rubric-history-list>
      <footer aria-label="Keys of the history">
        <span><kbd>↑</kbd> <kbd>↓</kbd> look</span>
        <span><kbd>Enter</kbd> go back</span>
        <span><kbd>Esc</kbd> close</span>
      </footer>`
  }

  private _renderProblem(message: string): TemplateResult {
    return html`<p class="told problem" role="alert">The history cannot be read: ${message}.</p>
      <p class="told">
        The marks themselves are as they should be. What you change from now on can be undone.
      </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-history-panel': RubricHistoryPanel
  }
}
