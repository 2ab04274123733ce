import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import {
  Eye,
  FileText,
  Files,
  Folder,
  Highlighter,
  Keyboard,
  Scale,
  Search,
  TextCursor,
  type IconNode,
} from 'lucide'
import { commandOf, type Command, type CommandId } from '../../contract/commands.ts'
import { factsLine } from '../elements/facts.ts'
import { icon } from '../elements/icon.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { chordsOf } from '../elements/key-press.ts'
import '../elements/label-badge.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import { whyNoLabel, whyNot } from '../state/availability.ts'
import { count, shortDate, STATUS_NAMES } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { ArticleFinder } from './article-finder.ts'
import { piecesOf } from './emphasis.ts'
import { search, sectionsOf, type Found, type PaletteItem, type Section } from './palette-items.ts'
import { paletteStyles } from './palette-styles.ts'

/** Commands that are remembered as used lately. */
const MOST_RECENT = 5
/** Rows that PageUp and PageDown go by. */
const PAGE = 8

const SIGNS: Readonly<Record<Command['group'], IconNode>> = {
  Project: Folder,
  Articles: Files,
  Text: TextCursor,
  Spans: Highlighter,
  Review: Scale,
  View: Eye,
  Program: Keyboard,
}

/**
 * Everything that can be done and opened, found by a few letters. It stands in the window all the
 * time, and shows while the workspace's dialog is `palette`.
 * @fires rubric-command - A command was chosen; the detail is its id.
 * @fires rubric-choose-label - A label was chosen; the detail is its name.
 */
