import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { STATUSES, type Status } from '../../core/annotation/annotation-set.ts'
import { REVIEW_STATUSES, type ReviewStatus } from '../../core/review/log/record.ts'
import type { ReviewEntry } from '../../contract/review-models.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { factsLine } from '../elements/facts.ts'
import { fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { rowsStyles, VirtualRows } from '../elements/virtual-rows.ts'
import { articleListStyles } from '../elements/article-list-styles.ts'
import '../elements/status-circle.ts'
import { count, STATUS_NAMES } from '../state/format.ts'
import { REVIEW_ORDERS, type ReviewOrder } from '../state/review/review.ts'
import { REVIEW_STATUS_NAMES } from '../state/review/review-words.ts'
import type { Workspace } from '../state/workspace.ts'
import { reviewQueueStyles } from './review-queue-styles.ts'

const ROW_HEIGHT = 74

/** How the circle of a row is filled. */
const CIRCLES: Readonly<Record<ReviewStatus, Status>> = {
  'to-review': 'not-started',
  'in-review': 'in-progress',
  'changes-asked': 'in-progress',
  approved: 'done',
}

/** The articles to be reviewed, in the order that the person wants. */
@customElement('rubric-review-queue')
export class RubricReviewQueue extends LatePanel {
  static override styles = [
    sharedStyles,
    fieldStyles,
    rowsStyles,
    articleListStyles,
    reviewQueueStyles,
  ]

  @query('.list') private readonly _list!: HTMLElement

  @property({ attribute: false }) workspace!: Workspace

  private readonly _rows = new VirtualRows(this, {
    list: () => this._list ?? null,
    heightOf: () => ROW_HEIGHT,
  })
  private _shown: string | null = null

  protected override updated(): void {
    const id = this.workspace.review.session.get()?.article ?? null
    if (id === this._shown) return
    this._shown = id
    const index = this.workspace.review.visible.get().findIndex(({ article }) => article === id)
    if (index !== -1) this._rows.scrollTo(index)
  }

  private _key(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    this.workspace.review.neighbour(step)
  }

  private _order(event: Event): void {
    const { value } = event.target as HTMLSelectElement
    this.workspace.review.order.set(value as ReviewOrder)
  }

  private _status(event: Event): void {
    const { value } = event.target as HTMLSelectElement
    const { filter } = this.workspace.review
    filter.set({ ...filter.get(), status: value === '' ? null : (value as ReviewStatus) })
  }

  private _annotators(event: Event): void {
    const { value } = event.target as HTMLSelectElement
    const { filter } = this.workspace.review
    filter.set({ ...filter.get(), annotators: value === '' ? null : (value as Status) })
  }

  protected override render(): TemplateResult {
    const { review } = this.workspace
    const visible = review.visible.get()
    const selected = review.session.get()?.article
    this._rows.count(visible.length)
    const isShown = this._rows.isDrawn(visible.findIndex(({ article }) => article === selected))
    return html`
      ${this._renderTools()} ${visible.length === 0 ? this._renderNothing() : nothing}
      <div
        class="list"
        role="listbox"
        aria-label="Articles to review"
        tabindex="0"
        aria-activedescendant=${isShown ? `review-${selected}` : nothing}
        @keydown=${this._key}
      >
        ${this._rows.render(
          visible,
          ({ article }) => article,
          (entry, index, top) => this._renderRow(entry, index, top, visible.length),
        )}
      </div>
    `
  }

  private _renderTools(): TemplateResult {
    const { order, filter, entries } = this.workspace.review
    const { status, annotators } = filter.get()
    const all = entries.get()
    return html`<div class="tools">
      <select aria-label="Order" .value=${order.get()} @change=${this._order}>
        ${Object.entries(REVIEW_ORDERS).map(
          ([name, words]) =>
            html`<option value=${name} ?selected=${name === order.get()}>${words}</option>`,
        )}
      </select>
      <div class="filters">
        <select aria-label="Review status" @change=${this._status}>
          <option value="">All (${all.length})</option>
          ${REVIEW_STATUSES.map(
            (name) =>
              html`<option value=${name} ?selected=${name === status}>
                ${REVIEW_STATUS_NAMES[name]}
                (${all.filter((entry) => entry.status === name).length})
              </option>`,
          )}
        </select>
        <select aria-label="Annotators’ status" @change=${this._annotators}>
          <option value="">Any annotator</option>
          ${STATUSES.slice(1).map(
            (name) =>
              html`<option value=${name} ?selected=${name === annotators}>
                ${STATUS_NAMES[name]}
                (${all.filter((entry) => entry.annotators.some((each) => each.status === name)).length})
              </option>`,
          )}
        </select>
      </div>
    </div>`
  }

  private _renderRow(entry: ReviewEntry, index: number, top: number, size: number): TemplateResult {
    const { article, title, annotators, f1, status, open, threads } = entry
    const facts = [
      count(annotators.length, 'annotator'),
      f1 === null ? null : `F1 ${f1.toFixed(2)}`,
      REVIEW_STATUS_NAMES[status].toLowerCase(),
      threads > 0 ? count(threads, 'comment') : null,
    ]
    const isSelected = article === this.workspace.review.session.get()?.article
    return html`<div
      class="row"
      role="option"
      id="review-${article}"
      aria-label=${title}
      aria-description=${[...facts, `${open} open`].filter(Boolean).join(', ')}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-posinset=${index + 1}
      aria-setsize=${size}
      title=${title}
      @click=${() => this.workspace.review.open(article)}
      ${styleProperties({ '--top': `${top}px`, '--height': `${ROW_HEIGHT}px` })}
    >
      <div class="card">
        <rubric-status-circle .status=${CIRCLES[status]}></rubric-status-circle>
        <div class="title" dir="auto">${title}</div>
        <div class="count">${open}</div>
        <div class="facts">${factsLine(...facts)}</div>
      </div>
    </div>`
  }

  private _renderNothing(): TemplateResult {
    const { review } = this.workspace
    if (review.isLoading.get()) return html`<p class="nothing">Comparing the annotators’ sets…</p>`
    if (review.entries.get().length > 0) {
      return html`<p class="nothing">No article passes the filters.</p>`
    }
    return html`<div class="nothing">
      <p>Nothing to review yet.</p>
      <p>
        Articles come here when somebody has begun to mark them: in this project’s folder, or by a
        review pack that a colleague sends.
      </p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-review-queue': RubricReviewQueue
  }
}
