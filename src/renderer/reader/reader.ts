import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Direction, Granularity } from '../../core/text/movement.ts'
import type { TextRange } from '../../core/text/range.ts'
import { snapToWords } from '../../core/text/snap.ts'
import { activeField } from '../state/active-field.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { count, longDate } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { factsLine } from '../elements/facts.ts'
import { keyCaps } from '../elements/key-cap.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { HitsView } from './hits-view.ts'
import './overview-ruler.ts'
import type { RubricOverviewRuler } from './overview-ruler.ts'
import { ReaderCursor } from './reader-cursor.ts'
import { ReaderPointer } from './reader-pointer.ts'
import { SelectionView } from './selection-view.ts'
import { TextGauge } from '../text/text-gauge.ts'
import { TextSurface } from '../text/text-surface.ts'
import { styleOf } from '../text/typography.ts'
import { VerticalCursor } from './vertical-cursor.ts'

/** What stands once the first article is drawn. */
interface Parts {
  readonly surface: TextSurface
  readonly selection: SelectionView
  readonly hits: HitsView
  readonly vertical: VerticalCursor
  readonly pointer: ReaderPointer
  readonly resizing: ResizeObserver
}

/**
 * The article: its text, exactly, with the marks on it. It stands in the document itself and not in
 * a shadow tree, so that the document's selection and assistive technology see plain text.
 */
@customElement('rubric-reader')
export class RubricReader extends SignalWatcher(LitElement) {
  @query('[role=region]') private readonly _region!: HTMLElement
  @query('.gauge') private readonly _gauge!: HTMLElement
  @query('.reader-scroller') private readonly _scroller!: HTMLElement
  @query('rubric-overview-ruler') private readonly _ruler!: RubricOverviewRuler

  @property({ attribute: false }) workspace!: Workspace