@customElement('rubric-command-palette')
export class RubricCommandPalette extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, paletteStyles]

  @query('dialog') private readonly _dialog!: HTMLDialogElement
  @query('input') private readonly _input!: HTMLInputElement | null
  @query('[aria-selected=true]') private readonly _activeRow!: HTMLElement | null

  @state() private _query = ''
  @state() private _active = 0

  @property({ attribute: false }) workspace!: Workspace

  private _sections: readonly Section[] = []
  private _rows: readonly Found[] = []
  private _recent: readonly CommandId[] = []
  private readonly _finder = new ArticleFinder()
  /** Closings that the dialog will still tell of and that are known already. */
  private _known = 0

  private get _isOpen(): boolean {
    return this.workspace.dialog.get() === 'palette'
  }

  protected override willUpdate(): void {
    if (!this._isOpen) return
    if (!this.hasUpdated || !this._dialog.open) {
      this._query = ''
      this._active = 0
    }
    this._sections = this._find(this._query.trim())
    this._rows = this._sections.flatMap(({ found }) => found)
    this._active = Math.min(this._active, Math.max(0, this._rows.length - 1))
  }

  protected override updated(): void {
    if (this._isOpen && !this._dialog.open) {
      this._dialog.showModal()
      this._input?.focus()
      // The titles of a large project take longer than a frame; the first letter finds them ready.
      setTimeout(() => this._finder.take(this.workspace.library.entries.get()), 0)
    } else if (!this._isOpen) this._closeDialog()
    this._activeRow?.scrollIntoView({ block: 'nearest' })
  }

  private _find(sought: string): readonly Section[] {
    const labels = this.workspace.labels.get()
    if (sought === '') return sectionsOf(labels, this._recent)
    this._finder.take(this.workspace.library.entries.get())
    const found = search(sought, {
      labels,
      articles: this._finder.candidates(sought),
      recent: this._recent,
      isAvailable: (item) => this._whyNot(item) === null,
    })
    return [{ name: '', found }]
  }

  private _whyNot(item: PaletteItem): string | null {
    if (item.type === 'article') return null
    return item.type === 'label' ? whyNoLabel(this.workspace) : whyNot(item.id, this.workspace)
  }

  private _type(event: Event): void {
    this._query = (event.target as HTMLInputElement).value
    this._active = 0
  }

  private _key(event: KeyboardEvent): void {
    if (event.isComposing) return
    const isToggle = chordsOf(event, this._isMac).some((chord) =>
      this.workspace.keys.of('palette.open').includes(chord),
    )
    // A dialog that closes by itself tells of it a frame later, in which the next key may open it again.
    if (isToggle || event.key === 'Escape') {
      event.preventDefault()
      if (!event.repeat) this._close()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const last = this._rows.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: this._active === last ? 0 : this._active + 1,
      ArrowUp: this._active === 0 ? last : this._active - 1,
      PageDown: Math.min(last, this._active + PAGE),
      PageUp: Math.max(0, this._active - PAGE),
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    if (target !== undefined) this._active = Math.max(0, target)
    else if (event.key === 'Enter' && !event.repeat) this._choose(this._rows[this._active]?.item)
    else return
    event.preventDefault()
  }

  private _choose(item: PaletteItem | undefined): void {
    if (item === undefined) return
    const reason = this._whyNot(item)
    if (reason !== null) {
      this.workspace.notices.announce(reason)
      return
    }
    // At once, so that the focus is back where it was before the command moves it.
    this._close()
    if (item.type === 'article') void this.workspace.openArticle(item.entry.id)
    else if (item.type === 'label') {
      this.dispatchEvent(new CustomEvent('rubric-choose-label', { detail: item.label.name }))
    } else {
      this._recent = [item.id, ...this._recent.filter((id) => id !== item.id)].slice(0, MOST_RECENT)
      this.dispatchEvent(new CustomEvent('rubric-command', { detail: item.id }))
    }
  }

  private _close(): void {
    this._closeDialog()
    if (this._isOpen) this.workspace.dialog.set(null)
  }

  private _closeDialog(): void {
    if (!this._dialog.open) return
    this._known++
    this._dialog.close()
  }

  /** A system may close a dialog in ways of its own; of what is closed here it tells only when it may be open again. */
  private _closed(): void {
    if (this._known > 0) this._known--
    else if (this._isOpen) this.workspace.dialog.set(null)
  }

  private _press(event: MouseEvent): void {
    if (event.target === this._dialog) this._close()
  }

  private get _isMac(): boolean {
    return this.workspace.state.get()?.host.platform === 'darwin'
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-label="Find anything"
      @keydown=${this._key}
      @mousedown=${this._press}
      @close=${this._closed}
    >
      ${this._isOpen ? this._renderContent() : nothing}
    </dialog>`
  }

  private _renderContent(): TemplateResult {
    const { length } = this._rows
    return html`
      <div class="field">
        ${icon(Search, 18)}
        <input
          role="combobox"
          aria-label="Find anything"
          aria-autocomplete="list"
          aria-expanded=${length > 0 ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${length > 0 ? `option-${this._active}` : nothing}
          placeholder="Find a command, a label or an article"
          autocomplete="off"
          spellcheck="false"
          .value=${this._query}
          @input=${this._type}
        />
      </div>
      <div id="list" role="listbox" aria-label="Found">${this._renderSections()}</div>
      ${length === 0 ? html`<p class="nothing">Nothing fits “${this._query.trim()}”.</p>` : nothing}
      <div class="foot" aria-hidden="true">
        <span><kbd>↑</kbd> <kbd>↓</kbd> choose</span>
        <span><kbd>${keyCaps('Enter', this._isMac)[0]}</kbd> do it</span>
        <span><kbd>Esc</kbd> close</span>
        <span>${count(this.workspace.library.entries.get().length, 'article')} by title</span>
      </div>
      <div role="status" class="visually-hidden">
        ${this._query === '' ? '' : count(length, 'match', 'matches')}
      </div>
    `
  }

  private _renderSections(): readonly TemplateResult[] {
    let index = 0
    return this._sections.map(({ name, found }) => {
      const rows = found.map((one) => this._renderRow(one, index++))
      if (name === '') return html`${rows}`
      return html`<div role="group" aria-label=${name}>
        <div class="heading" aria-hidden="true">${name}</div>
        ${rows}
      </div>`
    })
  }

  private _renderRow({ item, matched }: Found, index: number): TemplateResult {
    const reason = this._whyNot(item)
    const pieces = piecesOf(item.title, matched)
    return html`<div
      role="option"
      id="option-${index}"
      aria-selected=${index === this._active ? 'true' : 'false'}
      aria-disabled=${reason === null ? 'false' : 'true'}
      @pointermove=${() => (this._active = index)}
      @click=${() => this._choose(item)}
    >
      <span class="sign">${this._renderSign(item)}</span>
      <span class="title" dir="auto"
        >${pieces.map(({ text, isMatched }) => (isMatched ? html`<b>${text}</b>` : text))}</span
      >
      <span class="aside">${reason ?? this._asideOf(item)}</span>
      ${this._renderKeys(item)}
    </div>`
  }

  private _renderSign(item: PaletteItem): unknown {
    if (item.type === 'label') {
      return html`<rubric-label-badge .label=${item.label}></rubric-label-badge>`
    }
    return icon(item.type === 'article' ? FileText : SIGNS[commandOf(item.id).group], 15)
  }

  /** What tells rows of a like title apart, where no heading does. */
  private _asideOf(item: PaletteItem): unknown {
    if (item.type === 'article') {
      const { outlet, published, status } = item.entry
      const facts = [outlet, published && shortDate(published), STATUS_NAMES[status]]
      return factsLine(...facts)
    }
    if (this._query.trim() === '') return ''
    return item.type === 'label' ? 'Label' : commandOf(item.id).group
  }

  private _renderKeys(item: PaletteItem): TemplateResult | typeof nothing {
    if (item.type === 'article') return nothing
    const chord = item.type === 'label' ? item.label.key : this.workspace.keys.shown(item.id)
    if (chord === null || chord === undefined) return nothing
    return html`<span class="keys">
      ${keyCaps(chord, this._isMac).map((cap) => html`<kbd>${cap}</kbd>`)}
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-command-palette': RubricCommandPalette
  }
  interface HTMLElementEventMap {
    'rubric-choose-label': CustomEvent<string>
  }
}
