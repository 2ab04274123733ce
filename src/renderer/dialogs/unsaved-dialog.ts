import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Check } from 'lucide'
import '../elements/dialog.ts'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { GivingUp } from '../state/unsaved-work.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { problemLine } from './problem-line.ts'
import { describeLoss, totalOf } from './unsaved-words.ts'

/** Rows shown; the others are counted. */
const SHOWN = 8

const WORDS: Readonly<Record<GivingUp, { readonly go: string; readonly stay: string }>> = {
  close: { go: 'Close Without Saving', stay: 'Stay' },
  open: { go: 'Go On Without Saving', stay: 'Stay' },
  restore: { go: 'Restore Without Saving', stay: 'Stay' },
  labels: { go: 'Change Without Saving', stay: 'Stay' },
  discard: { go: 'Discard', stay: 'Keep' },
}

/** Asks before marks are given up that are not saved: says what would be lost, and offers ways out. */
@customElement('rubric-unsaved-dialog')
export class RubricUnsavedDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    dialogStyles,
    css`
      rubric-dialog {
        --dialog-width: 520px;
      }

      ul {
        margin: 16px 0;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        justify-content: space-between;
        padding: 7px 0;
        border-bottom: 1px solid var(--hairline);
      }

      .title {
        flex: 1 1 160px;
        min-width: 0;
        overflow: hidden;
        font-weight: 550;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .loss,
      .others {
        flex: 0 1 auto;
        color: var(--soft);
      }

      .exported {
        display: flex;
        gap: 8px;
        margin-top: 12px;
        overflow-wrap: anywhere;
      }

      .exported .icon {
        flex: none;
        margin-top: 2px;
        color: var(--good);
      }

      .actions {
        flex-wrap: wrap;
      }

      .way-out {
        display: flex;
        flex: auto;
        gap: 8px;
        margin-inline-start: -10px;
      }
    `,
  ]

  @state() private _exported: string | null = null
  @state() private _problem: string | null = null

  @property({ attribute: false }) workspace!: Workspace

  private _answer(isGoing: boolean): void {
    this.workspace.unsaved.answer(isGoing)
  }

  private async _retry(): Promise<void> {
    this._problem = null
    await this.workspace.unsaved.retry()
  }

  private async _export(): Promise<void> {
    const { unsaved, notices } = this.workspace
    this._problem = null
    this._exported = null
    notices.close()
    const told = await unsaved.export()
    if (told !== undefined) this._exported = told
    // The notice would stand behind the dialog.
    else this._problem = notices.current.get()?.text ?? null
    notices.close()
  }

  private _losses(): TemplateResult {
    const losses = this.workspace.unsaved.losses.get()
    const others = losses.length - SHOWN
    return html`<ul aria-label="What is not saved">
      ${losses.slice(0, SHOWN).map(
        (loss) =>
          html`<li>
            <bdi class="title" title=${loss.title}>${loss.title}</bdi>
            <span class="loss">${describeLoss(loss)}</span>
          </li>`,
      )}
      ${others > 0 ? html`<li class="others">and ${others} more</li>` : nothing}
    </ul>`
  }

  protected override render(): TemplateResult {
    const { unsaved } = this.workspace
    const purpose = unsaved.question.get()?.purpose ?? 'discard'
    const { go, stay } = WORDS[purpose]
    const isTrying = unsaved.isTrying.get()
    return html`<rubric-dialog
      heading="Not everything is saved"
      @rubric-dismiss=${() => this._answer(false)}
    >
      <p class="lead">
        ${totalOf(unsaved.losses.get())} only in this window and would be lost. Try again, or export
        everything to another place, from where it can be imported.
      </p>
      ${this._losses()} ${problemLine(this._problem ?? unsaved.reason.get())}
      <div role="status">
        ${
          this._exported === null
            ? nothing
            : html`<p class="exported">${icon(Check)} ${this._exported}</p>`
        }
      </div>
      <div slot="footer" class="actions">
        <span class="way-out">
          <button type="button" class="quiet" @click=${() => this._answer(true)}>${go}</button>
        </span>
        <button type="button" @click=${() => this._answer(false)}>${stay}</button>
        <button type="button" class="export" @click=${this._export}>Export…</button>
        <button
          type="button"
          class="primary"
          autofocus
          aria-disabled=${isTrying}
          @click=${this._retry}
        >
          ${isTrying ? 'Trying…' : 'Try Again'}
        </button>
      </div>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-unsaved-dialog': RubricUnsavedDialog
  }
}
