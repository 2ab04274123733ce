import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { X } from 'lucide'
import { attributesKey } from '../../core/annotation/attribute.ts'
import { differingNames } from '../../core/annotation/differing-values.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import { valueLine, valueLineStyles } from '../elements/value-line.ts'
import { KIND_NAMES } from '../state/figures/figure-words.ts'
import type { FigureArticle, FigureItem, FigureList } from '../state/figures/figures.ts'
import type { Workspace } from '../state/workspace.ts'
import { figureListStyles } from './figure-list-styles.ts'

/**
 * What a figure is made of: places, or articles. Choosing one opens the article there.
 * @fires rubric-leave - It was closed from within.
 */
@customElement('rubric-figure-list')
export class RubricFigureList extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, valueLineStyles, figureListStyles]

  @query('h2') private readonly _heading!: HTMLElement | null

  @property({ attribute: false }) workspace!: Workspace

  #shown = ''

  private _close(): void {
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  private _key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    this._close()
  }

  /** The keyboard goes to a list that has been opened. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const title = this.workspace.figures.list.get()?.title ?? ''
    if (title === this.#shown) return
    this.#shown = title
    this._heading?.focus()
  }

  protected override render(): TemplateResult | typeof nothing {
    const list = this.workspace.figures.list.get()
    if (list === null) return nothing
    return html`<section aria-labelledby="list" @keydown=${this._key}>
      <header>
        <h2 id="list" tabindex="-1">${list.title}</h2>
        <button
          type="button"
          class="quiet"
          aria-label="Close the list"
          title="Close the list (Esc)"
          @click=${this._close}
        >
          ${icon(X, 16)}
        </button>
      </header>
      <p class="told" role="status">${told(list)}</p>
      <ul>
        ${list.places.map((item) => this._renderPlace(item))}
        ${list.articles.map((article) => this._renderArticle(article))}
      </ul>
      ${list.problem === null ? nothing : html`<p class="problem" role="alert">${list.problem}</p>`}
      ${
        list.hasMore
          ? html`<button
              type="button"
              class="more"
              ?disabled=${list.isLoading}
              @click=${() => this.workspace.figures.more()}
            >
              ${list.isLoading ? 'Looking…' : 'Show more'}
            </button>`
          : nothing
      }
    </section>`
  }

  private _renderPlace({
    article,
    title,
    kind,
    start,
    end,
    marks,
    missing,
  }: FigureItem): TemplateResult {
    const { workspace } = this
    return html`<li>
      <button type="button" @click=${() => workspace.openPlace(article, { start, end })}>
        <span class="article"
          ><bdi>${title}</bdi><span class="kind">${KIND_NAMES[kind]}</span></span
        >
        ${alikeMarks(marks).map(([mark, by]) => this._renderMark(mark, by, marks))}
        ${
          missing.length === 0
            ? nothing
            : html`<span class="by">not marked by ${this._names(missing)}</span>`
        }
      </button>
    </li>`
  }

  /** @param all - What everybody has made of the place. */
  private _renderMark(
    { label, quote, attributes }: Mark,
    by: readonly string[],
    all: readonly Mark[],
  ): TemplateResult {
    const like = all.filter((mark) => mark.label === label)
    const differing = differingNames(like.map((mark) => mark.attributes))
    return html`<span class="mark">
      <rubric-label-badge
        .label=${this.workspace.labelByName.get().get(label)}
      ></rubric-label-badge>
      <span
        ><q><bdi>${quote}</bdi></q
        ><span class="by"
          >${label}, ${this._names(by)}${valueLine(attributes, differing)}</span
        ></span
      >
    </span>`
  }

  private _names(annotators: readonly string[]): string {
    return annotators.map((id) => this.workspace.nameOf(id)).join(', ')
  }

  private _renderArticle({ article, title, detail }: FigureArticle): TemplateResult {
    return html`<li>
      <button type="button" @click=${() => this._openArticle(article)}>
        <span class="article"><bdi>${title}</bdi></span
        ><span class="by">${detail}</span>
      </button>
    </li>`
  }

  private async _openArticle(article: string): Promise<void> {
    await this.workspace.show('annotate')
    await this.workspace.openArticle(article)
  }
}

type Mark = FigureItem['marks'][number]

/** Marks with one label, the same bounds and the same values are told once, with all who made them. */
function alikeMarks(marks: readonly Mark[]): readonly (readonly [Mark, readonly string[]])[] {
  const alike = new Map<string, [Mark, string[]]>()
  for (const mark of marks) {
    const key = `${mark.start} ${mark.end} ${mark.label} ${attributesKey(mark)}`
    const found = alike.get(key)
    if (found) found[1].push(mark.annotator)
    else alike.set(key, [mark, [mark.annotator]])
  }
  return [...alike.values()]
}

function told({ places, articles, hasMore, isLoading }: FigureList): string {
  const shown = places.length + articles.length
  if (isLoading) return 'Looking…'
  if (shown === 0) return hasMore ? '' : 'Nothing is there.'
  const noun = articles.length > 0 ? 'article' : 'place'
  const words = `${shown} ${noun}${shown === 1 ? '' : 's'}`
  return hasMore ? `The first ${words}` : words
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-figure-list': RubricFigureList
  }
}
