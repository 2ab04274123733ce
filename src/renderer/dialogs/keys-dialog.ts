import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Search, TriangleAlert } from 'lucide'
import { COMMANDS, type Command } from '../../contract/commands.ts'
import type { KeyMap } from '../../contract/key-map.ts'
import type { Label } from '../../core/annotation/label-set.ts'
import '../elements/dialog.ts'
import { icon } from '../elements/icon.ts'
import { keyCaps } from '../elements/key-cap.ts'
import '../elements/label-badge.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { count } from '../state/format.ts'
import { exportKeys, importKeys, pickKeyFile } from '../state/key-files.ts'
import type { Workspace } from '../state/workspace.ts'
import { dialogStyles } from './dialog-styles.ts'
import './key-editor.ts'
import { keysStyles } from './keys-styles.ts'

/** What was done to all keys at once, and what they were before. */
interface Done {
  readonly text: string
  readonly details: readonly string[]
  readonly before: KeyMap | null
}

/** Every key, by what it is for; and where they are changed. */
@customElement('rubric-keys-dialog')
export class RubricKeysDialog extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, dialogStyles, keysStyles]

  @state() private _filter = ''
  @state() private _showsConflicts = false
  @state() private _done: Done | null = null
  /** What a row has to say about the key that is being changed. */
  @state() private _told = ''

  @property({ attribute: false }) workspace!: Workspace

  private _close(): void {
    this.workspace.dialog.set(null)
  }

  private _type(event: Event): void {
    this._filter = (event.target as HTMLInputElement).value
  }

  private _replace(map: KeyMap, text: string): void {
    const before = this.workspace.keys.map.get()
    this.workspace.keys.replace(map)
    this._done = { text, details: [], before }
  }

  private _resetAll(): void {
    this._replace({}, 'All commands have their own keys again.')
  }

  private _undo({ before }: Done): void {
    this._replace(before ?? {}, 'The keys are as they were before.')
  }

  private async _import(): Promise<void> {
    const before = this.workspace.keys.map.get()
    const file = await pickKeyFile()
    if (file === null) return
    const { ok, text, details } = await importKeys(this.workspace, file)
    this._done = { text, details, before: ok ? before : null }
  }

  private async _export(): Promise<void> {
    const { notices } = this.workspace
    const earlier = notices.current.get()
    const text = await exportKeys(this.workspace)
    const latest = notices.current.get()
    if (text !== undefined) this._done = { text, details: [], before: null }
    // The message of what went wrong stands behind this dialog.
    else if (latest !== null && latest !== earlier) this._done = { ...latest, before: null }
  }

  /** Whether only conflicts are shown; never an empty sheet, once they are gone. */
  private get _isNarrowed(): boolean {
    return this._showsConflicts && this.workspace.keys.conflicts.get().length > 0
  }

  private get _isMac(): boolean {
    return this.workspace.state.get()?.host.platform === 'darwin'
  }

  /** Whether a row is asked for: each word of the filter is in its title, its group or its keys. */
  private _isWanted(...texts: readonly string[]): boolean {
    const found = texts.join(' ').toLocaleLowerCase()
    return this._filter
      .toLocaleLowerCase()
      .split(/[\s+]+/)
      .every((word) => found.includes(word))
  }

  private _wanted(name: Command['group']): readonly (typeof COMMANDS)[number][] {
    const { keys } = this.workspace
    const troubled = new Set(keys.conflicts.get().map(({ command }) => command))
    return COMMANDS.filter(({ id, title, group, also = '' }) => {
      const caps = keys.of(id).flatMap((chord) => keyCaps(chord, this._isMac))
      return (
        group === name &&
        (!this._isNarrowed || troubled.has(id)) &&
        this._isWanted(title, group, also, ...caps)
      )
    })
  }

  private _group(name: Command['group'], more: readonly unknown[] = []): unknown {
    const rows = repeat(
      this._wanted(name),
      ({ id }) => id,
      ({ id }) =>
        html`<rubric-key-editor
          role="listitem"
          .workspace=${this.workspace}
          .command=${id}
        ></rubric-key-editor>`,
    )
    const isEmpty = this._wanted(name).length === 0 && more.every((row) => row === nothing)
    return isEmpty ? nothing : section(name, [rows, ...more])
  }

  /** A row that is only told: nobody can give it other keys. */
  private _row(
    title: string,
    caps: readonly string[],
    and = '',
    badge: unknown = nothing,
  ): unknown {
    if (this._isNarrowed || !this._isWanted(title, ...caps, and)) return nothing
    return html`<div class="row" role="listitem">
      <span class="title">${badge}${title}</span>
      <span class="caps">
        ${caps.map((cap) => html`<kbd>${cap}</kbd>`)}
        ${and === '' ? nothing : html`<span class="and">${and}</span>`}
      </span>
    </div>`
  }

  private _labels(): unknown {
    const row = (label: Label): unknown => {
      const badge = html`<rubric-label-badge .label=${label}></rubric-label-badge>`
      return label.key === null
        ? nothing
        : this._row(`Mark as ${label.name}`, [label.key], '', badge)
    }
    const [shift = ''] = keyCaps('Shift+1', this._isMac)
    const [alt = ''] = keyCaps('Alt+1', this._isMac)
    const rows = [
      ...this.workspace.labels.get().map(row),
      this._row('Mark the same text with another label too', [shift], 'and its digit'),
      this._row('Mark exactly what is selected, not whole words', [alt], 'and its digit'),
    ]
    return rows.every((one) => one === nothing) ? nothing : section('Labels', rows)
  }

  protected override render(): TemplateResult {
    const [shift = ''] = keyCaps('Shift+1', this._isMac)
    const sections = [
      this._labels(),
      this._group('Text', [this._row('Extend the selection', [shift], 'and a move')]),
      this._group('Articles'),
      this._group('View'),
      this._group('Spans'),
      this._group('Review'),
      this._group('Project'),
      this._group('Program'),
    ]
    const isEmpty = sections.every((one) => one === nothing)
    return html`<rubric-dialog heading="All keys" @rubric-dismiss=${this._close}>
      ${this._renderTools()}
      <div
        class="sheet"
        @rubric-told=${(event: CustomEvent<string>) => (this._told = event.detail)}
      >
        ${isEmpty ? html`<p class="nothing">No key fits.</p>` : html`<div class="columns">${sections}</div>`}
      </div>
      ${this._renderFooter()}
    </rubric-dialog>`
  }

  private _renderTools(): TemplateResult {
    const conflicts = this.workspace.keys.conflicts.get()
    const hint = this.workspace.inCharge.get()
      ? 'Choose a key to change it.'
      : 'This window can only look, and changes no keys.'
    return html`<div class="tools">
      <label class="search">
        ${icon(Search, 14)}
        <input
          autofocus
          role="searchbox"
          aria-label="Search the keys"
          placeholder="Search commands and keys"
          autocomplete="off"
          spellcheck="false"
          .value=${this._filter}
          @input=${this._type}
        />
      </label>
      <p class="hint" role="status">${this._told === '' ? hint : this._told}</p>
      ${
        conflicts.length === 0
          ? nothing
          : html`<button
              type="button"
              class="conflicts"
              aria-pressed=${this._showsConflicts ? 'true' : 'false'}
              title=${this._showsConflicts ? 'Show all keys again' : 'Show only these keys'}
              @click=${() => (this._showsConflicts = !this._showsConflicts)}
            >
              ${icon(TriangleAlert, 14)} ${count(conflicts.length, 'conflict')}
            </button>`
      }
    </div>`
  }

  private _renderFooter(): TemplateResult {
    const { keys, inCharge } = this.workspace
    const isOwn = Object.keys(keys.map.get()).length === 0
    return html`<div slot="footer" class="footer">
      <div role="status" class="done">
        ${this._done === null ? nothing : this._renderDone(this._done)}
      </div>
      <div class="buttons">
        <button type="button" ?disabled=${!inCharge.get()} @click=${this._import}>Import…</button>
        <button type="button" @click=${this._export}>Export…</button>
        <button type="button" ?disabled=${isOwn || !inCharge.get()} @click=${this._resetAll}>
          Reset all
        </button>
        <button type="button" class="primary" @click=${this._close}>Close</button>
      </div>
    </div>`
  }

  private _renderDone(done: Done): TemplateResult {
    return html`
      <span>${done.text} ${done.details.join(', ')}</span>
      ${
        done.before === null
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => this._undo(done)}>Undo</button>`
      }
    `
  }
}

function section(name: string, rows: readonly unknown[]): TemplateResult {
  return html`<section>
    <h3>${name}</h3>
    <div role="list" aria-label=${name}>${rows}</div>
  </section>`
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-keys-dialog': RubricKeysDialog
  }
}
