import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CommandId, ViewName } from '../../contract/commands.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count, STATUS_NAMES } from '../state/format.ts'
import type { SaveState } from '../state/delivery.ts'
import { REVIEW_STATUS_NAMES } from '../state/review/review-words.ts'
import type { Workspace } from '../state/workspace.ts'

/** The keys that are told all the time: those that lead to everything else. */
type Hint = readonly [what: string, ids: readonly CommandId[]]
const HINTS: Readonly<Record<ViewName, readonly Hint[]>> = {
  annotate: [
    ['articles', ['articles.next', 'articles.previous']],
    ['next span', ['spans.next']],
    ['all keys', ['help.keys']],
  ],
  review: [
    ['next, previous', ['review.next', 'review.previous']],
    ['take all agreed', ['review.take-agreed']],
    ['take and go on', ['review.accept']],
    ['all keys', ['help.keys']],
  ],
  figures: [['all keys', ['help.keys']]],
}

/**
 * Who marks, whether it is saved, and where one is.
 * @fires rubric-command - A command was chosen; the detail is its id.
 */
@customElement('rubric-status-bar')
export class RubricStatusBar extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 20px;
        height: 28px;
        padding: 0 16px;
        overflow: hidden;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--soft);
        background: var(--pane);
        border-top: 1px solid var(--hairline);
      }

      span {
        flex: none;
      }

      .save::before {
        content: '';
        display: inline-block;
        margin-inline-end: 6px;
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: currentColor;
      }

      .saved {
        color: var(--good);
      }

      .saving::before {
        background: none;
        border: 1.5px solid currentColor;
      }

      .unsaved {
        color: var(--accent);
        font-weight: 600;
      }

      :is(.unsaved, .name) {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .unsaved {
        flex: 0 1 auto;
        min-width: 4em;
      }

      .mend {
        display: flex;
        flex: none;
        gap: 4px;
        margin-inline: -12px -6px;
      }

      .mend button {
        padding: 1px 8px;
        font-weight: 550;
        color: var(--ink);
      }

      .name {
        max-width: 16em;
      }

      .unsaved::before {
        border-radius: 1px;
        transform: rotate(45deg);
      }

      /* The first to give way: a hint for which there is no room goes on in a line out of sight. */
      .hints {
        display: flex;
        flex: 0 999 auto;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0 20px;
        height: 28px;
        margin-inline-start: auto;
        line-height: 27px;
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  private _renderReview(): TemplateResult | typeof nothing {
    const progress = this.workspace.review.session.get()?.progress.get()
    if (progress === undefined) return nothing
    const { status, open, changed } = progress
    return html`<span>${REVIEW_STATUS_NAMES[status]}</span> <span>${open} open</span> ${
        changed > 0 ? html`<span>${changed} changed since</span>` : nothing
      }`
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const session = workspace.article.get()
    const annotator = workspace.state.get()?.annotator
    const save = workspace.save.get()
    const onlyLooks = workspace.onlyLooks.get()
    return html`
      <span
        role="status"
        aria-label="Save state"
        class="save ${save.type}"
        title=${save.type === 'unsaved' ? save.reason : nothing}
        >${describe(save)}</span
      >
      ${save.type === 'unsaved' ? this._mend() : nothing}
      ${
        onlyLooks === null
          ? nothing
          : html`<span class="unsaved" title=${onlyLooks}>Read only: ${this._writer()}</span>`
      }
      <span class="name">${annotator?.name}</span>
      ${
        workspace.view.get() === 'review'
          ? this._renderReview()
          : session && workspace.view.get() === 'annotate'
            ? html`<span>${STATUS_NAMES[session.status.get()]}</span>
                <span>${this._place(session)}</span>
                <span>${count(session.spans.get().length, 'span')}</span>`
            : html`<span>${count(workspace.library.entries.get().length, 'article')}</span>`
      }
      <span class="hints" aria-hidden="true">
        ${HINTS[workspace.view.get()].map(([what, ids]) => this._hint(what, ids))}
      </span>
    `
  }

  /** What a person can do about marks that are not saved. */
  private _mend(): TemplateResult {
    const run = (id: CommandId): void => {
      this.dispatchEvent(new CustomEvent('rubric-command', { detail: id }))
    }
    const isTrying = this.workspace.unsaved.isTrying.get()
    return html`<span class="mend">
      <button
        type="button"
        class="quiet"
        ?disabled=${isTrying}
        @click=${() => run('unsaved.retry')}
      >
        ${isTrying ? 'Trying…' : 'Try Again'}
      </button>
      <button type="button" class="quiet" @click=${() => run('unsaved.export')}>Export…</button>
    </span>`
  }

  /** Why nothing can be written, or who writes instead. */
  private _writer(): string {
    const { writable, project } = this.workspace.state.get() ?? {}
    const { heldBy = null, newerFormat = null } = project ?? {}
    if (writable !== false && newerFormat !== null) return 'made by a newer Rubricator'
    return writable === false || heldBy === null
      ? 'another window is writing'
      : `written by ${heldBy}`
  }

  /** Nothing where one of the keys has been taken away: half a hint would mislead. */
  private _hint(what: string, ids: readonly CommandId[]): TemplateResult | typeof nothing {
    const { keys, state } = this.workspace
    const chords = ids.flatMap((id) => keys.shown(id) ?? [])
    if (chords.length < ids.length) return nothing
    const isMac = state.get()?.host.platform === 'darwin'
    const caps = chords.map((chord) => keyCaps(chord, isMac).join(isMac ? '' : '+'))
    return html`<span>${caps.join(' ')} ${what}</span>`
  }

  private _place(session: NonNullable<ReturnType<Workspace['article']['get']>>): string {
    const { paragraphs } = session.outline
    const offset = session.selection.get()?.start ?? 0
    return `¶ ${paragraphIndexAt(paragraphs, offset) + 1} of ${paragraphs.length}`
  }
}

function describe(save: SaveState): string {
  switch (save.type) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'unsaved':
      return `Not saved: ${save.reason}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-status-bar': RubricStatusBar
  }
}
