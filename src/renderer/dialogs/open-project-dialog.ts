import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { BookOpenText, Folder } from 'lucide'
import '../elements/dialog.ts'
import { icon } from '../elements/icon.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import type { FolderChooseEvent } from './folder-browser.ts'
import './folder-browser.ts'
import { openProjectStyles } from './open-project-styles.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

/** Opens a project: one of the last ones, the sample, or any folder that holds one. */
@customElement('rubric-open-project-dialog')
export class RubricOpenProjectDialog extends SignalWatcher(LitElement) {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    openProjectStyles,
  ]

  private readonly _submission = new Submission(this)
  @state() private _path = ''
  @state() private _isBrowsing = false

  @property({ attribute: false }) workspace!: Workspace

  private async _open(path: string): Promise<void> {
    this._path = path
    if (await this._submission.change(this.workspace, 'project.open', { path })) this._close()
  }

  private async _openSample(): Promise<void> {
    if (await this._submission.change(this.workspace, 'project.sample', {})) this._close()
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
    let picked: string | null = null
    await this._submission.run(async () => {
      const { client } = this.workspace
      picked = await client.call('folder.pick', { purpose: 'open-project' })
    })
    if (picked !== null) await this._open(picked)
  }

  private _submit(event: SubmitEvent): void {
    event.preventDefault()
    void this._open(this._path.trim())
  }

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  private _recent(): TemplateResult {
    const current = this.workspace.state.get()?.project?.path
    const recent = this.workspace.state.get()?.recent ?? []
    return html`<h3 id="recent" ?hidden=${recent.length === 0}>Recent</h3>
      <ul class="projects" aria-labelledby="recent" ?hidden=${recent.length === 0}>
        ${recent.map(
          ({ name, path }) =>
            html`<li>
              <button type="button" class="project" @click=${() => this._open(path)}>
                <span class="tile" aria-hidden="true">R</span>
                <span class="name">${name}</span>
                ${path === current ? html`<span class="open">open now</span>` : nothing}
                <span class="path">${path}</span>
              </button>
            </li>`,
        )}
      </ul>`
  }

  private _chooser(): TemplateResult {
    return html`<button
      type="button"
      aria-expanded=${this._isPicked ? nothing : this._isBrowsing}
      @click=${this._choose}
    >
      ${icon(Folder)} Other folder…
    </button>`
  }

  private _picker(): TemplateResult {
    return html`<div class="beside" aria-busy=${this._submission.isBusy}>${this._chooser()}</div>
      ${problemLine(this._submission.problem)}`
  }

  private _form(): TemplateResult {
    return html`<form id="form" @submit=${this._submit} aria-busy=${this._submission.isBusy}>
      <div class="field">
        <label for="path">Path of a project’s folder</label>
        <div class="beside">
          <input
            id="path"
            name="path"
            required
            maxlength="4096"
            autocomplete="off"
            spellcheck="false"
            .value=${this._path}
            @input=${(event: InputEvent) =>
              (this._path = (event.currentTarget as HTMLInputElement).value)}
          />
          ${this._chooser()}
        </div>
      </div>
      ${
        this._isBrowsing
          ? html`<rubric-folder-browser
              .workspace=${this.workspace}
              .path=${this.workspace.state.get()?.projectsFolder ?? null}
              @rubric-folder-choose=${({ path }: FolderChooseEvent) => this._open(path)}
            ></rubric-folder-browser>`
          : nothing
      }
      ${problemLine(this._submission.problem)}
    </form>`
  }

  protected override render(): TemplateResult {
    return html`<rubric-dialog heading="Open Project" @rubric-dismiss=${this._close}>
      ${this._recent()}
      <h3 id="sample">To try things out</h3>
      <ul class="projects" aria-labelledby="sample">
        <li>
          <button type="button" class="project" @click=${this._openSample}>
            ${icon(BookOpenText)}
            <span class="name">Sample project</span>
            <span class="path">Five articles on Idlib in 2020, marked by two annotators</span>
          </button>
        </li>
      </ul>
      <h3>Elsewhere</h3>
      ${this._isPicked ? this._picker() : this._form()}
      <div slot="footer" class="actions">
        <button type="button" class="quiet" @click=${this._close}>Cancel</button>
        ${
          this._isPicked ? nothing : html`<button class="primary" form="form">Open Project</button>`
        }
      </div>
    </rubric-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-open-project-dialog': RubricOpenProjectDialog
  }
}
