import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Label } from '../../core/annotation/label-set.ts'
import '../elements/label-badge.ts'
import { moveFocus } from '../elements/move-focus.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'

/** A click on a label; `exact` while Alt is held, to keep the bounds of the selection. */
export interface LabelChoice {
  readonly label: string
  readonly exact: boolean
}

/**
 * The labels, always in sight.
 * @fires rubric-label - A label was clicked.
 */
@customElement('rubric-label-bar')
export class RubricLabelBar extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
        height: 52px;
        background: var(--paper);
        border-bottom: 1px solid var(--hairline);
      }

      [role='toolbar'] {
        display: flex;
        justify-content: safe center;
        align-items: center;
        gap: 8px;
        height: 100%;
        padding: 0 12px;
        overflow-x: auto;
      }

      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        flex: none;
        padding: 5px 9px;
        border-color: transparent;
        border-radius: 9px;
        background: none;
      }

      button:hover:not(:disabled) {
        background: var(--pane);
        border-color: transparent;
      }

      button[aria-pressed='true'],
      button.current {
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      button[aria-pressed='true'] {
        border-color: var(--accent);
      }

      .count {
        min-width: 1ch;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
      }

      [role='toolbar']::-webkit-scrollbar {
        display: none;
      }

      @container (max-width: 560px) {
        [role='toolbar'] {
          gap: 0;
          padding: 0 4px;
        }

        button {
          gap: 5px;
          padding-inline: 5px;
        }
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _choose(label: Label, exact: boolean): void {
    const detail: LabelChoice = { label: label.name, exact }
    this.dispatchEvent(new CustomEvent('rubric-label', { detail }))
  }

  private _key(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll('button')]
    moveFocus(event, buttons, 'ArrowRight', 'ArrowLeft')
  }

  protected override render(): TemplateResult {
    return html`<div role="toolbar" aria-label="Labels" @keydown=${this._key}>
      ${this.workspace.labels.get().map((label, index) => this._renderLabel(label, index))}
    </div>`
  }

  private _renderLabel(label: Label, index: number): TemplateResult {
    const { article, activeLabel } = this.workspace
    const session = article.get()
    const spans = session?.spans.get() ?? []
    const marks = spans.filter((span) => span.label === label.name).length
    const isCurrent = session?.selectedSpan.get()?.label === label.name
    const isActive = activeLabel.get() === label.name
    return html`<button
      type="button"
      class=${isCurrent ? 'current' : ''}
      tabindex=${index === 0 ? 0 : -1}
      aria-label=${label.name}
      aria-description="${count(marks, 'span')}${isCurrent ? ', label of the selected span' : ''}"
      aria-keyshortcuts=${label.key ?? nothing}
      aria-pressed=${isActive ? 'true' : 'false'}
      title=${label.guideline}
      ?disabled=${!this.workspace.writable.get() || session === null}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${(event: MouseEvent) => this._choose(label, event.altKey)}
    >
      <rubric-label-badge .label=${label}></rubric-label-badge>
      <span>${label.name}</span>
      ${label.key === null ? nothing : html`<kbd aria-hidden="true">${label.key}</kbd>`}
      <span class="count">${marks}</span>
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-label-bar': RubricLabelBar
  }
  interface HTMLElementEventMap {
    'rubric-label': CustomEvent<LabelChoice>
  }
}
