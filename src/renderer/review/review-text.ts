import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { SpanIndex } from '../../core/annotation/span-index.ts'
import { rangeOf } from '../../core/review/review-items.ts'
import type { TextRange } from '../../core/text/range.ts'
import { factsLine } from '../elements/facts.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { TextHighlight } from '../text/highlights.ts'
import { reveal } from '../text/reveal.ts'
import { TextGauge } from '../text/text-gauge.ts'
import { TextSurface } from '../text/text-surface.ts'
import { styleOf } from '../text/typography.ts'
import { count, longDate } from '../state/format.ts'
import type { ReviewSession } from '../state/review/review-session.ts'
import { titleParagraphOf } from '../state/title-paragraph.ts'
import type { Workspace } from '../state/workspace.ts'
import { drawnReview, type DrawnReview } from './drawn-spans.ts'

interface Parts {
  readonly surface: TextSurface
  readonly place: TextHighlight
  readonly resizing: ResizeObserver
}

/**
 * The article under review: its text with the lines of all annotators beneath what they do not agree on.
 * It stands in the document itself, as the reader does.
 */
@customElement('rubric-review-text')
export class RubricReviewText extends SignalWatcher(LitElement) {
  @query('.reader-scroller') private readonly _scroller!: HTMLElement
  @query('[role=region]') private readonly _region!: HTMLElement
  @query('.gauge') private readonly _gauge!: HTMLElement

  @property({ attribute: false }) workspace!: Workspace

  private _parts: Parts | null = null
  private _session: ReviewSession | null = null
  private _looked: string | null = null
  private _drawn: { readonly from: readonly unknown[]; readonly drawn: DrawnReview } | null = null
  private _index: SpanIndex | null = null

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this._dispose()
  }

  override focus(): void {
    this._region?.focus({ preventScroll: true })
  }

  /** The text that the mouse has selected, if any. */
  get selected(): TextRange | null {
    const range = this._parts?.surface.offsets.rangeOf(document.getSelection())
    return range && range.start < range.end ? range : null
  }

  protected override updated(): void {
    const session = this.workspace.review.session.get()
    if (session === null) return this._dispose()
    const { surface } = (this._parts ??= this._build())
    const isOther = session !== this._session
    this._session = session
    const { styles } = this._drawing(session)
    surface.show(
      {
        paragraphs: session.outline.paragraphs,
        title: titleParagraphOf(session.outline, session.opened.get().meta.title),
        direction: session.opened.get().meta.direction,
        directionOf: (paragraph) => session.directionOf(paragraph),
        reading: this.workspace.reading.settings.get(),
      },
      {
        text: session.text,
        index: this._index ?? new SpanIndex([]),
        labels: styles,
        selectedId: null,
      },
    )
    this._paint()
    const { id } = session.current.get() ?? { id: null }
    if (isOther || id !== this._looked) this._bringIn()
    this._looked = id
  }

  /** What is drawn, made anew only when something about it has changed. */
  private _drawing(session: ReviewSession): DrawnReview {
    const items = session.items.get()
    const labels = this.workspace.labels.get()
    const annotators = session.annotators.get()
    const from = [items, labels, annotators]
    if (this._drawn?.from.every((each, index) => each === from[index]) === true) {
      return this._drawn.drawn
    }
    const drawn = drawnReview(items, annotators, labels, (id) => this.workspace.nameOf(id))
    this._drawn = { from, drawn }
    this._index = new SpanIndex(drawn.spans)
    return drawn
  }

  private get _place(): TextRange | null {
    const session = this._session
    const current = session?.current.get() ?? null
    return session?.draft.get() ?? (current && rangeOf(current))
  }

  private _paint(): void {
    const place = this._place
    const { surface, place: highlight } = this._parts ?? {}
    if (surface) highlight?.paint(place ? [place] : [], surface.offsets, surface.drawnRange)
  }

  private _bringIn(): void {
    const place = this._place
    const surface = this._parts?.surface
    if (place === null || surface === undefined) return
    surface.bringIn(place.start)
    const { start, end } = surface.drawnRange
    const seen = { start: Math.max(place.start, start), end: Math.min(place.end, end) }
    if (seen.start < seen.end) reveal(this._scroller, surface.offsets.toDomRange(seen))
    this._paint()
  }

  private _build(): Parts {
    const surface = new TextSurface({
      scroller: this._scroller,
      root: this._region,
      gauge: new TextGauge(this._gauge),
      onDraw: () => this._paint(),
      onMeasure: () => undefined,
    })
    const place = new TextHighlight('rubric-place')
    place.connect()
    const resizing = new ResizeObserver(() => surface.resize())
    resizing.observe(this._scroller)
    resizing.observe(this._gauge)
    return { surface, place, resizing }
  }

  private _dispose(): void {
    this._parts?.resizing.disconnect()
    this._parts?.surface.dispose()
    this._parts?.place.disconnect()
    this._parts = null
    this._session = null
    this._looked = null
  }

  /** A click on marked text looks at its place. */
  private _click(event: MouseEvent): void {
    const session = this._session
    const offset = this._parts?.surface.offsets.offsetAt(event.clientX, event.clientY)
    if (session === null || offset === undefined || this.selected !== null) return
    const near = session.items.get().filter((item) => {
      const { start, end } = rangeOf(item)
      return start <= offset && offset < end
    })
    const [smallest] = near.toSorted((a, b) => lengthOf(rangeOf(a)) - lengthOf(rangeOf(b)))
    if (smallest) session.look(smallest.id)
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.workspace.review.session.get()
    if (session === null) return nothing
    // What is asked for here is drawn by hand afterwards.
    session.items.get()
    session.current.get()
    session.draft.get()
    const { meta } = session.opened.get()
    const reading = this.workspace.reading.settings.get()
    const { agreed } = session.progress.get()
    const hasTitle = titleParagraphOf(session.outline, meta.title) !== -1
    const facts = [
      meta.outlet,
      meta.published && `published ${longDate(meta.published)}`,
      agreed > 0 ? `${count(agreed, 'span')} agreed by all, taken with one key` : null,
    ]
    return html`
      <div class="reader-scroller" @scroll=${() => this._parts?.surface.sync()}>
        <article
          class="column ${reading.numbers ? 'numbers' : ''}"
          ${styleProperties(styleOf(reading))}
        >
          <header>
            <h1 dir="auto" class=${hasTitle ? 'visually-hidden' : ''}>${meta.title}</h1>
            <p class="facts">${factsLine(...facts)}</p>
          </header>
          <div
            class="article-text"
            lang=${meta.language ?? nothing}
            role="region"
            aria-label="Article under review"
            tabindex="0"
            @click=${this._click}
          ></div>
          <div
            class="article-text gauge"
            lang=${meta.language ?? nothing}
            aria-hidden="true"
            inert
          ></div>
        </article>
      </div>
    `
  }
}

function lengthOf({ start, end }: TextRange): number {
  return end - start
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-review-text': RubricReviewText
  }
}
