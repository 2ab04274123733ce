import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { MessageSquareText } from 'lucide'
import type { Span } from '../../core/annotation/span.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Workspace } from '../state/workspace.ts'

/** The article's spans in order of position. */
@customElement('rubric-span-list')
export class RubricSpanList extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }

      [role='listbox'] {
        padding: 0 8px;
        outline: none;
      }

      .row {
        display: flex;
        align-items: center;
        gap: 9px;
        height: 28px;
        padding: 0 8px;
        border-radius: 6px;
        cursor: default;
        content-visibility: auto;
        contain-intrinsic-height: 28px;
      }

      .row:hover {
        background: color-mix(in srgb, var(--control) 55%, transparent);
      }

      .row[aria-selected='true'] {
        background: var(--selected);
      }

      [role='listbox']:focus-visible .row[aria-selected='true'] {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }

      .quote {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        font: 400 15px/20px var(--serif);
        white-space: nowrap;
        text-overflow: ellipsis;
      }

      .violet {
        --selected: var(--violet-tint);
      }
      .blue {
        --selected: var(--blue-tint);
      }
      .green {
        --selected: var(--green-tint);
      }
      .orange {
        --selected: var(--orange-tint);
      }

      .icon {
        flex: none;
        color: var(--soft);
      }

      .nothing {
        padding: 0 16px;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _shown: string | null = null

  protected override updated(): void {
    const id = this.workspace.article.get()?.selectedId.get() ?? null
    if (id === this._shown) return
    this._shown = id
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  private _key(event: KeyboardEvent): void {
    const session = this.workspace.article.get()
    if (!session || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const spans = session.spans.get()
    const index = spans.findIndex(({ id }) => id === session.selectedId.get())
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, spans.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: spans.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    session.selectSpan(spans[target]?.id ?? null)
  }

  protected override render(): TemplateResult {
    const session = this.workspace.article.get()
    const spans = session?.spans.get() ?? []
    const selected = session?.selectedId.get()
    return html`<div
        role="listbox"
        aria-label="Spans"
        tabindex="0"
        aria-activedescendant=${selected ? `span-${selected}` : nothing}
        @keydown=${this._key}
      >
        ${
          session
            ? repeat(
                spans,
                ({ id }) => id,
                (span) => this._renderSpan(session, span, span.id === selected),
              )
            : nothing
        }
      </div>
      ${
        session && spans.length === 0
          ? html`<p class="nothing">Select text and press a label’s key.</p>`
          : nothing
      }`
  }

  private _renderSpan(session: ArticleSession, span: Span, isSelected: boolean): TemplateResult {
    const label = this.workspace.labelByName.get().get(span.label)
    const quote = session.quote(span)
    return html`<div
      class="row ${label?.hue ?? 'violet'}"
      role="option"
      id="span-${span.id}"
      aria-label="${span.label}: ${quote}"
      aria-selected=${isSelected ? 'true' : 'false'}
      @click=${() => session.selectSpan(span.id)}
    >
      <rubric-label-badge .label=${label}></rubric-label-badge>
      <span class="quote" dir="auto">${quote}</span>
      ${span.note === null ? nothing : icon(MessageSquareText, 13)}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-span-list': RubricSpanList
  }
}
