import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isOpen, rangeOf, type ReviewItem } from '../../core/review/review-items.ts'
import { widenToGraphemes } from '../../core/text/snap.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import { valueLine, valueLineStyles } from '../elements/value-line.ts'
import type { ReviewSession } from '../state/review/review-session.ts'
import { KIND_NAMES, namesInDispute, outcomeWords, versionsOf } from '../state/review/versions.ts'
import type { Workspace } from '../state/workspace.ts'
import { annotatorLine, annotatorLineStyles } from './annotator-line.ts'

/** The text around a place, in UTF-16 code units. */
const CONTEXT = 70

/** The disagreements of the open review one below the other, each with what everybody made of it. */
@customElement('rubric-disagreement-table')
export class RubricDisagreementTable extends LatePanel {
  static override styles = [
    sharedStyles,
    annotatorLineStyles,
    valueLineStyles,
    css`
      :host {
        display: grid;
        min-height: 0;
      }

      [role='region'] {
        min-height: 0;
        overflow: auto;
        outline-offset: -2px;
        padding: 20px max(24px, (100% - 760px) / 2) 40vh;
        background: var(--paper);
      }

      article {
        padding: 12px 14px;
        border-radius: 9px;
        cursor: default;
      }

      article + article {
        margin-top: 4px;
      }

      article[aria-current='true'] {
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      .context {
        font: 17px/26px var(--serif);
        color: var(--soft);
        overflow-wrap: anywhere;
      }

      .context b {
        font-weight: 500;
        color: var(--ink);
        background: var(--accent-tint);
      }

      .kind {
        font-size: 12px;
        color: var(--soft);
      }

      .open .kind {
        color: var(--accent);
      }

      li {
        display: grid;
        grid-template-columns: 28px 9em minmax(0, 1fr);
        gap: 0 8px;
        align-items: baseline;
        font-size: 13px;
      }

      .who {
        overflow: hidden;
        color: var(--soft);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .nothing {
        padding: 40px 14px;
        color: var(--soft);
      }
    `,
  ]

  @query('[aria-current=true]') private readonly _current!: HTMLElement | null

  @property({ attribute: false }) workspace!: Workspace

  private _shown: string | null = null

  protected override updated(): void {
    const id = this.workspace.review.session.get()?.currentId.get() ?? null
    if (id !== this._shown) this._current?.scrollIntoView({ block: 'nearest' })
    this._shown = id
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.review.session.get()
    if (session === null) return nothing
    const items = session.items
      .get()
      .filter((item) => isOpen(item) || item.group?.kind !== 'agreed')
    if (items.length === 0) return html`<p class="nothing">All annotators agree here.</p>`
    return html`<div role="region" aria-label="Disagreements one by one" tabindex="0">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => this._renderItem(session, item),
      )}
    </div>`
  }

  private _renderItem(session: ReviewSession, item: ReviewItem): TemplateResult {
    const nameOf = (annotator: string): string => this.workspace.nameOf(annotator)
    const { start, end } = rangeOf(item)
    const { text } = session
    const around = widenToGraphemes(text, {
      start: Math.max(0, start - CONTEXT),
      end: Math.min(text.length, end + CONTEXT),
    })
    const isWaiting = isOpen(item)
    const kind = item.group === null ? 'The marks are gone' : KIND_NAMES[item.group.kind]
    return html`<article
      class=${isWaiting ? 'open' : 'decided'}
      aria-current=${item.id === session.currentId.get() ? 'true' : 'false'}
      @click=${() => session.look(item.id)}
    >
      <p class="context" dir="auto">
        …${text.slice(around.start, start)}<b>${text.slice(start, end)}</b>${text.slice(end, around.end)}…
      </p>
      <p class="kind">${kind}${isWaiting ? '' : ` · ${outcomeWords(item, nameOf)}`}</p>
      <ul>
        ${versionsOf(item, session.annotators.get()).map(
          ({ annotator, spans }, index) =>
            html`<li>
              ${annotatorLine(index)}<span class="who">${nameOf(annotator)}</span
              ><span dir="auto"
                >${
                  spans.length === 0
                    ? html`<i>not marked</i>`
                    : spans.map(
                        (span) =>
                          html`${text.slice(span.start, span.end)}
                            <small
                              >${span.label}${valueLine(span.attributes, namesInDispute(item, span.label))}</small
                            > `,
                      )
                }</span
              >
            </li>`,
        )}
      </ul>
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-disagreement-table': RubricDisagreementTable
  }
}
