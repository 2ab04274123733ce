import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { ListFilter, Search, X } from 'lucide'
import { icon } from '../elements/icon.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Workspace } from '../state/workspace.ts'
import { articleSearchStyles } from './article-search-styles.ts'
import { chipsOf, foundInWords, type FilterChip } from './filter-words.ts'
import './filter-panel.ts'
import type { RubricFilterPanel } from './filter-panel.ts'

/**
 * What is sought among the articles, and what else they are filtered by.
 * @fires rubric-enter - Enter or the arrow down was pressed: the keyboard goes to what was found.
 * @fires rubric-leave - Escape was pressed: the keyboard goes to the text.
 */
@customElement('rubric-article-search')
export class RubricArticleSearch extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, articleSearchStyles]

  @query('input') private readonly _field!: HTMLInputElement
  @query('.opener') private readonly _opener!: HTMLButtonElement
  @query('rubric-filter-panel') private readonly _panel!: RubricFilterPanel

  @state() private _isOpen = false

  @property({ attribute: false }) workspace!: Workspace

  override focus(): void {
    this._field.focus()
    this._field.select()
  }

  /** Shows the filters, and gives them the keyboard. */
  openFilter(): void {
    if (!this._isOpen) this._panel.showPopover()
    this._panel.focus()
  }

  private _key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      this.workspace.search.change({ text: '' })
      this._fire('rubric-leave')
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') this._fire('rubric-enter')
    else return
    event.preventDefault()
  }

  private _fire(name: 'rubric-leave' | 'rubric-enter'): void {
    this.dispatchEvent(new Event(name, { bubbles: true, composed: true }))
  }

  private _toggled({ newState }: ToggleEvent): void {
    this._isOpen = newState === 'open'
    if (this._isOpen) this._panel.focus()
  }

  private _close(): void {
    this._panel.hidePopover()
    this._opener.focus()
  }

  /** It goes with the keyboard, as it goes with the mouse: nothing is left open behind one's back. */
  private _panelLeft({ relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null && relatedTarget !== this._opener) this._panel.hidePopover()
  }

  private _takeAway({ without }: FilterChip): void {
    this.workspace.search.change(without)
    // The button is gone with the next drawing, and the keyboard must not be nowhere.
    this._field.focus()
  }

  protected override render(): TemplateResult {
    const { search } = this.workspace
    const { text } = search.filter.get()
    const chips = this._chips()
    return html`<div role="search" aria-label="Articles">
      <div class="field">
        ${icon(Search, 14)}
        <input
          type="search"
          aria-label="Search articles"
          placeholder="Search articles"
          autocomplete="off"
          spellcheck="false"
          maxlength="500"
          .value=${live(text)}
          @input=${(event: Event) =>
            search.change({ text: (event.target as HTMLInputElement).value })}
          @keydown=${this._key}
        />
        <button
          type="button"
          class="opener quiet ${chips.length > 0 ? 'set' : ''}"
          popovertarget="filter"
          aria-haspopup="dialog"
          aria-expanded=${this._isOpen ? 'true' : 'false'}
          aria-label="Filters"
          title="Filters"
        >
          ${icon(ListFilter)}
        </button>
      </div>
      <rubric-filter-panel
        id="filter"
        popover
        role="dialog"
        aria-label="Filters"
        .workspace=${this.workspace}
        @toggle=${this._toggled}
        @focusout=${this._panelLeft}
        @rubric-close=${this._close}
      ></rubric-filter-panel>
      ${chips.length > 0 ? this._renderChips(chips) : nothing}
      ${search.isActive.get() ? this._renderCount() : nothing}
      <span class="visually-hidden" role="status">${this._spoken()}</span>
    </div>`
  }

  private _chips(): readonly FilterChip[] {
    const annotators = this.workspace.state.get()?.project?.annotators ?? []
    const names = new Map(annotators.map(({ id, name }) => [id, name]))
    return chipsOf(this.workspace.search.filter.get(), (id) => names.get(id) ?? id)
  }

  private _renderChips(chips: readonly FilterChip[]): TemplateResult {
    return html`<div class="chips" role="group" aria-label="Filters that are set">
      ${chips.map(
        (chip) =>
          html`<button
            type="button"
            aria-label="Without filter: ${chip.text}"
            title="Without filter: ${chip.text}"
            @click=${() => this._takeAway(chip)}
          >
            <span dir="auto">${chip.text}</span>${icon(X, 12)}
          </button>`,
      )}
    </div>`
  }

  private _renderCount(): TemplateResult {
    return html`<div class="count">
      <span aria-hidden="true">${this._inWords()}</span>
      <button type="button" class="quiet" @click=${() => this._showAll()}>Show all</button>
    </div>`
  }

  private _showAll(): void {
    this.workspace.search.clear()
    this._field.focus()
  }

  private _inWords(): string {
    const { library, search } = this.workspace
    const found = library.found.get()?.length ?? 0
    return foundInWords(found, library.entries.get().length, search.progress.get())
  }

  /** Only what was found in the end: the way there changes faster than it could be said. */
  private _spoken(): string {
    const { search } = this.workspace
    if (!search.isActive.get()) return ''
    return search.progress.get() === null ? this._inWords() : 'Searching…'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-article-search': RubricArticleSearch
  }
}
