import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import '../elements/comment-thread.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { momentNow } from '../state/moments.ts'
import type { Workspace } from '../state/workspace.ts'

/**
 * The threads on the article under review itself, and a field to begin one.
 * @fires rubric-leave - The keyboard goes back to the text.
 */
@customElement('rubric-article-comments')
export class RubricArticleComments extends LatePanel {
  static override styles = [
    sharedStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-height: 0;
        max-height: 40vh;
        padding: 10px 16px 12px;
        border-top: 1px solid var(--hairline);
      }

      h2 {
        flex: none;
        font: 550 11px/16px var(--sans);
        letter-spacing: 0.06em;
        text-transform: uppercase;
        color: var(--soft);
      }

      .threads {
        display: grid;
        gap: 10px;
        min-height: 0;
        overflow: auto;
      }

      textarea {
        flex: none;
        min-height: 30px;
        max-height: 120px;
        field-sizing: content;
      }
    `,
  ]

  @query('textarea') private readonly _field!: HTMLTextAreaElement | null

  @property({ attribute: false }) workspace!: Workspace

  override focus(): void {
    this.catchUp()
    this._field?.focus()
  }

  private _key(event: KeyboardEvent): void {
    const field = event.target as HTMLTextAreaElement
    const isSaying = event.key === 'Enter' && !event.shiftKey
    if (!isSaying && event.key !== 'Escape') return
    event.preventDefault()
    if (isSaying) {
      this.workspace.review.session.get()?.comment(field.value, null, null)
      field.value = ''
    }
    this.dispatchEvent(new CustomEvent('rubric-leave'))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { workspace } = this
    const session = workspace.review.session.get()
    if (session === null) return nothing
    const isWritable = workspace.writable.get()
    const threads = session.state
      .get()
      .threads.filter(({ comment }) => comment.mark === null)
      .toSorted((a, b) => Number(a.isResolved) - Number(b.isResolved))
    return html`
      <h2>Article</h2>
      ${
        threads.length === 0
          ? nothing
          : html`<div
              class="threads"
              role="group"
              aria-label="Comments on the article"
              tabindex="0"
            >
              ${repeat(
                threads,
                ({ comment }) => comment.id,
                (thread) =>
                  html`<rubric-comment-thread
                    .thread=${thread}
                    .nameOf=${(annotator: string) => workspace.nameOf(annotator)}
                    .timeOf=${momentNow}
                    ?writable=${isWritable}
                    @rubric-answer=${(event: CustomEvent<string>) => session.comment(event.detail, thread.comment.id)}
                    @rubric-resolve=${(event: CustomEvent<boolean>) => session.resolve(thread.comment.id, event.detail)}
                  ></rubric-comment-thread>`,
              )}
            </div>`
      }
      ${
        isWritable
          ? html`<textarea
              rows="1"
              maxlength="4000"
              aria-label="Comment on the article"
              placeholder="Comment on the article…"
              @keydown=${this._key}
            ></textarea>`
          : nothing
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-article-comments': RubricArticleComments
  }
}
