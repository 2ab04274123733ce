import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Mark } from '../../core/review/mark.ts'
import type { Thread } from '../../core/review/log/review-state.ts'
import '../elements/comment-thread.ts'
import '../elements/dialog.ts'
import '../elements/label-badge.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { momentNow } from '../state/moments.ts'
import {
  COMMENT_FILTERS,
  type CommentedArticle,
  type CommentFilter,
} from '../state/review/comments.ts'
import { goToComment } from '../state/review/go-to-comment.ts'
import type { Workspace } from '../state/workspace.ts'
import { commentsStyles } from './comments-styles.ts'
import { dialogStyles } from './dialog-styles.ts'

const NOTHING: Readonly<Record<CommentFilter, string>> = {
  all: 'Nobody has commented yet. In a review, C comments on a place, and M on the article; annotators answer in their feedback.',
  open: 'No comment is open.',
  resolved: 'No comment is resolved yet.',
  mine: 'No comment is yours, or about a mark of yours.',
}

/** All comments of the project, by article: to be answered, resolved and gone to. */
@customElement('rubric-comments-dialog')
export class RubricCommentsDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, dialogStyles, commentsStyles]

  @property({ attribute: false }) workspace!: Workspace

  override connectedCallback(): void {
    super.connectedCallback()
    void this._load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.workspace.comments.clear()
  }

  private async _load(): Promise<void> {
    await this.workspace.flush()
    await this.workspace.comments.load()
  }

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  private _go(article: string, { comment }: Thread): void {
    this._close()
    void goToComment(this.workspace, article, comment)
  }

  /** Arrows go from one thread to the next. */
  private _key(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined || !(event.target as HTMLElement).matches('.go')) return
    event.preventDefault()
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.go')]
    all[all.indexOf(event.target as HTMLElement) + step]?.focus()
  }

  protected override render(): TemplateResult {
    const { comments } = this.workspace
    const [filter, counts] = [comments.filter.get(), comments.counts.get()]
    return html`<rubric-dialog heading="Comments" @rubric-dismiss=${this._close}>
      <div class="filters" role="group" aria-label="Which comments">
        ${Object.entries(COMMENT_FILTERS).map(
          ([name, words]) =>
            html`<button
              type="button"
              class="quiet"
              aria-pressed=${name === filter ? 'true' : 'false'}
              @click=${() => comments.filter.set(name as CommentFilter)}
            >
              ${words}<span>${counts[name as CommentFilter]}</span>
            </button>`,
        )}
      </div>
      <div class="list" @keydown=${this._key}>${this._renderList(filter)}</div>
      <div slot="footer" class="actions">
        <button type="button" @click=${this._close}>Close</button>
      </div>
    </rubric-dialog>`
  }

  private _renderList(filter: CommentFilter): TemplateResult {
    const { comments } = this.workspace
    const problem = comments.problem.get()
    if (problem !== null) {
      return html`<p class="nothing" role="alert">The comments cannot be read: ${problem}</p>`
    }
    if (comments.isLoading.get()) return html`<p class="nothing">Reading the comments…</p>`
    const shown = comments.shown.get()
    if (shown.length === 0) {
      const isNew = comments.counts.get().all === 0
      return html`<p class="nothing">${NOTHING[isNew ? 'all' : filter]}</p>`
    }
    return html`${repeat(
      shown,
      ({ article }) => article,
      (each) => this._renderArticle(each),
    )}`
  }

  private _renderArticle(each: CommentedArticle): TemplateResult {
    const { title, threads } = each
    return html`<section>
      <h3 dir="auto">${title}</h3>
      <ul aria-label="Comments on ${title}">
        ${repeat(
          threads,
          ({ comment }) => comment.id,
          (thread) => this._renderThread(each, thread),
        )}
      </ul>
    </section>`
  }

  private _renderThread(
    { article, title, quotes }: CommentedArticle,
    thread: Thread,
  ): TemplateResult {
    const { workspace } = this
    const { mark } = thread.comment
    return html`<li>
      <div class="about">
        ${
          mark === null
            ? html`<span class="quote article">On the article</span>`
            : html`<rubric-label-badge
                  .label=${workspace.labelByName.get().get(mark.span.label)}
                ></rubric-label-badge>
                <q class="quote" dir="auto">${quotes.get(thread.comment.id)}</q>`
        }
        <button
          type="button"
          class="quiet go"
          aria-label="Go to “${thread.comment.text}” in ${title}"
          @click=${() => this._go(article, thread)}
        >
          Go to
        </button>
      </div>
      ${mark === null ? nothing : this._renderWhose(mark)}
      <rubric-comment-thread
        .thread=${thread}
        .nameOf=${(annotator: string) => workspace.nameOf(annotator)}
        .timeOf=${momentNow}
        ?writable=${workspace.writable.get()}
        @rubric-answer=${(event: CustomEvent<string>) => workspace.comments.answer(article, thread, event.detail)}
        @rubric-resolve=${(event: CustomEvent<boolean>) => workspace.comments.resolve(article, thread, event.detail)}
      ></rubric-comment-thread>
    </li>`
  }

  private _renderWhose({ annotator }: Mark): TemplateResult {
    const { state } = this.workspace
    const isOwn = annotator === state.get()?.annotator?.id
    return html`<span class="whose"
      >${isOwn ? 'Your mark' : `Marked by ${this.workspace.nameOf(annotator)}`}</span
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-comments-dialog': RubricCommentsDialog
  }
}
