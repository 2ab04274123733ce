import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Direction, Granularity } from '../../core/text/movement.ts'
import type { TextRange } from '../../core/text/range.ts'
import { snapToWords } from '../../core/text/snap.ts'
import { count, longDate } from '../state/format.ts'
import { activeField } from '../state/active-field.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Workspace } from '../state/workspace.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { DomOffsets } from './dom-offsets.ts'
import './overview-ruler.ts'
import { paragraphViews, type ParagraphView } from './paragraph-views.ts'
import { ReaderCursor } from './reader-cursor.ts'
import { ReaderPointer } from './reader-pointer.ts'
import { renderParagraph } from './render-paragraph.ts'
import { reveal } from './reveal.ts'

const CURSOR_HIGHLIGHT = 'rubric-cursor'

/** The title is looked for among the first paragraphs only; further down it is a mention. */
const TITLE_REACH = 8

/**
 * The article: its text, exactly, with the marks on it. It stands in the document itself and not in
 * a shadow tree, so that the document's selection, find and assistive technology see plain text.
 */
@customElement('rubric-reader')
export class RubricReader extends SignalWatcher(LitElement) {
  @query('[role=region]') private readonly _region!: HTMLElement
  @query('.reader-scroller') private readonly _scroller!: HTMLElement

  @property({ attribute: false }) workspace!: Workspace

