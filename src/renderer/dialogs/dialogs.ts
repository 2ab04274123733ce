import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportSession } from '../state/import-session.ts'
import type { DialogName, Workspace } from '../state/workspace.ts'
import './about-dialog.ts'
import './annotator-dialog.ts'
import './backups-dialog.ts'
import './comments-dialog.ts'
import './import-dialog.ts'
import './keys-dialog.ts'
import './labels-dialog.ts'
import './new-project-dialog.ts'
import './open-project-dialog.ts'
import './pack-dialog.ts'
import './send-dialog.ts'
import './unsaved-dialog.ts'
import './welcome-dialog.ts'

/** The dialog that is open, if one is, and before it what is asked about unsaved marks. */
@customElement('rubric-dialogs')
export class RubricDialogs extends SignalWatcher(LitElement) {
  @property({ attribute: false }) workspace!: Workspace
  @property({ attribute: false }) session!: ImportSession

  protected override render(): TemplateResult {
    const name = this.workspace.dialog.get()
    const question = this.workspace.unsaved.question.get()
    return html`${name === null ? nothing : this._dialog(name)}
    ${
      question === null
        ? nothing
        : html`<rubric-unsaved-dialog .workspace=${this.workspace}></rubric-unsaved-dialog>`
    }`
  }

  private _dialog(name: DialogName): TemplateResult | typeof nothing {
    const { workspace, session } = this
    switch (name) {
      case 'welcome':
        return html`<rubric-welcome-dialog .workspace=${workspace}></rubric-welcome-dialog>`
      case 'annotator':
        return html`<rubric-annotator-dialog .workspace=${workspace}></rubric-annotator-dialog>`
      case 'new-project':
        return html`<rubric-new-project-dialog .workspace=${workspace}></rubric-new-project-dialog>`
      case 'open-project':
        return html`<rubric-open-project-dialog
          .workspace=${workspace}
        ></rubric-open-project-dialog>`
      case 'import':
        return html`<rubric-import-dialog
          .workspace=${workspace}
          .session=${session}
        ></rubric-import-dialog>`
      case 'backups':
        return html`<rubric-backups-dialog .workspace=${workspace}></rubric-backups-dialog>`
      case 'labels':
        return html`<rubric-labels-dialog .workspace=${workspace}></rubric-labels-dialog>`
      case 'comments':
        return html`<rubric-comments-dialog .workspace=${workspace}></rubric-comments-dialog>`
      case 'pack':
        return html`<rubric-pack-dialog .workspace=${workspace}></rubric-pack-dialog>`
      case 'send':
        return html`<rubric-send-dialog .workspace=${workspace}></rubric-send-dialog>`
      case 'keys':
        return html`<rubric-keys-dialog .workspace=${workspace}></rubric-keys-dialog>`
      case 'about':
        return html`<rubric-about-dialog .workspace=${workspace}></rubric-about-dialog>`
      case 'palette':
      case 'reading':
        // They stand beside what opens them, and not among the dialogs.
        return nothing
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-dialogs': RubricDialogs
  }
}
