import { SignalWatcher } from '@lit-labs/signals'
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { nameField } from './name-field.ts'
import { problemLine } from './problem-line.ts'
import { programMark, programMarkStyles } from './program-mark.ts'
import { Submission } from './submission.ts'

/** The first thing a person sees: asks for the name that marks carry, then opens the sample. */
@customElement('rubric-welcome-dialog')
export class RubricWelcomeDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    programMarkStyles,
    css`
      .mark {
        float: right;
        margin: -36px 0 0 16px;
      }

      .actions {
        justify-content: space-between;
        align-items: center;
      }
    `,
  ]

  @query('input') private readonly _name!: HTMLInputElement
  private readonly _submission = new Submission(this)

  @property({ attribute: false }) workspace!: Workspace

  private async _begin(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { workspace, _submission: submission } = this
    const name = this._name.value.trim()
    if (!(await submission.change(workspace, 'annotator.name', { name }))) return
    const hasProject = (workspace.state.get()?.project ?? null) !== null
    if (!hasProject && !(await submission.change(workspace, 'project.sample', {}))) return
    workspace.dialog.set(null)
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const hasProject = (workspace.state.get()?.project ?? null) !== null
    // A window that may only look could not give the answer.
    return html`<rubric-dialog
      heading="Who is marking?"
      ?required=${workspace.inCharge.get()}
      @rubric-dismiss=${() => workspace.dialog.set(null)}
    >
      ${programMark()}
      <p class="lead">
        Every mark carries the name of the person who made it, so that colleagues can compare theirs
        with yours. It is kept on this machine only, like everything in Rubricator.
      </p>
      <form @submit=${this._begin} aria-busy=${this._submission.isBusy}>
        <div class="field">${nameField('Your name', '')}</div>
        ${problemLine(this._submission.problem)}
        <div class="actions">
          <p class="hint">
            ${
              hasProject
                ? 'You can change it later.'
                : 'Begins with five sample articles. You can change the name later.'
            }
          </p>
          <button class="primary">Begin</button>
        </div>
      </form>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-welcome-dialog': RubricWelcomeDialog
  }
}
