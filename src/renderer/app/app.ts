import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CommandId } from '../../contract/commands.ts'
import '../dialogs/dialogs.ts'
import '../elements/splitter.ts'
import '../find/find-bar.ts'
import { baseStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import '../figures/figures.ts'
import '../history/history-panel.ts'
import type { RubricHistoryPanel } from '../history/history-panel.ts'
import '../inspector/inspector.ts'
import type { RubricInspector } from '../inspector/inspector.ts'
import type { LabelChoice } from '../label-bar/label-bar.ts'
import '../label-bar/label-bar.ts'
import '../library/library.ts'
import type { RubricLibrary } from '../library/library.ts'
import '../reader/reader.ts'
import '../review/review.ts'
import type { RubricReview } from '../review/review.ts'
import type { RubricReader } from '../reader/reader.ts'
import '../palette/command-palette.ts'
import { ImportSession } from '../state/import-session.ts'
import { activeField } from '../state/active-field.ts'
import { chooseLabel, type LabelGesture } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'
import '../status-bar/status-bar.ts'
import { KeyController } from './key-controller.ts'
import './announcements.ts'
import './notice.ts'
import { runCommand, waitsForArticle, type CommandTargets } from './run-command.ts'
import './top-bar.ts'

// The window itself and the text stand in the document and not in a shadow tree.
if (baseStyles.styleSheet) document.adoptedStyleSheets.push(baseStyles.styleSheet)

const DEFAULT_PANES = { library: 272, inspector: 328 }

/** The window: bars, three panes, dialogs, and the keys. It stands in the document itself. */
@customElement('rubric-app')
export class RubricApp extends SignalWatcher(LitElement) {
  @query('rubric-library') private readonly _library!: RubricLibrary
  @query('rubric-reader') private readonly _reader!: RubricReader
  @query('rubric-inspector') private readonly _inspector!: RubricInspector
  @query('rubric-history-panel') private readonly _history!: RubricHistoryPanel
  @query('rubric-review') private readonly _review!: RubricReview

  @state() private _panes: { readonly library: number; readonly inspector: number } | null = null
  @state() private _isDropping = false

  @property({ attribute: false }) workspace!: Workspace

  private _imports!: ImportSession

  constructor() {
    super()
    const keys = new KeyController({
      table: () => ({
        commands: this.workspace.keys.byChord.get(),
        labels: this.workspace.keys.labelKeys.get(),
      }),
      command: (id, extend, isHeld) => this._run(id, extend, isHeld),
      label: (key, exact, another) => this._chooseLabelByKey(key, exact, another),
    })
    this.addController(keys)
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this._imports ??= new ImportSession(this.workspace)
    // On the whole document: a file dropped elsewhere would make the browser leave this page.
    document.addEventListener('dragenter', this._drag)
    document.addEventListener('dragover', this._drag)
    document.addEventListener('dragleave', this._drag)
    document.addEventListener('drop', this._drop)
    window.addEventListener('beforeunload', this._unload)
    void this.workspace.start((id) => this._runFromMenu(id))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('dragenter', this._drag)
    document.removeEventListener('dragover', this._drag)
    document.removeEventListener('dragleave', this._drag)
    document.removeEventListener('drop', this._drop)
    window.removeEventListener('beforeunload', this._unload)
  }

  /** Whether the keys belong to a dialog just now. */
  get isBusy(): boolean {
    const dialog = this.workspace.dialog.get()
    if (this.workspace.unsaved.question.get() !== null) return true
    // The text is seen and worked on while it is set in another way.
    return dialog !== null && dialog !== 'reading'
  }

  private get _targets(): CommandTargets {
    return {
      workspace: this.workspace,
      imports: this._imports,
      library: this._library,
      reader: this._reader,
      inspector: this._inspector,
      history: this._history,
      review: this._review,
    }
  }

  private _run(id: CommandId, extend = false, isHeld = false): boolean {
    if (this.isBusy) return false
    if (!this.workspace.isOpening || !waitsForArticle(id)) {
      return runCommand(id, this._targets, extend)
    }
    // Every press waits for its turn; a key that is held only goes on as fast as articles open.
    if (isHeld) return true
    this.workspace.whenOpened(() => runCommand(id, this._targets, extend))
    return true
  }

  /** The menu does not know where the keyboard is: in a field, undoing means what was typed. */
  private _runFromMenu(id: CommandId): void {
    if (activeField() !== null && id === 'history.undo') document.execCommand('undo')
    else if (activeField() !== null && id === 'history.redo') document.execCommand('redo')
    else this._run(id)
  }

  private _chooseLabelByKey(key: string, exact: boolean, another: boolean): boolean {
    if (this.isBusy) return false
    const label = this.workspace.labels.get().find((candidate) => candidate.key === key)
    if (label === undefined) return false
    this._choose(label.name, { via: 'keyboard', exact, another })
    return true
  }

  private _chooseLabelByMouse({ detail }: CustomEvent<LabelChoice>): void {
    this._choose(detail.label, { via: 'mouse', exact: detail.exact, another: false })
  }

  private _chooseLabelInPalette({ detail }: CustomEvent<string>): void {
    this._choose(detail, { via: 'keyboard', exact: false, another: false })
  }

  private _choose(label: string, gesture: Omit<LabelGesture, 'fresh'>): void {
    this.workspace.whenOpened(() => {
      chooseLabel(this.workspace, label, { ...gesture, fresh: this._reader.freshSelection })
    })
  }

  private _resize(pane: 'library' | 'inspector', event: CustomEvent<number>): void {
    this._panes = { ...this._widths, [pane]: event.detail }
  }

  private _rememberPanes(): void {
    if (this._panes && this.workspace.inCharge.get()) {
      void this.workspace.ask('settings.remember', { panes: this._panes })
    }
  }

  private get _widths(): { readonly library: number; readonly inspector: number } {
    return this._panes ?? this.workspace.state.get()?.panes ?? DEFAULT_PANES
  }

  private readonly _drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = this.isBusy ? 'none' : 'copy'
    const isLeaving = event.type === 'dragleave' && event.relatedTarget === null
    this._isDropping = !this.isBusy && !isLeaving
  }

  private readonly _drop = (event: DragEvent): void => {
    this._isDropping = false
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    void this._imports.startFromDrop(event.dataTransfer)
  }

  /** In a browser the page may be left at any time; Electron's window asks by itself. */
  private readonly _unload = (event: BeforeUnloadEvent): void => {
    void this.workspace.flush()
    const isBrowser = this.workspace.state.get()?.host.kind === 'browser'
    if (isBrowser && this.workspace.save.get().type !== 'saved') event.preventDefault()
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const { library, inspector } = this._widths
    const view = workspace.view.get()
    const isAnnotating = view === 'annotate'
    const project = workspace.state.get()?.project
    document.title = project ? `${project.name} – Rubricator` : 'Rubricator'
    return html`
      <div
        class="window"
        ${styleProperties({ '--library': `${library}px`, '--inspector': `${inspector}px` })}
      >
        <rubric-top-bar
          role="banner"
          .workspace=${workspace}
          @rubric-command=${(event: CustomEvent<CommandId>) => this._run(event.detail)}
        ></rubric-top-bar>
        <nav aria-label="Library" ?hidden=${!isAnnotating}>
          <rubric-library
            .workspace=${workspace}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-library>
        </nav>
        <main ?hidden=${!isAnnotating}>
          <rubric-splitter
            label="Width of the library"
            .width=${library}
            @rubric-resize=${(event: CustomEvent<number>) => this._resize('library', event)}
            @rubric-resized=${this._rememberPanes}
          ></rubric-splitter>
          <rubric-label-bar
            .workspace=${workspace}
            @rubric-label=${this._chooseLabelByMouse}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-label-bar>
          <rubric-reader .workspace=${workspace}></rubric-reader>
          <rubric-find-bar
            .workspace=${workspace}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-find-bar>
          <rubric-splitter
            label="Width of the inspector"
            trailing
            .width=${inspector}
            @rubric-resize=${(event: CustomEvent<number>) => this._resize('inspector', event)}
            @rubric-resized=${this._rememberPanes}
          ></rubric-splitter>
        </main>
        <aside aria-label="Inspector" ?hidden=${!isAnnotating}>
          <rubric-inspector
            .workspace=${workspace}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-inspector>
          <rubric-history-panel
            .workspace=${workspace}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-history-panel>
        </aside>
        <rubric-review
          ?hidden=${view !== 'review'}
          .workspace=${workspace}
          @rubric-command=${(event: CustomEvent<CommandId>) => this._run(event.detail)}
        ></rubric-review>
        ${
          view === 'figures'
            ? html`<rubric-figures .workspace=${workspace}></rubric-figures>`
            : nothing
        }
        <rubric-status-bar
          role="contentinfo"
          .workspace=${workspace}
          @rubric-command=${(event: CustomEvent<CommandId>) => this._run(event.detail)}
        ></rubric-status-bar>
      </div>
      ${
        this._isDropping
          ? html`<div class="drop-target" aria-hidden="true"><p>Drop to import</p></div>`
          : nothing
      }
      <rubric-notice .notices=${workspace.notices}></rubric-notice>
      <rubric-announcements
        class="visually-hidden"
        role="log"
        aria-label="Announcements"
        .notices=${workspace.notices}
      ></rubric-announcements>
      <rubric-command-palette
        .workspace=${workspace}
        @rubric-command=${(event: CustomEvent<CommandId>) => this._run(event.detail)}
        @rubric-choose-label=${this._chooseLabelInPalette}
      ></rubric-command-palette>
      <rubric-dialogs .workspace=${workspace} .session=${this._imports}></rubric-dialogs>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-app': RubricApp
  }
}
