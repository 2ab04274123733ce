import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Comment } from '../../core/review/log/record.ts'
import type { Thread } from '../../core/review/log/review-state.ts'
import { LatePanel } from './late-panel.ts'
import { buttonStyles, fieldStyles, sharedStyles } from './shared-styles.ts'

/**
 * Comments that answer each other, the oldest first, with a field to answer.
 * @fires rubric-answer - Somebody answers; the detail is the text.
 * @fires rubric-resolve - The thread is dealt with, or not after all; the detail says which.
 */
@customElement('rubric-comment-thread')
export class RubricCommentThread extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        padding: 2px 0 2px 10px;
        border-inline-start: 2px solid var(--hairline);
      }

      :host([resolved]) .said {
        color: var(--soft);
      }

      .said {
        overflow-wrap: anywhere;
      }

      .said span {
        white-space: pre-line;
      }

      b {
        font-weight: 600;
      }

      time {
        font-size: 11px;
        color: var(--soft);
      }

      .foot {
        display: flex;
        gap: 4px;
        align-items: flex-start;
        margin-top: 4px;
      }

      textarea {
        min-height: 28px;
        max-height: 120px;
        field-sizing: content;
      }

      button {
        flex: none;
        padding: 3px 8px;
        font-size: 12px;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) thread!: Thread
  @property({ attribute: false }) nameOf: (annotator: string) => string = (id) => id
  /** How an instant is told. */
  @property({ attribute: false }) timeOf: (at: string) => string = (at) => at
  /** Whether something may be said. */
  @property({ type: Boolean }) writable = false

  /** The keyboard goes to the answer, or to what is there in its place. */
  override focus(): void {
    this.catchUp()
    const target = this.renderRoot.querySelector<HTMLElement>('textarea, button')
    target?.focus()
  }

  private _key(event: KeyboardEvent): void {
    const field = event.target as HTMLTextAreaElement
    if (event.key === 'Escape') field.blur()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    this.dispatchEvent(new CustomEvent('rubric-answer', { detail: text }))
  }

  private _resolve(): void {
    this.dispatchEvent(new CustomEvent('rubric-resolve', { detail: !this.thread.isResolved }))
  }

  protected override render(): TemplateResult {
    const { comment, answers, isResolved } = this.thread
    this.toggleAttribute('resolved', isResolved)
    return html`
      ${[comment, ...answers].map((said) => this._renderComment(said))}
      ${
        this.writable
          ? html`<div class="foot">
              ${
                isResolved
                  ? nothing
                  : html`<textarea
                      rows="1"
                      maxlength="4000"
                      aria-label="Answer"
                      placeholder="Answer…"
                      @keydown=${this._key}
                    ></textarea>`
              }
              <button type="button" class="quiet" @click=${this._resolve}>
                ${isResolved ? 'Open again' : 'Resolve'}
              </button>
            </div>`
          : nothing
      }
    `
  }

  private _renderComment({ by, at, text }: Comment): TemplateResult {
    return html`<p class="said" dir="auto">
      <b>${this.nameOf(by)}</b> <span>${text}</span>
      <time datetime=${at}>${this.timeOf(at)}</time>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-comment-thread': RubricCommentThread
  }
}
