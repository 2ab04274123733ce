import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { Check, X } from 'lucide'
import type { PhrasePlace } from '../../contract/review-models.ts'
import { directionOfParagraph } from '../../core/article/direction.ts'
import { valuesInWords } from '../../core/annotation/differing-values.ts'
import { compareText } from '../../core/annotation/span.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { rowsStyles, VirtualRows } from '../elements/virtual-rows.ts'
import { count } from '../state/format.ts'
import { decidePhrase } from '../state/review/decide-phrase.ts'
import { PHRASE_LENGTH } from '../state/review/phrase-review.ts'
import type { Workspace } from '../state/workspace.ts'
import { annotatorLine, annotatorLineStyles } from './annotator-line.ts'
import { phrasePanelStyles } from './phrase-panel-styles.ts'

/** In CSS pixels, as in the styles. */
const ROW_HEIGHT = 60
const PAGE = 10
/** Most of a value in a row, in UTF-16 code units. */
const VALUE_LENGTH = 24

/** The key that marks nothing at all places. */
const NOT_MARKED = '0'

/**
 * Every place of a phrase in all articles, with how each annotator marked it, and one decision on all
 * that are ticked. Only the rows in sight are in the document.
 * @fires rubric-leave - The keyboard goes back to the text.
 */
@customElement('rubric-phrase-panel')
export class RubricPhrasePanel extends LatePanel {
  static override styles = [
    sharedStyles,
    buttonStyles,
    fieldStyles,
    annotatorLineStyles,
    rowsStyles,
    phrasePanelStyles,
  ]

  @query('.list') private readonly _list!: HTMLElement | null
  @query('.head input') private readonly _field!: HTMLInputElement

  @property({ attribute: false }) workspace!: Workspace

  private _shown = -1
  private readonly _rows = new VirtualRows(this, {
    list: () => this._list ?? null,
    heightOf: () => ROW_HEIGHT,
  })

  /** The keyboard goes to the places, or to the phrase where there is none yet. */
  override focus(): void {
    this.catchUp()
    if (this.workspace.phrases.phrase.get() === '') this._field.focus()
    else this._list?.focus()
  }

  protected override firstUpdated(): void {
    this.focus()
  }

  protected override updated(): void {
    const current = this.workspace.phrases.current.get()
    if (current === this._shown) return
    this._shown = current
    this._rows.scrollTo(current)
  }

  private _leave(): void {
    this.dispatchEvent(new CustomEvent('rubric-leave'))
  }