  private _session: ArticleSession | null = null
  private _cursor: ReaderCursor | undefined
  private _parts: Parts | null = null

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
    this._dispose()
  }

  /** Selects the whole text; the window stays where it is. */
  selectAll(): void {
    const { outline } = this._session ?? {}
    const whole = outline && { start: 0, end: outline.text.length }
    const range = whole && snapToWords(outline, whole)
    if (!range) return
    this._parts?.selection.keepStill(range)
    this._session?.select(range, 'keyboard', whole)
  }

  /** Moves or extends the cursor. Left and right are those of the screen in right-to-left text. */
  moveCursor(granularity: Granularity, direction: Direction, extend: boolean): void {
    this._parts?.vertical.forget()
    this._cursor?.move(granularity, direction, extend)
  }

  moveSideways(granularity: Granularity, side: Direction, extend: boolean): void {
    this.moveCursor(granularity, this.isRightToLeft ? (side === 1 ? -1 : 1) : side, extend)
  }

  jump(direction: Direction, extend: boolean): void {
    this._parts?.vertical.forget()
    this._cursor?.jump(direction, extend)
  }

  moveLine(direction: Direction, extend: boolean): void {
    if (this._cursor) this._parts?.vertical.moveLine(this._cursor, direction, extend)
  }

  /** Turns the text by a page, and the cursor with it. */
  page(direction: Direction, extend: boolean): void {
    if (this._cursor) this._parts?.vertical.movePage(this._cursor, direction, extend)
  }

  /** Whether the paragraph at the cursor reads from right to left. */
  get isRightToLeft(): boolean {
    const range = this._session?.selection.get()
    const row = range && this._parts?.surface.rowAt(range.start)
    return row ? getComputedStyle(row).direction === 'rtl' : false
  }

  /** Text that was selected by other means than the pointer or the cursor. */
  get freshSelection(): TextRange | undefined {
    return this._parts?.selection.fresh
  }

  /** Ends what the mouse is about to do. @returns Whether it was doing something. */
  cancelPointer(): boolean {
    return this._parts?.pointer.cancel() ?? false
  }

  override focus(): void {
    this._region?.focus({ preventScroll: true })
  }

  protected override updated(): void {
    const session = this.workspace.article.get()
    if (session === null) {
      this._dispose()
      return
    }
    const { surface, selection, hits } = (this._parts ??= this._build())
    if (session !== this._session) this._cursor = new ReaderCursor(session)
    this._session = session
    surface.show(
      {
        paragraphs: session.outline.paragraphs,
        title: session.titleParagraph.get(),
        direction: session.direction.get(),
        directionOf: (paragraph) => session.directionOf(paragraph),
        reading: this.workspace.reading.settings.get(),
      },
      {
        text: session.text,
        index: session.index.get(),
        labels: this.workspace.labelByName.get(),
        selectedId: session.selectedId.get(),
      },
    )
    selection.show(session, this._cursor?.focus)
    hits.show(this.workspace.find)
    this._markCurrent()
    this._ruler.draw(surface)
  }

  private _build(): Parts {
    const gauge = new TextGauge(this._gauge)
    const onDraw = (): void => {
      this._parts?.selection.refresh()
      this._parts?.hits.paint()
      this._markCurrent()
    }
    const surface = new TextSurface({
      scroller: this._scroller,
      root: this._region,
      gauge,
      onDraw,
      onMeasure: () => this._ruler.draw(surface),
    })
    const selection = new SelectionView(surface, this._scroller)
    const hits = new HitsView(surface, (range) => selection.bringIntoSight(range))
    const resizing = new ResizeObserver(() => surface.resize())
    resizing.observe(this._scroller)
    resizing.observe(this._gauge)
    const vertical = new VerticalCursor(surface, selection, this._scroller)
    const pointer = new ReaderPointer(
      {
        workspace: this.workspace,
        offsets: surface.offsets,
        session: () => this._session,
        preview: (range) => selection.preview(range),
        focus: () => this.focus(),
      },
      this._scroller,
    )
    return { surface, selection, hits, vertical, pointer, resizing }
  }

  private _dispose(): void {
    this._parts?.resizing.disconnect()
    this._parts?.surface.dispose()
    this._parts?.selection.dispose()
    this._parts?.hits.dispose()
    this._parts = null
    this._session = null
  }

  /** In focus mode all but the paragraph with the cursor are dimmed. */
  private _markCurrent(): void {
    const { surface } = this._parts ?? {}
    const at = this._session?.selection.get()?.start
    const isFocused = this.workspace.reading.settings.get().focus
    const current = isFocused && at !== undefined ? surface?.rowAt(at) : undefined
    for (const row of surface?.rows ?? []) row.classList.toggle('current', row === current)
  }

  /** On the document, for nothing may be selected there when a span is to be copied. */
  private readonly _copy = (event: ClipboardEvent): void => {
    const session = this._session
    if (session === null || event.defaultPrevented || activeField() !== null) return
    const range = this.freshSelection ?? session.selection.get()
    if (!range) return
    event.clipboardData?.setData('text/plain', session.quote(range))
    event.preventDefault()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { workspace } = this
    const session = workspace.article.get()
    if (session === null) return this._renderEmpty()
    const meta = session.meta.get()
    const reading = workspace.reading.settings.get()
    const facts = [
      meta.outlet,
      meta.published && `published ${longDate(meta.published)}`,
      count(session.offsets.codePointLength, 'character'),
    ]
    const classes = ['chips', 'numbers', 'focus'].filter((name) => reading[name as 'chips'])
    if (session.past.get() !== null) classes.push('past')
    const direction = session.direction.get() ?? 'auto'
    const hasTitle = session.titleParagraph.get() !== -1
    return html`
      <div class="reader-scroller" @scroll=${() => this._parts?.surface.sync()}>
        <article class="column ${classes.join(' ')}" ${styleProperties(styleOf(reading))}>
          <header>
            <h1 dir=${direction} class=${hasTitle ? 'visually-hidden' : ''}>${meta.title}</h1>
            <p class="facts">${factsLine(...facts)}</p>
          </header>
          <div
            class="article-text"
            lang=${session.language.get() ?? nothing}
            role="region"
            aria-label="Article text"
            tabindex="0"
          ></div>
          <div
            class="article-text gauge"
            lang=${session.language.get() ?? nothing}
            aria-hidden="true"
            inert
          ></div>
        </article>
      </div>
      <rubric-overview-ruler
        .workspace=${workspace}
        @wheel=${(event: WheelEvent) => this._scroller.scrollBy({ top: event.deltaY })}
        @rubric-jump=${(event: CustomEvent<number>) =>
          this._parts?.surface.scrollToFraction(event.detail)}
      ></rubric-overview-ruler>
      ${this._renderDraft(session)}
    `
  }

  /** The words that a span will hold when the mouse lets go of its end. */
  private _renderDraft(session: ArticleSession): TemplateResult | typeof nothing {
    const draft = session.draft.get()
    if (draft === null) return nothing
    return html`<output class="draft" aria-live="off">${session.quote(draft)}</output>`
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
    const chord = this.workspace.keys.shown('import.files')
    const caps = chord === undefined ? [] : keyCaps(chord, state.host.platform === 'darwin')
    return html`<div class="reader-empty">
      <h1>Nothing to read yet</h1>
      <p>
        Drop text files or a folder onto this
        window${
          caps.length > 0
            ? html`, or press ${caps.map((cap) => html`<kbd>${cap}</kbd> `)} to choose them`
            : nothing
        }.
      </p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-reader': RubricReader
  }
}
