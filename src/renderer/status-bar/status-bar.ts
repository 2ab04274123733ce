import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import { count, STATUS_NAMES } from '../state/format.ts'
import type { SaveState } from '../state/save-queue.ts'
import type { Workspace } from '../state/workspace.ts'

/** Who marks, whether it is saved, and where one is. */
@customElement('rubric-status-bar')
export class RubricStatusBar extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
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

      .save {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
      }

      .save::before {
        content: '';
        flex: none;
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
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .unsaved::before {
        border-radius: 1px;
        transform: rotate(45deg);
      }

      .hints {
        margin-inline-start: auto;
      }

      .hints span + span {
        margin-inline-start: 20px;
      }
    `,
  ]

  @property({ attribute: false }) workspace!: Workspace

  protected override render(): TemplateResult {
    const { workspace } = this
    const session = workspace.article.get()
    const annotator = workspace.state.get()?.annotator
    const save = workspace.save.get()
    return html`
      <span role="status" aria-label="Save state" class="save ${save.type}">${describe(save)}</span>
      ${
        workspace.state.get()?.writable === false
          ? html`<span class="unsaved">Read only: another window is writing</span>`
          : nothing
      }
      <span>${annotator?.name}</span>
      ${
        session
          ? html`<span>${STATUS_NAMES[session.status.get()]}</span>
              <span>${this._place(session)}</span>
              <span>${count(session.spans.get().length, 'span')}</span>`
          : html`<span>${count(workspace.library.entries.get().length, 'article')}</span>`
      }
      <span class="hints" aria-hidden="true">
        <span>J K articles</span><span>Tab next span</span><span>? all keys</span>
      </span>
    `
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
      return save.final
        ? `Not saved: ${save.reason}`
        : `Not saved yet, trying again: ${save.reason}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-status-bar': RubricStatusBar
  }
}
