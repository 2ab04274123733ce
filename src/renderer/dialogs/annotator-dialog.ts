import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { nameField } from './name-field.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

/** Renames the annotator. */
@customElement('rubric-annotator-dialog')
export class RubricAnnotatorDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    css`
      code {
        font:
          500 12px/16px ui-monospace,
          monospace;
        color: var(--ink);
        overflow-wrap: anywhere;
      }
    `,
  ]

  @query('input') private readonly _name!: HTMLInputElement
  private readonly _submission = new Submission(this)

  @property({ attribute: false }) workspace!: Workspace

  protected override firstUpdated(): void {
    this._name.select()
  }

  private async _save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const name = this._name.value.trim()
    const isDone = await this._submission.change(this.workspace, 'annotator.name', { name })
    if (isDone) this._close()
  }

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  protected override render(): TemplateResult {
    const annotator = this.workspace.state.get()?.annotator ?? null
    return html`<rubric-dialog heading="Annotator" @rubric-dismiss=${this._close}>
      <p class="lead">The name under which your marks are shown, in every project.</p>
      <form @submit=${this._save} aria-busy=${this._submission.isBusy}>
        <div class="field">
          ${nameField('Your name', annotator?.name ?? '')}
          ${
            annotator === null
              ? null
              : html`<p class="hint">
                  Your id, <code>${annotator.id}</code>, stays as it is: marks and exports refer to
                  it.
                </p>`
          }
        </div>
        ${problemLine(this._submission.problem)}
        <div class="actions">
          <button type="button" class="quiet" @click=${this._close}>Cancel</button>
          <button class="primary">Save</button>
        </div>
      </form>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-annotator-dialog': RubricAnnotatorDialog
  }
}
