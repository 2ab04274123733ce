import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { CornerLeftUp, Folder } from 'lucide'
import type { CallReply } from '../../contract/calls.ts'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import { folderBrowserStyles } from './folder-browser-styles.ts'
import { problemLine } from './problem-line.ts'
import { Submission } from './submission.ts'

type FolderView = CallReply<'folder.list'>
type Entry = FolderView['folders'][number]

/** A folder was chosen. */
export class FolderChooseEvent extends Event {
  readonly path: string

  constructor(path: string) {
    super('rubric-folder-choose')
    this.path = path
  }
}

/**
 * Finds a folder of this machine, for hosts without the system's dialog.
 * @fires rubric-folder-choose - With the path: of the folder shown, or of a project in it.
 */
@customElement('rubric-folder-browser')
export class RubricFolderBrowser extends LitElement {
  static override styles = [
    sharedStyles,
    buttonStyles,
    dialogStyles,
    folderBrowserStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]

  @state() private _view: FolderView | null = null
  @state() private _active = 0
  private readonly _submission = new Submission(this)

  @property({ attribute: false }) workspace!: Workspace
  /** The folder shown at first; the home folder when there is none. */
  @property() path: string | null = null
  /** Whether the person looks for a project to open, or for a place to put a new one. */
  @property() purpose: 'open-project' | 'new-project' = 'open-project'

  protected override firstUpdated(): void {
    void this._open(this.path).then(() => this._list?.focus())
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_active')) {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
    }
  }

  private get _list(): HTMLElement | null {
    return this.renderRoot.querySelector('[role=listbox]')
  }

  /** Shows a folder, with the one that the person comes from selected. */
  private async _open(path: string | null, from: string | null = null): Promise<void> {
    await this._submission.run(async () => {
      const { client } = this.workspace
      // The folder for projects may not exist before the first one does.
      const view = await client.call('folder.list', { path }).catch((error: unknown) => {
        if (path === null || this._view !== null) throw error
        return client.call('folder.list', { path: null })
      })
      this._view = view
      this._active = Math.max(
        0,
        view.folders.findIndex((folder) => folder.path === from),
      )
    })
    await this.updateComplete
  }

  private _up(): void {
    if (this._view?.parent) void this._open(this._view.parent, this._view.path)
  }

  private _choose(path: string): void {
    this.dispatchEvent(new FolderChooseEvent(path))
  }

  private _enter(folder: Entry | undefined): void {
    if (folder === undefined) return
    if (!folder.isProject) void this._open(folder.path)
    else if (this.purpose === 'open-project') this._choose(folder.path)
  }

  private _key(event: KeyboardEvent): void {
    const { _view: view, _active: active } = this
    if (view === null || event.ctrlKey || event.metaKey || event.altKey) return
    const last = view.folders.length - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
    }
    const move = moves[event.key]
    if (move !== undefined) this._active = Math.max(0, move)
    else if (event.key === 'Enter' || event.key === 'ArrowRight') this._enter(view.folders[active])
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') this._up()
    else if (event.key.length === 1) this._jump(event.key)
    else return
    event.preventDefault()
  }

  /** Goes to the next folder whose name begins with a letter. */
  private _jump(letter: string): void {
    const folders = this._view?.folders ?? []
    const next = [...folders.keys()].map((step) => (this._active + 1 + step) % folders.length)
    const begins = (index: number): boolean =>
      folders[index]?.name.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()) === true
    this._active = next.find(begins) ?? this._active
  }

  private _row(folder: Entry, index: number): TemplateResult {
    return html`<li
      role="option"
      id="folder-${index}"
      aria-selected=${index === this._active}
      aria-disabled=${folder.isProject && this.purpose === 'new-project'}
      @click=${() => (this._active = index)}
      @dblclick=${() => this._enter(folder)}
    >
      ${folder.isProject ? html`<span class="tile" aria-hidden="true">R</span>` : icon(Folder)}
      <span class="name">${folder.name}</span>
      ${folder.isProject ? html`<span class="kind">project</span>` : nothing}
    </li>`
  }

  protected override render(): TemplateResult {
    const { _view: view } = this
    const folders = view?.folders ?? []
    const opens = this.purpose === 'open-project'
    return html`<div class="browser" aria-busy=${this._submission.isBusy}>
        <div class="bar">
          <button
            type="button"
            class="quiet"
            aria-label="Up"
            title="Up (Backspace)"
            ?disabled=${!view?.parent}
            @click=${this._up}
          >
            ${icon(CornerLeftUp)}
          </button>
          <span class="place" title=${view?.path ?? ''}><bdi>${view?.path ?? ''}</bdi></span>
          <button
            type="button"
            ?disabled=${view === null}
            @click=${() => view && this._choose(view.path)}
          >
            ${opens ? 'Open This Folder' : 'Use This Folder'}
          </button>
        </div>
        <ul
          role="listbox"
          aria-label="Folders"
          tabindex="0"
          aria-activedescendant=${folders.length > 0 ? `folder-${this._active}` : nothing}
          @keydown=${this._key}
        >
          ${repeat(
            folders,
            ({ path }) => path,
            (folder, index) => this._row(folder, index),
          )}
        </ul>
        ${
          view !== null && folders.length === 0
            ? html`<p class="empty">No folders in here.</p>`
            : nothing
        }
      </div>
      ${problemLine(this._submission.problem)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-folder-browser': RubricFolderBrowser
  }
  interface HTMLElementEventMap {
    'rubric-folder-choose': FolderChooseEvent
  }
}