  private _session: ArticleSession | null = null
  private _cursor: ReaderCursor | undefined
  private _offsets: DomOffsets | undefined
  private _shown: TextRange | null = null
  private _shownSpan: string | null = null
  private _lineX: number | undefined
  private _known: TextRange | undefined
  private readonly _pointer = new ReaderPointer(this)

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('copy', this._copy)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('copy', this._copy)
  }

  /** Carries out what the mouse did last, before a key that comes right after it. */
  settle(): void {
    this._pointer.settle()
  }

  selectAll(): void {
    const { outline, text } = this._session ?? {}
    const range =
      outline && text !== undefined && snapToWords(outline, { start: 0, end: text.length })
    if (range) this._session?.select(range, 'keyboard', { start: 0, end: outline.text.length })
  }

  /** Moves or extends the cursor. Left and right are those of the screen in right-to-left text. */
  moveCursor(granularity: Granularity, direction: Direction, extend: boolean): void {
    this._lineX = undefined
    this._cursor?.move(granularity, direction, extend)
  }

  moveSideways(granularity: Granularity, side: Direction, extend: boolean): void {
    this.moveCursor(granularity, this.isRightToLeft ? (side === 1 ? -1 : 1) : side, extend)
  }

  jump(direction: Direction, extend: boolean): void {
    this._lineX = undefined
    this._cursor?.jump(direction, extend)
  }

  moveLine(direction: Direction, extend: boolean): void {
    const focus = this._cursor?.focus
    if (focus === undefined || this._offsets === undefined) {
      this._cursor?.move('word', direction, extend)
      return
    }
    const rectangle = this._offsets.toDomRange(focus).getBoundingClientRect()
    this._lineX ??= rectangle.left + rectangle.width / 2
    const found = this._offsetOnLine(rectangle, direction, focus)
    if (found === undefined) this._cursor?.move('paragraph', direction, extend)
    else this._cursor?.moveTo(found, extend)
  }

  /** Whether the paragraph at the cursor reads from right to left. */
  get isRightToLeft(): boolean {
    const range = this._session?.selection.get()
    const paragraph = range && this._offsets?.paragraphAt(range.start)
    return paragraph ? getComputedStyle(paragraph).direction === 'rtl' : false
  }

  /** Text that was selected by other means than the pointer or the cursor, such as Select All. */
  get freshSelection(): TextRange | undefined {
    const range = this._offsets?.rangeOf(document.getSelection())
    return range && !isSame(range, this._known) ? range : undefined
  }

  /** Shows bounds that are not applied yet; null shows what is. */
  preview(range: TextRange | null): void {
    if (range && this._offsets) {
      CSS.highlights.set(CURSOR_HIGHLIGHT, new Highlight(this._offsets.toDomRange(range)))
    } else this.requestUpdate()
  }

  get session(): ArticleSession | null {
    return this._session
  }

  get offsets(): DomOffsets | undefined {
    return this._offsets
  }

  override focus(): void {
    this._region?.focus({ preventScroll: true })
  }

  protected override willUpdate(): void {
    const session = this.workspace.article.get()
    if (session === this._session) return
    this._session = session
    this._cursor = session ? new ReaderCursor(session) : undefined
    this._shown = null
    this._shownSpan = null
    if (this._scroller) this._scroller.scrollTop = 0
  }

  protected override updated(_changed: PropertyValues): void {
    this._offsets = this._region ? new DomOffsets(this._region) : undefined
    const session = this._session
    if (session === null || this._offsets === undefined) return
    this._showSelection(session, this._offsets)
    // Whatever the selection is after this differs from now on by the person's doing only.
    this._known = this._offsets.rangeOf(document.getSelection())
  }

  /** Paints the cursor, and lets the document's selection follow it, so that copying works. */
  private _showSelection(session: ArticleSession, offsets: DomOffsets): void {
    const range = session.selection.get()
    const spanId = session.selectedId.get()
    const domRange = range && offsets.toDomRange(range)
    if (domRange && spanId === null) CSS.highlights.set(CURSOR_HIGHLIGHT, new Highlight(domRange))
    else CSS.highlights.delete(CURSOR_HIGHLIGHT)
    if (range === this._shown && spanId === this._shownSpan) return
    this._shown = range
    this._shownSpan = spanId
    if (domRange === null) return
    if (activeField() === null) {
      const selection = document.getSelection()
      // The ring of a selected span says enough; the document's selection would hide its tint.
      if (spanId === null) selection?.setBaseAndExtent(...pointsOf(domRange))
      else selection?.collapse(domRange.startContainer, domRange.startOffset)
    }
    reveal(this._scroller, domRange, offsets.paragraphAt(range?.start ?? 0))
  }

  /** The offset a line further on, at the column that the cursor came from. */
  private _offsetOnLine(from: DOMRect, direction: Direction, focus: TextRange): number | undefined {
    const step = 8
    const edge = direction === 1 ? from.bottom : from.top
    for (let distance = step; distance < 160; distance += step) {
      const offset = this._offsets?.offsetAt(this._lineX ?? from.left, edge + direction * distance)
      if (offset === undefined) continue
      if (direction === 1 ? offset > focus.end : offset < focus.start) return offset
    }
    return undefined
  }

  /** On the document, for a selection may begin above the text, and copying must give the text. */
  private readonly _copy = (event: ClipboardEvent): void => {
    const session = this._session
    if (session === null || event.defaultPrevented || activeField() !== null) return
    const range = this._offsets?.rangeOf(document.getSelection()) ?? session.selectedSpan.get()
    if (!range) return
    event.clipboardData?.setData('text/plain', session.quote(range))
    event.preventDefault()
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.article.get()
    if (session === null) return this._renderEmpty()
    const meta = session.meta.get()
    const labels = this.workspace.labelByName.get()
    const selectedId = session.selectedId.get()
    const spans = session.spans.get()
    const titleIndex = session.outline.paragraphs
      .slice(0, TITLE_REACH)
      .findIndex((range) => collapse(session.quote(range)) === meta.title)
    const facts = [
      meta.outlet,
      meta.published && `published ${longDate(meta.published)}`,
      count(session.offsets.codePointLength, 'character'),
    ]
    const paragraphs = guard([session, spans, selectedId, labels, titleIndex], () => {
      const { views, lanes } = paragraphViews(session.outline.paragraphs, spans, selectedId)
      const context = { text: session.text, labels, lanes, selectedId }
      return repeat(
        views,
        ({ range }) => `${session.id} ${range.start}`,
        (view, index) => this._renderParagraph(view, index, index === titleIndex, context),
      )
    })
    return html`
      <div class="reader-scroller">
        <article class="column">
          <header>
            <h1 dir="auto" class=${titleIndex === -1 ? '' : 'visually-hidden'}>${meta.title}</h1>
            <p class="facts">${facts.filter(Boolean).join(' · ')}</p>
          </header>
          ${this._renderText(paragraphs)}
        </article>
      </div>
      <rubric-overview-ruler .workspace=${this.workspace}></rubric-overview-ruler>
    `
  }

  private _renderText(paragraphs: unknown): TemplateResult {
    // White space between the paragraphs would become text of the article.
    // prettier-ignore
    return html`<div
      role="region"
      aria-label="Article text"
      tabindex="0"
      class="article-text"
      @mousedown=${this._pointer.press}
      @pointerdown=${this._pointer.pull}
      @dragstart=${(event: Event) => event.preventDefault()}
    >${paragraphs}</div>`
  }

  private _renderParagraph(
    view: ParagraphView,
    index: number,
    isTitle: boolean,
    context: Parameters<typeof renderParagraph>[1],
  ): TemplateResult {
    const lanes = { '--lanes': String(Math.max(1, view.lanes)) }
    const content = guard([view.key, context.labels], () => renderParagraph(view, context))
    // White space inside the paragraph would become text of the article.
    // prettier-ignore
    return html`<p
      dir="auto"
      class=${isTitle ? 'title' : ''}
      data-start=${view.range.start}
      data-number=${index + 1}
      ${styleProperties(lanes)}
    >${content}</p>`
  }

  private _renderEmpty(): TemplateResult | typeof nothing {
    const state = this.workspace.state.get()
    if (state === null || state.annotator === null) return nothing
    if (state.project === null) {
      return html`<div class="reader-empty">
        <h1>No project is open</h1>
        <p>Open a project or make a new one from the menu at the top left.</p>
      </div>`
    }
    const caps = keyCaps('Mod+I', state.host.platform === 'darwin')
    return html`<div class="reader-empty">
      <h1>Nothing to read yet</h1>
      <p>
        Drop text files or a folder onto this window, or press
        ${caps.map((cap) => html`<kbd>${cap}</kbd> `)} to choose them.
      </p>
    </div>`
  }
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function isSame(a: TextRange, b: TextRange | undefined): boolean {
  return a.start === b?.start && a.end === b.end
}

function pointsOf(range: Range): [Node, number, Node, number] {
  return [range.startContainer, range.startOffset, range.endContainer, range.endOffset]
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-reader': RubricReader
  }
}
