import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { projectPath } from '../../core/project/project-path.ts'
import '../elements/dialog.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import type { FolderChooseEvent } from './folder-browser.ts'
import './folder-browser.ts'
import { nameField } from './name-field.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

/** Makes a project in a new or empty folder and opens it. */
@customElement('rubric-new-project-dialog')
export class RubricNewProjectDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, dialogStyles]

  private readonly _submission = new Submission(this)
  @state() private _name = ''
  /** The folder that the project's own is proposed in, once one was chosen. */
  @state() private _place: string | null = null
  /** The project's folder, once it was written by hand or chosen in the system's dialog. */
  @state() private _folder: string | null = null
  @state() private _isBrowsing = false

  @property({ attribute: false }) workspace!: Workspace

  private get _path(): string {
    const place = this._place ?? this.workspace.state.get()?.projectsFolder ?? ''
    return this._folder ?? projectPath(place, this._name.trim())
  }

  /** Where the system has a dialog for folders, they are chosen there and never typed. */
  private get _isPicked(): boolean {
    return this.workspace.state.get()?.host.nativeDialogs === true
  }

  private async _choose(): Promise<void> {
    if (!this._isPicked) {
      this._isBrowsing = !this._isBrowsing
      return
    }
    await this._submission.run(async () => {
      const { client } = this.workspace
      const picked = await client.call('folder.pick', { purpose: 'new-project' })
      this._folder = picked ?? this._folder
    })
  }

  private _take({ path }: FolderChooseEvent): void {
    this._place = path
    this._folder = null
    this._isBrowsing = false
    this.renderRoot.querySelector<HTMLElement>('#folder')?.focus()
  }

  private async _create(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const project = { path: this._path.trim(), name: this._name.trim() }
    if (await this._submission.change(this.workspace, 'project.create', project)) this._close()
  }

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  private _folderField(): TemplateResult {
    return html`<div class="field">
      <label for="folder">Folder</label>
      <div class="beside">
        <input
          id="folder"
          name="folder"
          required
          maxlength="4096"
          autocomplete="off"
          spellcheck="false"
          ?readonly=${this._isPicked}
          aria-describedby="folder-hint"
          .value=${this._path}
          @input=${(event: InputEvent) =>
            (this._folder = (event.currentTarget as HTMLInputElement).value)}
        />
        <button type="button" @click=${this._choose}>Choose…</button>
      </div>
      <p class="hint" id="folder-hint">A new or an empty folder. The project lives in it, whole.</p>
    </div>`
  }

  protected override render(): TemplateResult {
    const place = this._place ?? this.workspace.state.get()?.projectsFolder ?? null
    return html`<rubric-dialog heading="New Project" @rubric-dismiss=${this._close}>
      <p class="lead">A project holds articles, their labels and everyone’s marks.</p>
      <form id="form" @submit=${this._create} aria-busy=${this._submission.isBusy}>
        <div class="field">${nameField('Name', this._name, (typed) => (this._name = typed))}</div>
        ${this._folderField()}
        ${
          this._isBrowsing
            ? html`<rubric-folder-browser
                purpose="new-project"
                .workspace=${this.workspace}
                .path=${place}
                @rubric-folder-choose=${this._take}
              ></rubric-folder-browser>`
            : nothing
        }
        ${problemLine(this._submission.problem)}
      </form>
      <div slot="footer" class="actions">
        <button type="button" class="quiet" @click=${this._close}>Cancel</button>
        <button class="primary" form="form">Create Project</button>
      </div>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-new-project-dialog': RubricNewProjectDialog
  }
}
