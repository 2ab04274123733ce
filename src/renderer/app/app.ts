import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CommandId } from '../../contract/commands.ts'
import '../dialogs/dialogs.ts'
import '../elements/splitter.ts'
import { styleProperties } from '../elements/style-properties.ts'
import '../inspector/inspector.ts'
import type { RubricInspector } from '../inspector/inspector.ts'
import '../label-bar/label-bar.ts'
import '../library/library.ts'
import type { RubricLibrary } from '../library/library.ts'
import '../reader/reader.ts'
import type { RubricReader } from '../reader/reader.ts'
import { ImportSession } from '../state/import-session.ts'
import { chooseLabel } from '../state/marking.ts'
import type { Workspace } from '../state/workspace.ts'
import '../status-bar/status-bar.ts'
import { KeyController } from './key-controller.ts'
import './notice.ts'
import { runCommand, type CommandTargets } from './run-command.ts'
import './top-bar.ts'

const DEFAULT_PANES = { library: 272, inspector: 328 }

/** The window: bars, three panes, dialogs, and the keys. It stands in the document itself. */
@customElement('rubric-app')
export class RubricApp extends SignalWatcher(LitElement) {
  @query('rubric-library') private readonly _library!: RubricLibrary
  @query('rubric-reader') private readonly _reader!: RubricReader
  @query('rubric-inspector') private readonly _inspector!: RubricInspector

  @state() private _panes: { readonly library: number; readonly inspector: number } | null = null
  @state() private _isDropping = false

  @property({ attribute: false }) workspace!: Workspace

  private _imports!: ImportSession

  constructor() {
    super()
    const keys = new KeyController({
      command: (id, extend) => this._run(id, extend),
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
    void this.workspace.start((id) => this._run(id, false))
  }

  /** Whether the keys belong to a dialog just now. */
  get isBusy(): boolean {
    return this.workspace.dialog.get() !== null
  }

  private get _targets(): CommandTargets {
    return {
      workspace: this.workspace,
      imports: this._imports,
      library: this._library,
      reader: this._reader,
      inspector: this._inspector,
    }
  }

  private _run(id: CommandId, extend: boolean): boolean {
    if (this.isBusy) return false
    if (!this.workspace.isOpening) return runCommand(id, this._targets, extend)
    this.workspace.whenOpened(() => runCommand(id, this._targets, extend))
    return true
  }

  private _chooseLabelByKey(key: string, exact: boolean, another: boolean): boolean {
    const label = this.workspace.labels.get().find((candidate) => candidate.key === key)
    if (label === undefined) return false
    this.workspace.whenOpened(() => {
      const fresh = this._reader.freshSelection
      chooseLabel(this.workspace, label.name, { via: 'keyboard', fresh, exact, another })
    })
    return true
  }

  private _chooseLabelByMouse(event: CustomEvent<string>): void {
    const fresh = this._reader.freshSelection
    const gesture = { via: 'mouse', fresh, exact: false, another: false } as const
    chooseLabel(this.workspace, event.detail, gesture)
  }

  private _resize(pane: 'library' | 'inspector', event: CustomEvent<number>): void {
    this._panes = { ...this._widths, [pane]: event.detail }
  }

  private _rememberPanes(): void {
    if (this._panes && this.workspace.writable.get()) {
      void this.workspace.ask('settings.remember', { panes: this._panes })
    }
  }

  private get _widths(): { readonly library: number; readonly inspector: number } {
    return this._panes ?? this.workspace.state.get()?.panes ?? DEFAULT_PANES
  }

  private _drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    this._isDropping = event.type !== 'dragleave' || event.relatedTarget !== null
  }

  private _drop(event: DragEvent): void {
    this._isDropping = false
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    void this._imports.startFromDrop(event.dataTransfer)
  }

  protected override render(): TemplateResult {
    const { workspace } = this
    const { library, inspector } = this._widths
    const project = workspace.state.get()?.project
    document.title = project ? `${project.name} – Rubricator` : 'Rubricator'
    return html`
      <div
        class="window"
        @dragenter=${this._drag}
        @dragover=${this._drag}
        @dragleave=${this._drag}
        @drop=${this._drop}
        ${styleProperties({ '--library': `${library}px`, '--inspector': `${inspector}px` })}
      >
        <rubric-top-bar
          role="banner"
          .workspace=${workspace}
          @rubric-command=${(event: CustomEvent<CommandId>) => this._run(event.detail, false)}
        ></rubric-top-bar>
        <nav aria-label="Library">
          <rubric-library .workspace=${workspace}></rubric-library>
        </nav>
        <rubric-splitter
          label="Width of the library"
          .width=${library}
          @rubric-resize=${(event: CustomEvent<number>) => this._resize('library', event)}
          @rubric-resized=${this._rememberPanes}
        ></rubric-splitter>
        <main>
          <rubric-label-bar
            .workspace=${workspace}
            @rubric-label=${this._chooseLabelByMouse}
          ></rubric-label-bar>
          <rubric-reader .workspace=${workspace}></rubric-reader>
        </main>
        <rubric-splitter
          label="Width of the inspector"
          trailing
          .width=${inspector}
          @rubric-resize=${(event: CustomEvent<number>) => this._resize('inspector', event)}
          @rubric-resized=${this._rememberPanes}
        ></rubric-splitter>
        <aside aria-label="Inspector">
          <rubric-inspector
            .workspace=${workspace}
            @rubric-leave=${() => this._reader.focus()}
          ></rubric-inspector>
        </aside>
        <rubric-status-bar role="contentinfo" .workspace=${workspace}></rubric-status-bar>
      </div>
      ${
        this._isDropping
          ? html`<div class="drop-target" aria-hidden="true"><p>Drop to import</p></div>`
          : nothing
      }
      <rubric-notice .notices=${workspace.notices}></rubric-notice>
      <div class="visually-hidden" role="log" aria-label="Announcements">
        ${workspace.notices.announcement.get()}
      </div>
      <rubric-dialogs .workspace=${workspace} .session=${this._imports}></rubric-dialogs>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-app': RubricApp
  }
}
