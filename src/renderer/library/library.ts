import { VirtualizerController } from '@tanstack/lit-virtual'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Search } from 'lucide'
import type { ArticleEntry } from '../../contract/models.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { factsLine } from '../elements/facts.ts'
import { icon } from '../elements/icon.ts'
import { fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { count, shortDate, STATUS_NAMES } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { libraryStyles } from './library-styles.ts'
import './status-circle.ts'

/** Two lines of title, one of facts, and the air around them. */
const ROW_HEIGHT = 74

/** The list of articles with its filter; only the rows in sight are in the document. */
@customElement('rubric-library')
export class RubricLibrary extends LatePanel {
  static override styles = [sharedStyles, fieldStyles, libraryStyles]

  @query('.list') private readonly _list!: HTMLElement
  @query('input') private readonly _filter!: HTMLInputElement

  @property({ attribute: false }) workspace!: Workspace

  private _shown: string | null = null
  private readonly _options = {
    count: 0,
    getScrollElement: () => this._list ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  }
  private readonly _virtual = new VirtualizerController<HTMLElement, HTMLElement>(
    this,
    this._options,
  )

  focusFilter(): void {
    this._filter.focus()
    this._filter.select()
  }

  protected override updated(): void {
    const id = this.workspace.article.get()?.id ?? null
    if (id === this._shown) return
    this._shown = id
    const index = this.workspace.library.visible.get().findIndex((entry) => entry.id === id)
    if (index !== -1) this._virtual.getVirtualizer().scrollToIndex(index)
  }

  private _type(event: Event): void {
    this.workspace.library.filter.set((event.target as HTMLInputElement).value)
    this._list.scrollTop = 0
  }

  private _filterKey(event: KeyboardEvent): void {
    const { library } = this.workspace
    if (event.key === 'Escape' && library.filter.get() !== '') {
      library.filter.set('')
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      const [first] = library.visible.get()
      if (first) void this.workspace.openArticle(first.id)
      this._list.focus()
    } else return
    event.preventDefault()
  }

  private _listKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { library, article } = this.workspace
    const current = article.get()?.id ?? null
    const visible = library.visible.get()
    const targets: Readonly<Record<string, ArticleEntry | undefined>> = {
      ArrowDown: library.neighbour(current, 1),
      ArrowUp: library.neighbour(current, -1),
      Home: visible[0],
      End: visible.at(-1),
    }
    if (!Object.hasOwn(targets, event.key)) return
    event.preventDefault()
    const target = targets[event.key]
    if (target) void this.workspace.openArticle(target.id)
  }

  protected override render(): TemplateResult {
    const { library, article } = this.workspace
    const visible = library.visible.get()
    const selected = article.get()?.id
    const virtualizer = this._virtual.getVirtualizer()
    virtualizer.setOptions({ ...virtualizer.options, count: visible.length })
    const rows = virtualizer.getVirtualItems()
    const isShown = rows.some(({ index }) => visible[index]?.id === selected)
    return html`
      <label class="filter">
        ${icon(Search, 14)}
        <input
          type="search"
          aria-label="Filter articles"
          placeholder="Filter articles"
          .value=${library.filter.get()}
          @input=${this._type}
          @keydown=${this._filterKey}
        />
      </label>
      ${visible.length === 0 ? this._renderNothing() : nothing}
      <div
        class="list"
        role="listbox"
        aria-label="Articles"
        tabindex="0"
        aria-activedescendant=${isShown ? `article-${selected}` : nothing}
        @keydown=${this._listKey}
      >
        <div
          class="all"
          role="presentation"
          ${styleProperties({ '--height': `${virtualizer.getTotalSize()}px` })}
        >
          ${repeat(
            rows,
            ({ index }) => visible[index]?.id ?? index,
            ({ index, start }) => {
              const entry = visible[index]
              return entry ? this._renderRow(entry, index, start, visible.length) : nothing
            },
          )}
        </div>
      </div>
    `
  }

  private _renderRow(
    entry: ArticleEntry,
    index: number,
    top: number,
    size: number,
  ): TemplateResult {
    const facts = [entry.outlet, entry.published && shortDate(entry.published)]
    const description = [...facts, STATUS_NAMES[entry.status], count(entry.spans, 'span')]
      .filter(Boolean)
      .join(', ')
    const isSelected = entry.id === this.workspace.article.get()?.id
    return html`<div
      class="row"
      role="option"
      id="article-${entry.id}"
      aria-label=${entry.title}
      aria-description=${description}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-posinset=${index + 1}
      aria-setsize=${size}
      title=${entry.title}
      @click=${() => this.workspace.openArticle(entry.id)}
      ${styleProperties({ '--top': `${top}px`, '--height': `${ROW_HEIGHT}px` })}
    >
      <div class="card">
        <rubric-status-circle .status=${entry.status}></rubric-status-circle>
        <div class="title" dir="auto">${entry.title}</div>
        <div class="count">${entry.spans}</div>
        <div class="facts">${factsLine(...facts)}</div>
      </div>
    </div>`
  }

  private _renderNothing(): TemplateResult {
    const hasArticles = this.workspace.library.entries.get().length > 0
    return html`<p class="nothing">
      ${hasArticles ? 'No article matches the filter. Escape clears it.' : 'No articles yet.'}
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-library': RubricLibrary
  }
}
