import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ChevronDown, Download, FilePlus2, Redo2, Search, Undo2, type IconNode } from 'lucide'
import { commandOf, type CommandId, type ViewName } from '../../contract/commands.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { icon } from '../elements/icon.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { moveFocus } from '../elements/move-focus.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { whyNot } from '../state/availability.ts'
import { initials } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { topBarStyles } from './top-bar-styles.ts'

/** The views of the window, each with what shows it. */
const VIEW_COMMANDS = [
  ['annotate', 'view.annotate'],
  ['review', 'view.review'],
  ['figures', 'view.figures'],
] as const satisfies readonly (readonly [ViewName, CommandId])[]

const MENU: readonly (CommandId | null)[] = [
  'project.new',
  'project.open',
  'project.sample',
  null,
  'import.files',
  'import.folder',
  'export.jsonl',
  'export.adjudicated',
  null,
  'packs.send',
  'packs.undo',
  null,
  'backups.make',
  'backups.restore',
  null,
  'labels.manage',
  'project.blind',
  'annotator.name',
  'view.reading',
  'help.keys',
  'help.about',
]

/**
 * The project's name with the menu behind it, import, export, finding anything, and who marks.
 * @fires rubric-command - A command was chosen; the detail is its id.
 */
@customElement('rubric-top-bar')
export class RubricTopBar extends LatePanel {
  static override styles = [sharedStyles, buttonStyles, topBarStyles]

  @query('[popover]') private readonly _menu!: HTMLElement

  @property({ attribute: false }) workspace!: Workspace

  private _run(id: CommandId): void {
    this._menu.hidePopover()
    this.dispatchEvent(new CustomEvent('rubric-command', { detail: id }))
  }

  private _open(path: string): void {
    this._menu.hidePopover()
    void this.workspace.changes.make('project.open', { path })
  }

  private _toggled(event: ToggleEvent): void {
    if (event.newState === 'open') this._items()[0]?.focus()
  }

  private _menuKey(event: KeyboardEvent): void {
    moveFocus(event, this._items(), 'ArrowDown', 'ArrowUp')
  }

  private _items(): readonly HTMLButtonElement[] {
    return [...this._menu.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  }

  protected override render(): TemplateResult {
    const { project, annotator } = this.workspace.state.get() ?? {}
    return html`
      <button
        type="button"
        class="quiet project"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-label="Project menu: ${project?.name ?? 'no project'}"
      >
        <span class="tile" aria-hidden="true">R</span>
        <span>${project?.name ?? 'Rubricator'}</span>
        ${icon(ChevronDown, 14)}
      </button>
      <div
        id="menu"
        popover
        role="menu"
        aria-label="Project"
        @toggle=${this._toggled}
        @keydown=${this._menuKey}
      >
        ${MENU.map((id) => (id === null ? html`<hr />` : this._renderItem(id)))}
        ${this._renderRecent()}
      </div>
      <span class="space"></span>
      ${this._renderViews()}
      <span class="space"></span>
      ${this._renderHistory('history.undo', Undo2)} ${this._renderHistory('history.redo', Redo2)}
      <button
        type="button"
        class="quiet"
        ?disabled=${whyNot('import.files', this.workspace) !== null}
        title="Import text files or datasets"
        @click=${() => this._run('import.files')}
      >
        ${icon(FilePlus2, 15)}<span class="wide">Import</span>
      </button>
      <button
        type="button"
        class="quiet"
        ?disabled=${whyNot('export.jsonl', this.workspace) !== null}
        title="Export this project as JSONL"
        @click=${() => this._run('export.jsonl')}
      >
        ${icon(Download, 15)}<span class="wide">Export</span>
      </button>
      ${this._renderFind()}
      ${
        annotator
          ? html`<button
              type="button"
              class="quiet annotator"
              title=${annotator.name}
              aria-label="Annotator: ${annotator.name}"
              @click=${() => this._run('annotator.name')}
            >
              ${initials(annotator.name)}
            </button>`
          : nothing
      }
    `
  }

  private _renderViews(): TemplateResult | typeof nothing {
    const { workspace } = this
    if (!workspace.state.get()?.project) return nothing
    const view = workspace.view.get()
    return html`<div class="views" role="group" aria-label="View">
      ${VIEW_COMMANDS.map(
        ([name, id]) =>
          html`<button
            type="button"
            aria-pressed=${name === view ? 'true' : 'false'}
            title=${`${commandOf(id).title} (${this._keysOf(id)})`}
            @click=${() => this._run(id)}
          >
            ${commandOf(id).title}
          </button>`,
      )}
    </div>`
  }

  private _renderHistory(id: 'history.undo' | 'history.redo', node: IconNode): TemplateResult {
    const { title } = commandOf(id)
    const keys = this._keysOf(id)
    return html`<button
      type="button"
      class="quiet"
      aria-label=${title}
      title=${keys === '' ? title : `${title} (${keys})`}
      ?disabled=${whyNot(id, this.workspace) !== null}
      @click=${() => this._run(id)}
    >
      ${icon(node, 15)}
    </button>`
  }

  /** It looks like a field, and opens one: where it is, everything is found. */
  private _renderFind(): TemplateResult {
    const keys = this._keysOf('palette.open')
    return html`<button
      type="button"
      class="find"
      aria-label="Find anything"
      aria-haspopup="dialog"
      title="Find a command, a label or an article"
      @click=${() => this._run('palette.open')}
    >
      ${icon(Search, 15)}<span>Find anything</span>
      ${keys === '' ? nothing : html`<kbd aria-hidden="true">${keys}</kbd>`}
    </button>`
  }

  /** A command's keys as they are written beside it; empty when it has none. */
  private _keysOf(id: CommandId): string {
    const isMac = this.workspace.state.get()?.host.platform === 'darwin'
    const chord = this.workspace.keys.shown(id)
    return chord === undefined ? '' : keyCaps(chord, isMac).join(isMac ? '' : '+')
  }

  private _renderItem(id: CommandId): TemplateResult {
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      ?disabled=${whyNot(id, this.workspace) !== null}
      @click=${() => this._run(id)}
    >
      <span>${commandOf(id).title}</span
      ><span class="keys" aria-hidden="true">${this._keysOf(id)}</span>
    </button>`
  }

  private _renderRecent(): TemplateResult | typeof nothing {
    const state = this.workspace.state.get()
    const recent = state?.recent.filter(({ path }) => path !== state.project?.path) ?? []
    if (recent.length === 0) return nothing
    return html`<hr />
      <p class="caption">Recent projects</p>
      ${recent.map(
        ({ name, path }) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            title=${path}
            ?disabled=${!this.workspace.inCharge.get()}
            @click=${() => this._open(path)}
          >
            <span>${name}</span>
          </button>`,
      )}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-top-bar': RubricTopBar
  }
  interface HTMLElementEventMap {
    'rubric-command': CustomEvent<CommandId>
  }
}
