import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import './metadata-form.ts'
import type { RubricSpanCard } from './span-card.ts'
import './span-card.ts'
import './span-list.ts'

/** The selected span, the article's spans, and what is known about the article. */
@customElement('rubric-inspector')
export class RubricInspector extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--pane);
      }

      .rest {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }

      h2 {
        display: flex;
        justify-content: space-between;
        padding: 16px 16px 8px;
        font: 550 11px/16px var(--sans);
        letter-spacing: 0.06em;
        text-transform: uppercase;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
      }

      .about {
        margin-top: 12px;
      }
    `,
  ]

  @query('rubric-span-card') private readonly _card!: RubricSpanCard

  @property({ attribute: false }) workspace!: Workspace

  focusNote(): void {
    this._card.focusNote()
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    if (session === null) return nothing
    return html`
      <rubric-span-card .workspace=${this.workspace}></rubric-span-card>
      <div class="rest">
        <h2><span>Spans</span><span>${session.spans.get().length}</span></h2>
        <rubric-span-list .workspace=${this.workspace}></rubric-span-list>
        <div class="about">
          <h2>Article</h2>
          <rubric-metadata-form .workspace=${this.workspace}></rubric-metadata-form>
        </div>
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-inspector': RubricInspector
  }
}
