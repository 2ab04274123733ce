import { css, html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { boundaryBeside } from '../../core/text/graphemes.ts'
import { moveEnd, moveStart } from '../../core/text/movement.ts'
import { LatePanel } from '../elements/late-panel.ts'
import '../elements/label-badge.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Draft, ReviewSession } from '../state/review/review-session.ts'
import type { Workspace } from '../state/workspace.ts'

/**
 * Makes a version of the reviewer's own: its bounds by the arrows, its label by a digit.
 * @fires rubric-leave - The version was taken or given up: the keyboard goes back to the text.
 */
@customElement('rubric-draft-editor')
export class RubricDraftEditor extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      [role='group'] {
        padding: 10px 12px;
        border: 2px solid var(--accent);
        border-radius: 8px;
        outline: none;
      }

      blockquote {
        margin: 0 0 6px;
        font: 17px/24px var(--serif);
        overflow-wrap: anywhere;
      }

      .labels {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      .labels button {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        padding: 2px 8px;
      }

      .labels [aria-pressed='true'] {
        border-color: var(--accent);
      }

      .help {
        margin: 8px 0;
        font-size: 12px;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) session!: ReviewSession

  @query('[role=group]') private readonly _group!: HTMLElement

  override focus(): void {
    this.catchUp()
    this._group?.focus()
  }

  protected override firstUpdated(): void {
    this._group.focus()
  }

  private _key(event: KeyboardEvent): void {
    const draft = this.session.draft.get()
    if (draft === null || event.ctrlKey || event.metaKey) return
    if (event.target !== this._group && event.key !== 'Escape') return
    if (event.key === 'Enter') this._accept()
    else if (event.key === 'Escape') this._leave()
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this._move(event, draft)
    else if (!this._relabel(event.key)) return
    event.preventDefault()
  }

  private _move(event: KeyboardEvent, draft: Draft): void {
    const isRightToLeft = this.session.directionOf(draft) === 'rtl'
    const isForward = (event.key === 'ArrowRight') !== isRightToLeft
    const direction = isForward ? 1 : -1
    const edge = event.shiftKey ? 'start' : 'end'
    const { outline, text } = this.session
    const move = edge === 'start' ? moveStart : moveEnd
    const moved = event.altKey
      ? { ...draft, [edge]: boundaryBeside(text, draft[edge], direction) }
      : { ...draft, ...move(outline, draft, direction) }
    if (moved.start < moved.end) this.session.draft.set(moved)
  }

  private _relabel(key: string): boolean {
    const label = this.workspace.labels.get().find((each) => each.key === key)
    if (label === undefined) return false
    this._label(label.name)
    return true
  }

  private _label(label: string): void {
    const draft = this.session.draft.get()
    if (draft !== null) this.session.draft.set({ ...draft, label })
  }

  private _accept(): void {
    if (this.session.acceptDraft()) this._leave()
  }

  private _leave(): void {
    this.session.draft.set(null)
    this.dispatchEvent(new CustomEvent('rubric-leave'))
  }

  protected override render(): TemplateResult {
    const draft = this.session.draft.get()
    const quote = draft === null ? '' : this.session.text.slice(draft.start, draft.end)
    return html`<div
      role="group"
      tabindex="0"
      aria-label="A version of your own"
      @keydown=${this._key}
    >
      <blockquote dir="auto" aria-live="polite">${quote}</blockquote>
      <div class="labels">
        ${this.workspace.labels
          .get()
          .map(
            (label) =>
              html`<button
                type="button"
                aria-pressed=${label.name === draft?.label ? 'true' : 'false'}
                @click=${() => this._label(label.name)}
              >
                <rubric-label-badge .label=${label}></rubric-label-badge>${label.name}
              </button>`,
          )}
      </div>
      <p class="help">
        <kbd>←</kbd> <kbd>→</kbd> end, with <kbd>Shift</kbd> start, with <kbd>Alt</kbd> by a
        character; digits give the label
      </p>
      <button type="button" class="primary" @click=${this._accept}>Take this</button>
      <button type="button" class="quiet" @click=${this._leave}>Cancel</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-draft-editor': RubricDraftEditor
  }
}
