import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ANY_ARTICLE, type ArticleFilter } from '../../contract/article-filter.ts'
import type { ArticleEntry } from '../../contract/models.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { factsLine } from '../elements/facts.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { rowsStyles, VirtualRows } from '../elements/virtual-rows.ts'
import { count, shortDate, STATUS_NAMES } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { articleListStyles } from '../elements/article-list-styles.ts'
import './article-search.ts'
import type { RubricArticleSearch } from './article-search.ts'
import '../elements/status-circle.ts'

/** Two lines of title, one of facts, and the air around them. */
const ROW_HEIGHT = 74

/**
 * The list of articles, and searching it; only the rows in sight are in the document.
 * @fires rubric-leave - The search was left with Escape: the keyboard goes to the text.
 */
@customElement('rubric-library')
export class RubricLibrary extends LatePanel {
  static override styles = [sharedStyles, buttonStyles, rowsStyles, articleListStyles]

  @query('.list') private readonly _list!: HTMLElement
  @query('rubric-article-search') private readonly _search!: RubricArticleSearch

  @property({ attribute: false }) workspace!: Workspace

  private _shown: string | null = null
  private _filter: ArticleFilter = ANY_ARTICLE
  private readonly _rows = new VirtualRows(this, {
    list: () => this._list ?? null,
    heightOf: () => ROW_HEIGHT,
  })

  focusSearch(): void {
    this._search.focus()
  }

  openFilter(): void {
    this._search.openFilter()
  }

  protected override updated(): void {
    const { library, search, article } = this.workspace
    const id = article.get()?.id ?? null
    const filter = search.filter.get()
    // While more is found the list stays where the person has scrolled it to.
    if (filter !== this._filter) this._list.scrollTop = 0
    const isAll = filter !== this._filter && !search.isActive.get()
    this._filter = filter
    if (id === this._shown && !isAll) return
    this._shown = id
    const index = library.visible.get().findIndex((entry) => entry.id === id)
    if (index !== -1) this._rows.scrollTo(index)
  }

  /** The first that was found is opened, and the arrows go on from there. */
  private async _enter(): Promise<void> {
    // Whoever types fast is ahead of the search.
    await this.workspace.search.whenShown()
    const [first] = this.workspace.library.visible.get()
    if (first) void this.workspace.openArticle(first.id)
    this._list.focus()
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
    this._rows.count(visible.length)
    const isShown = this._rows.isDrawn(visible.findIndex(({ id }) => id === selected))
    return html`
      <rubric-article-search
        .workspace=${this.workspace}
        @rubric-enter=${this._enter}
      ></rubric-article-search>
      ${visible.length === 0 ? this._renderNothing() : nothing}
      <div
        class="list"
        role="listbox"
        aria-label="Articles"
        tabindex="0"
        aria-activedescendant=${isShown ? `article-${selected}` : nothing}
        @keydown=${this._listKey}
      >
        ${this._rows.render(
          visible,
          ({ id }) => id,
          (entry, index, top) => this._renderRow(entry, index, top, visible.length),
        )}
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
    const isAsked = this.workspace.asked.articles.get().has(entry.id)
    const description = [
      isAsked && 'changes asked',
      ...facts,
      STATUS_NAMES[entry.status],
      count(entry.spans, 'span'),
    ]
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
        <div class="facts">
          ${isAsked ? html`<span class="asked">Changes asked</span> · ` : nothing}${factsLine(...facts)}
        </div>
      </div>
    </div>`
  }

  /** Teaches how to go on. */
  private _renderNothing(): TemplateResult {
    const { library, search } = this.workspace
    if (library.entries.get().length === 0) return html`<p class="nothing">No articles yet.</p>`
    if (search.progress.get() !== null) return html`<p class="nothing">Searching…</p>`
    const isWordless = search.filter.get().text.trim() === ''
    return html`<div class="nothing">
      <p>${isWordless ? 'No article passes the filters.' : 'Nothing found.'}</p>
      ${
        isWordless
          ? nothing
          : html`<p>
              Each word must stand in the title or in the text, as it is or as a part of another
              word. Leave a word out, or only its ending.
            </p>`
      }
      ${
        search.isFiltered.get()
          ? html`<button type="button" @click=${this._withoutFilters}>
              ${isWordless ? 'Show all articles' : 'Search without the filters'}
            </button>`
          : nothing
      }
    </div>`
  }

  private _withoutFilters(): void {
    this.workspace.search.clearFilters()
    this._search.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-library': RubricLibrary
  }
}
