import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Span } from '../../core/annotation/span.ts'
import { nearestOf } from '../../core/review/feedback.ts'
import type { Thread } from '../../core/review/log/review-state.ts'
import { shorten } from '../../core/text/shorten.ts'
import '../elements/comment-thread.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { valueLine, valueLineStyles } from '../elements/value-line.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { momentNow } from '../state/moments.ts'
import type { FeedbackItem } from '../state/review/article-feedback.ts'
import { changedValues, feedbackWords, takeOverWords } from '../state/review/feedback-words.ts'
import { takeOverFeedback } from '../state/review/take-over-feedback.ts'
import { REVIEW_STATUS_NAMES } from '../state/review/review-words.ts'
import type { Workspace } from '../state/workspace.ts'
import { feedbackStyles } from './feedback-styles.ts'

/** Most of a quote that is laid out, in UTF-16 code units. */
const QUOTE = 300

/**
 * What a review has changed of the annotator's marks, span by span, with why; each can be taken over
 * and answered.
 * @fires rubric-leave - The keyboard goes back to the text.
 */
@customElement('rubric-feedback')
export class RubricFeedback extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    valueLineStyles,
    feedbackStyles,
  ]

  @query('.chosen .row') private readonly _chosen!: HTMLElement | null
  @query('.row') private readonly _first!: HTMLElement | null
  @query('.chosen') private readonly _item!: HTMLElement | null

  @property({ attribute: false }) workspace!: Workspace

  private _shown: string | null = null

  /** The keyboard goes to the item that is looked at. */
  override focus(): void {
    this.catchUp()
    const row = this._chosen ?? this._first
    row?.focus()
  }

  /** The keyboard goes to where the reviewer is answered. */
  focusAnswer(): void {
    this.catchUp()
    const thread = this._item?.querySelector('rubric-comment-thread')
    if (thread) thread.focus()
    else this._item?.querySelector('textarea')?.focus()
  }

  protected override updated(): void {
    const id = this.workspace.feedback.chosenId.get()
    if (id !== this._shown) this._item?.scrollIntoView({ block: 'nearest' })
    this._shown = id
    this.toggleAttribute('hidden', !this._isThere)
  }

  private get _isThere(): boolean {
    const { article, feedback, history } = this.workspace
    return article.get() !== null && !history.isOpen.get() && feedback.isThere.get()
  }

  private _choose(item: FeedbackItem): void {
    const { feedback } = this.workspace
    feedback.choose(feedback.chosenId.get() === item.id ? null : item.id)
  }

  /** Arrows go through the list as through any other. */
  private _rowKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (event.key === 'Escape') this._leave(event)
    if (step === undefined) return
    event.preventDefault()
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]
    const at = rows.indexOf(event.currentTarget as HTMLElement)
    rows[at + step]?.focus()
  }

  private _leave(event: Event): void {
    event.preventDefault()
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  private _answerKey(event: KeyboardEvent, item: FeedbackItem): void {
    if (event.key === 'Escape') return this._leave(event)
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    const field = event.target as HTMLTextAreaElement
    this.workspace.feedback.answer(item, field.value)
    field.value = ''
    this._leave(event)
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    if (session === null || !this._isThere) return nothing
    const { feedback } = this.workspace
    const [status, items, problem] = [
      feedback.status.get(),
      feedback.items.get(),
      feedback.problem.get(),
    ]
    return html`
      <div class="head">
        <h2 id="feedback">Feedback</h2>
        ${problem === null ? html`<span class="status ${status}">${REVIEW_STATUS_NAMES[status]}</span>` : nothing}
        ${
          items.length === 0 ? nothing : html`<span class="left">${this._left(items.length)}</span>`
        }
      </div>
      ${
        problem === null
          ? nothing
          : html`<p class="problem" role="alert">The feedback cannot be read: ${problem}</p>`
      }
      ${this._renderAll(session, items, feedback.otherThreads.get())}
    `
  }

  private _left(all: number): string {
    const { length } = this.workspace.feedback.open.get()
    return length === 0 ? 'all followed' : `${length} of ${all} open`
  }

  private _renderAll(
    session: ArticleSession,
    items: readonly FeedbackItem[],
    others: readonly Thread[],
  ): TemplateResult | typeof nothing {
    if (items.length + others.length === 0) return nothing
    return html`<div class="scroller">
      <ul aria-labelledby="feedback">
        ${repeat(
          items,
          ({ id }) => id,
          (item) => this._renderItem(session, item),
        )}
      </ul>
      ${
        others.length === 0
          ? nothing
          : html`<h3>Comments</h3>
              <div class="others">
                ${others.map((thread) => this._renderOther(session, thread))}
              </div>`
      }
    </div>`
  }

  private _renderItem(session: ArticleSession, item: FeedbackItem): TemplateResult {
    const isChosen = item.id === this.workspace.feedback.chosenId.get()
    const { span, outcome, isFollowed } = item
    const place = span ?? outcome[0]
    const quote = place === undefined ? '' : shorten(session.quote(place), QUOTE)
    return html`<li class=${classMap({ chosen: isChosen, followed: isFollowed })}>
      <button
        type="button"
        class="row"
        aria-expanded=${isChosen ? 'true' : 'false'}
        @click=${() => this._choose(item)}
        @keydown=${this._rowKey}
      >
        <span class="sign" role="img" aria-label=${isFollowed ? 'followed' : 'open'}
          >${isFollowed ? '✓' : '○'}</span
        >
        <span class="quote" dir="auto">${quote}</span>
        <span class="words">${feedbackWords(item)}</span>
      </button>
      ${isChosen ? this._renderMore(session, item) : nothing}
    </li>`
  }

  private _renderMore(session: ArticleSession, item: FeedbackItem): TemplateResult {
    const { verdict, outcome, threads, isFollowed } = item
    const { workspace } = this
    const isWritable = workspace.writable.get()
    return html`<div class="more">
      ${outcome.map((span) => this._renderOutcome(session, span, item))}
      <p class="reviewer" dir="auto">
        <b>${workspace.nameOf(verdict.by)}</b
        >${verdict.reason === null ? ' gave no reason' : html`: <span>${verdict.reason}</span>`}
      </p>
      ${verdict.guideline === null ? nothing : this._renderGuideline(verdict.guideline)}
      <div class="does">
        ${
          isFollowed
            ? html`<span class="done">✓ Your marks say so by now</span>`
            : html`<button
                type="button"
                ?disabled=${!isWritable || session.past.get() !== null}
                @click=${() => takeOverFeedback(workspace, item)}
              >
                ${takeOverWords(item)}
              </button>`
        }
      </div>
      ${threads.map((thread) => this._renderThread(thread))}
      ${
        isWritable && threads.length === 0
          ? html`<textarea
              rows="1"
              maxlength="4000"
              aria-label="Answer to the reviewer"
              placeholder="Answer…"
              @keydown=${(event: KeyboardEvent) => this._answerKey(event, item)}
            ></textarea>`
          : nothing
      }
    </div>`
  }

  private _renderOutcome(
    session: ArticleSession,
    span: Span,
    item: FeedbackItem,
  ): TemplateResult | typeof nothing {
    const names = changedValues(item).map(({ name }) => name)
    // Of what was added the row says all but the values.
    if (item.kind === 'added' && Object.keys(span.attributes).length === 0) return nothing
    const isNear = item.span === null || nearestOf(item.span, item.outcome) === span
    return html`<p class="outcome" dir="auto">
      → ${shorten(session.quote(span), QUOTE)}
      <small>${span.label}${valueLine(span.attributes, isNear ? names : [])}</small>
    </p>`
  }

  private _renderGuideline(label: string): TemplateResult {
    const guideline = this.workspace.labelByName.get().get(label)?.guideline ?? ''
    return html`<p class="guideline" dir="auto">
      Guideline of ${label}${guideline === '' ? '' : `: ${guideline}`}
    </p>`
  }

  /** A thread that is about no item: on the article, or on a mark that was taken as it is. */
  private _renderOther(session: ArticleSession, thread: Thread): TemplateResult {
    const { mark } = thread.comment
    return html`<div>
      <p class="about" dir="auto">
        ${mark === null ? 'On the article' : html`<q>${shorten(session.quote(mark.span), 80)}</q>`}
      </p>
      ${this._renderThread(thread)}
    </div>`
  }

  private _renderThread(thread: Thread): TemplateResult {
    const { workspace } = this
    return html`<rubric-comment-thread
      .thread=${thread}
      .nameOf=${(annotator: string) => workspace.nameOf(annotator)}
      .timeOf=${momentNow}
      ?writable=${workspace.writable.get()}
      @rubric-answer=${(event: CustomEvent<string>) => workspace.feedback.answerIn(thread, event.detail)}
      @rubric-resolve=${(event: CustomEvent<boolean>) => workspace.feedback.resolve(thread, event.detail)}
    ></rubric-comment-thread>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-feedback': RubricFeedback
  }
}
