import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isOpen, rangeOf, type ReviewItem } from '../../core/review/review-items.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import type { ReviewSession } from '../state/review/review-session.ts'
import { outcomeWords, shortKind } from '../state/review/versions.ts'
import type { Workspace } from '../state/workspace.ts'

/** Characters of a quote, in UTF-16 code units: the rest is in the text. */
const QUOTE = 120

/** The places of the open review in the order of the text: open ones, and what became of others. */
@customElement('rubric-disagreement-list')
export class RubricDisagreementList extends LatePanel {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        padding: 0 16px 16px;
      }

      .head {
        display: flex;
        justify-content: space-between;
        padding: 12px 0 6px;
        font: 550 11px/16px var(--sans);
        letter-spacing: 0.06em;
        text-transform: uppercase;
        color: var(--soft);
      }

      h2 {
        font: inherit;
      }

      .head span {
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }

      [role='listbox'] {
        flex: 1;
        min-height: 0;
        margin-inline: -6px;
        overflow: auto;
        outline: none;
      }

      [role='option'] {
        display: grid;
        grid-template-columns: 16px minmax(38%, 1fr) minmax(0, auto);
        gap: 0 6px;
        align-items: baseline;
        min-height: 28px;
        padding: 4px 6px;
        border-radius: 6px;
        cursor: default;
      }

      [role='option']:hover {
        background: color-mix(in srgb, var(--control) 55%, transparent);
      }

      [aria-selected='true'] {
        background: var(--accent-tint) !important;
      }

      [role='listbox']:focus-visible [aria-selected='true'] {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }

      .sign {
        color: var(--accent);
      }

      .decided .sign {
        color: var(--good);
      }

      .quote {
        overflow: hidden;
        font: 15px/20px var(--serif);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .decided .quote {
        color: var(--soft);
      }

      .kind {
        max-width: 15em;
        overflow: hidden;
        font-size: 12px;
        color: var(--soft);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .nothing {
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace
  @query('[aria-selected=true]') private readonly _selected!: HTMLElement | null

  protected override updated(): void {
    this._selected?.scrollIntoView({ block: 'nearest' })
  }

  private _key(event: KeyboardEvent): void {
    const session = this.workspace.review.session.get()
    const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (session === null || step === undefined) return
    event.preventDefault()
    const shown = this._shown(session)
    const at = shown.findIndex(({ id }) => id === session.currentId.get())
    const next = shown[at + step]
    if (next) session.look(next.id)
  }

  /** All but those that all agree on. */
  private _shown(session: ReviewSession): readonly ReviewItem[] {
    const current = session.currentId.get()
    return session.items
      .get()
      .filter((item) => isOpen(item) || isWorthShowing(item) || item.id === current)
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.review.session.get()
    if (session === null) return nothing
    const shown = this._shown(session)
    return html`
      <div class="head">
        <h2>Disagreements</h2>
        <span>${session.open.get().length} open</span>
      </div>
      ${shown.length === 0 ? html`<p class="nothing">All annotators agree here.</p>` : nothing}
      <div
        role="listbox"
        aria-label="Disagreements"
        tabindex=${shown.length === 0 ? nothing : '0'}
        @keydown=${this._key}
      >
        ${repeat(
          shown,
          ({ id }) => id,
          (item) => this._renderItem(session, item),
        )}
      </div>
    `
  }

  private _renderItem(session: ReviewSession, item: ReviewItem): TemplateResult {
    const nameOf = (annotator: string): string => this.workspace.nameOf(annotator)
    const { start, end } = rangeOf(item)
    const isWaiting = isOpen(item)
    const words = isWaiting
      ? `${item.state === 'changed' ? 'changed since · ' : ''}${item.state === 'contested' ? 'decided twice · ' : ''}${shortKind(item, nameOf)}`
      : outcomeWords(item, nameOf)
    return html`<div
      role="option"
      class=${isWaiting ? 'waiting' : 'decided'}
      aria-selected=${item.id === session.currentId.get() ? 'true' : 'false'}
      @click=${() => session.look(item.id)}
    >
      <span class="sign" role="img" aria-label=${isWaiting ? 'open' : 'decided'}
        >${isWaiting ? '○' : '✓'}</span
      >
      <span class="quote" dir="auto"
        >${session.text.slice(start, Math.min(end, start + QUOTE))}</span
      >
      <span class="kind" dir="auto" title=${words}>${words}</span>
    </div>`
  }
}

/** What became of a place that all agree on goes without saying. */
function isWorthShowing({ group, verdicts }: ReviewItem): boolean {
  return verdicts.length > 0 && group?.kind !== 'agreed'
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-disagreement-list': RubricDisagreementList
  }
}