  private _fieldKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') return this._leave()
    void this.workspace.phrases.open(this._field.value)
    this._list?.focus()
  }

  private _listKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isDone = this._move(event.key) || this._act(event.key) || this._choose(event.key)
    // A letter that means nothing here means something in the review, which is not looked at now.
    if (isDone || (event.key.length === 1 && event.key !== '?')) event.preventDefault()
  }

  private _move(key: string): boolean {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
      Home: -Infinity,
      End: Infinity,
    }
    const step = steps[key]
    if (step !== undefined) this.workspace.phrases.move(step)
    return step !== undefined
  }

  private _act(key: string): boolean {
    const { phrases } = this.workspace
    const place = phrases.places.get()[phrases.current.get()]
    if (key === ' ' && place) phrases.toggle(place)
    else if (key === 'a') phrases.toggleAll()
    else if (key === 'o' && place) this._open(place)
    else if (key === 'Enter') void decidePhrase(this.workspace)
    else if (key === 'Escape') this._leave()
    else return false
    return true
  }

  private _choose(key: string): boolean {
    const label = this.workspace.labels.get().find((each) => each.key === key)
    if (label === undefined && key !== NOT_MARKED) return false
    this._label(label?.name ?? null)
    return true
  }

  private _label(label: string | null): void {
    this.workspace.phrases.label.set(label)
    this.workspace.notices.announce(label ?? 'not marked')
  }

  /** Shows a place in its article. */
  private _open({ article, start }: PhrasePlace): void {
    void this.workspace.review.open(article, start)
    this._leave()
  }

  private _click(index: number, place: PhrasePlace): void {
    this.workspace.phrases.current.set(index)
    this.workspace.phrases.toggle(place)
  }

  protected override render(): TemplateResult {
    const { phrases } = this.workspace
    const places = phrases.places.get()
    return html`
      <div class="head">
        <input
          type="search"
          aria-label="Phrase"
          placeholder="A phrase in all articles"
          maxlength=${PHRASE_LENGTH}
          .value=${live(phrases.phrase.get())}
          @keydown=${this._fieldKey}
        />
        <span class="found" role="status">${this._found()}</span>
        <button
          type="button"
          class="quiet close"
          aria-label="Close the phrase"
          title="Back to the text (Esc)"
          @click=${this._leave}
        >
          ${icon(X, 16)}
        </button>
      </div>
      ${this._renderList(places)} ${this._renderFoot()}
    `
  }

  private _found(): string {
    const { phrases } = this.workspace
    if (phrases.phrase.get() === '') return ''
    const { length } = phrases.places.get()
    const hidden = phrases.hidden.get()
    if (length + hidden === 0) return phrases.isSearching.get() ? 'Looking for it…' : ''
    const left = hidden === 0 ? '' : ` · ${hidden} hidden until your own marks are done`
    const found = `${count(length, 'place')} in ${count(phrases.articles.get(), 'article')}${left}`
    return phrases.isSearching.get() ? `${found}, looking for more…` : found
  }

  private _renderList(places: readonly PhrasePlace[]): TemplateResult {
    const { phrases } = this.workspace
    const annotators = [...new Set(places.flatMap(({ marks }) => marks.map((m) => m.annotator)))]
    const order = annotators.toSorted(compareText)
    this._rows.count(places.length)
    return html`<div
      class="list"
      role=${places.length > 0 ? 'listbox' : 'group'}
      aria-label="Places of the phrase"
      aria-multiselectable=${places.length > 0 ? 'true' : nothing}
      aria-activedescendant=${places.length > 0 ? `place-${phrases.current.get()}` : nothing}
      tabindex="0"
      @keydown=${this._listKey}
    >
      ${places.length === 0 && !phrases.isSearching.get() ? this._renderNothing() : nothing}
      ${this._rows.render(
        places,
        ({ article, start }) => `${article} ${start}`,
        (place, index, top) => this._renderRow(place, index, top, order),
      )}
    </div>`
  }

  private _renderNothing(): TemplateResult {
    return this.workspace.phrases.phrase.get() === ''
      ? html`<p class="nothing">
          Type a phrase and press Enter: all its places in all articles are listed, with how each
          annotator marked them, and you decide on all of them at once.
        </p>`
      : html`<p class="nothing">No article has these words, one after the other.</p>`
  }

  private _renderRow(
    place: PhrasePlace,
    index: number,
    top: number,
    annotators: readonly string[],
  ): TemplateResult {
    const { phrases } = this.workspace
    const isCurrent = index === phrases.current.get()
    const isTicked = phrases.isTicked(place)
    return html`<div
      class="row ${isCurrent ? 'current' : ''}"
      role="option"
      id="place-${index}"
      aria-selected=${isTicked ? 'true' : 'false'}
      aria-posinset=${index + 1}
      aria-setsize=${phrases.places.get().length}
      @click=${() => this._click(index, place)}
      @dblclick=${() => this._open(place)}
      ${styleProperties({ '--top': `${top}px` })}
    >
      <span class="tick" aria-hidden="true">${isTicked ? icon(Check, 12) : nothing}</span>
      <div
        class="context"
        dir=${directionOfParagraph(`${place.phrase}${place.before}${place.after}`) ?? 'ltr'}
      >
        <span class="before"><bdi>${inLine(place.before)}</bdi></span
        ><b>${inLine(place.phrase)}</b><span>${inLine(place.after)}</span>
      </div>
      <div class="facts">
        <span class="title" dir="auto" title=${place.title}>${place.title}</span>
        ${
          place.marks.length === 0
            ? html`<span class="mark"><i>nobody marked it</i></span>`
            : place.marks.map((mark) => this._renderMark(place, mark, annotators))
        }
        ${this._renderDecided(place)}
      </div>
    </div>`
  }

  private _renderMark(
    place: PhrasePlace,
    { annotator, label, start, end, attributes }: PhrasePlace['marks'][number],
    annotators: readonly string[],
  ): TemplateResult {
    const { workspace } = this
    const isSame = start === place.start && end === place.end
    const values = valuesInWords(attributes, VALUE_LENGTH)
    const title = `${workspace.nameOf(annotator)}: ${[label, values].filter(Boolean).join(', ')}`
    return html`<span class="mark" title=${title}
      >${annotatorLine(annotators.indexOf(annotator))} ${workspace.nameOf(annotator)}
      <rubric-label-badge .label=${workspace.labelByName.get().get(label)}></rubric-label-badge
      ><span class="visually-hidden">${label}</span>${
        isSame ? nothing : html`<em dir="auto">${textOf(place, start, end)}</em>`
      }${values === '' ? nothing : html`<span class="values" dir="auto">${values}</span>`}</span
    >`
  }

  private _renderDecided({ decided }: PhrasePlace): TemplateResult | typeof nothing {
    if (decided === null) return nothing
    const spans = decided.map(({ label, attributes }) =>
      [label, valuesInWords(attributes, VALUE_LENGTH)].filter(Boolean).join(', '),
    )
    const words = decided.length === 0 ? 'not marked' : [...new Set(spans)].join('; ')
    return html`<span class="decided" title=${words}>✓ ${words}</span>`
  }

  private _renderFoot(): TemplateResult {
    const { phrases } = this.workspace
    const { length } = phrases.ticked.get()
    const label = phrases.label.get()
    const isWritable = this.workspace.writable.get()
    return html`<div class="foot">
      <div class="labels" role="radiogroup" aria-label="What the places get">
        ${this.workspace.labels
          .get()
          .map((each) =>
            this._renderChoice(
              each.name,
              each.key,
              each.name === label,
              html`<rubric-label-badge .label=${each}></rubric-label-badge>${each.name}`,
            ),
          )}
        ${this._renderChoice(null, NOT_MARKED, label === null, html`not marked`)}
      </div>
      <input
        aria-label="Reason"
        placeholder="Reason…"
        maxlength="4000"
        .value=${live(phrases.reason.get())}
        @input=${(event: Event) => phrases.reason.set((event.target as HTMLInputElement).value)}
        @keydown=${this._reasonKey}
      />
      <button
        type="button"
        class="primary"
        ?disabled=${length === 0 || !isWritable || phrases.isDeciding.get()}
        @click=${() => void decidePhrase(this.workspace)}
      >
        ${phrases.isDeciding.get() ? 'Deciding…' : `Decide ${count(length, 'place')}`}
      </button>
    </div>`
  }

  private _renderChoice(
    label: string | null,
    key: string | null,
    isChosen: boolean,
    words: TemplateResult,
  ): TemplateResult {
    return html`<button
      type="button"
      role="radio"
      aria-checked=${isChosen ? 'true' : 'false'}
      @click=${() => this._label(label)}
    >
      ${words}${key === null ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}
    </button>`
  }

  private _reasonKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    this._list?.focus()
  }
}

/** White space of any kind as one line shows it. */
function inLine(text: string): string {
  return text.replaceAll(/\s/gu, ' ')
}

/** The text of a mark, as far as it is known. */
function textOf({ start, before, phrase, after }: PhrasePlace, from: number, to: number): string {
  const around = before + phrase + after
  const first = start - before.length
  const isCut = from < first || to > first + around.length
  const text = around.slice(Math.max(0, from - first), Math.max(0, to - first))
  return inLine(isCut ? `${text}…` : text)
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-phrase-panel': RubricPhrasePanel
  }
}
