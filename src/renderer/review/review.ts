import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { PHRASE_LENGTH } from '../state/review/phrase-review.ts'
import type { Workspace } from '../state/workspace.ts'
import './article-comments.ts'
import type { RubricArticleComments } from './article-comments.ts'
import './decision-card.ts'
import type { RubricDecisionCard } from './decision-card.ts'
import './disagreement-list.ts'
import './disagreement-table.ts'
import './phrase-panel.ts'
import type { RubricPhrasePanel } from './phrase-panel.ts'
import './review-bar.ts'
import './review-queue.ts'
import './review-text.ts'
import type { RubricReviewText } from './review-text.ts'

/** The review: its queue, the article under review, and the place that is decided on. */
@customElement('rubric-review')
export class RubricReview extends SignalWatcher(LitElement) {
  @query('rubric-review-text') private readonly _text!: RubricReviewText | null
  @query('rubric-decision-card') private readonly _card!: RubricDecisionCard

  @query('rubric-article-comments') private readonly _comments!: RubricArticleComments | null

  @query('rubric-phrase-panel') private readonly _phrases!: RubricPhrasePanel | null

  @property({ attribute: false }) workspace!: Workspace

  /** The text under review stands in the document itself. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** The keyboard goes to the text. */
  override focus(): void {
    if (this._phrases) this._phrases.focus()
    else if (this._text) this._text.focus()
    else this.querySelector<HTMLElement>('main')?.focus()
  }

  /** Begins a version of the reviewer's own, from selected text or from what is chosen. */
  edit(): void {
    const session = this.workspace.review.session.get()
    const [label] = this.workspace.labels.get()
    if (session === null || label === undefined || !this.workspace.writable.get()) return
    session.beginDraft(this._text?.selected ?? null, label.name)
  }

  /** Shows all places of the selected text, or else of what is decided on. */
  openPhrase(): void {
    const { phrases, review } = this.workspace
    const session = review.session.get()
    if (session === null) return
    const range = this._text?.selected ?? session.current.get()?.marks[0]?.span
    const quote = range ? session.text.slice(range.start, range.end) : ''
    void phrases.open(quote.length > PHRASE_LENGTH ? '' : quote)
  }

  focusComment(): void {
    this._card.focusComment()
  }

  focusArticleComment(): void {
    this._comments?.focus()
  }

  focusReason(): void {
    this._card.focusReason()
  }

  /** Approves the article; with open disagreements only when the person says so. */
  approve(): void {
    const { review, notices } = this.workspace
    const session = review.session.get()
    if (session === null) return
    const { open } = session.progress.get()
    const approve = (): void => {
      session.setStatus('approved')
      notices.close()
      notices.announce('Approved')
    }
    if (open === 0) return approve()
    const words = open === 1 ? '1 disagreement is' : `${open} disagreements are`
    notices.done(`${words} open in this article.`, [], {
      label: `Approve with ${open} open`,
      run: approve,
    })
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const { review, phrases } = workspace
    const session = review.session.get()
    const hidden = session?.opened.get().hidden ?? []
    return html`
      <nav aria-label="Review queue" @click=${() => workspace.phrases.close()}>
        <rubric-review-queue .workspace=${workspace}></rubric-review-queue>
      </nav>
      <main tabindex="-1">
        <rubric-review-bar
          .workspace=${workspace}
          @rubric-command=${() => this.focus()}
        ></rubric-review-bar>
        ${
          session === null
            ? this._renderEmpty()
            : hidden.length > 0
              ? this._renderBlind(hidden)
              : phrases.isOpen.get()
                ? html`<rubric-phrase-panel
                    .workspace=${workspace}
                    @rubric-leave=${this._closePhrases}
                  ></rubric-phrase-panel>`
                : review.layout.get() === 'text'
                  ? html`<rubric-review-text .workspace=${workspace}></rubric-review-text>`
                  : html`<rubric-disagreement-table
                      .workspace=${workspace}
                    ></rubric-disagreement-table>`
        }
      </main>
      <aside aria-label="Decision">
        ${
          hidden.length > 0
            ? nothing
            : html`<rubric-decision-card
                  .workspace=${workspace}
                  @rubric-leave=${() => this.focus()}
                ></rubric-decision-card>
                <rubric-disagreement-list .workspace=${workspace}></rubric-disagreement-list>
                <rubric-article-comments
                  .workspace=${workspace}
                  @rubric-leave=${() => this.focus()}
                ></rubric-article-comments>`
        }
      </aside>
    `
  }

  private readonly _closePhrases = async (): Promise<void> => {
    this.workspace.phrases.close()
    await this.updateComplete
    this.focus()
  }

  private _renderEmpty(): TemplateResult {
    return html`<div class="reader-empty">
      <h1>Nothing to review yet</h1>
      <p>
        When colleagues have marked articles of this project, their work is compared here, and you
        decide where they do not agree.
      </p>
    </div>`
  }

  private _renderBlind(hidden: readonly string[]): TemplateResult {
    const names = hidden.map((id) => this.workspace.nameOf(id)).join(', ')
    return html`<div class="reader-empty">
      <h1>Finish your own marks first</h1>
      <p>
        ${names} marked this article too. You see what others marked once your own set is done, so
        that nobody’s marks lean on another’s.
      </p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-review': RubricReview
  }
}
