import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { MessageSquareText } from 'lucide'
import { indexOfPlace } from '../../core/annotation/span-search.ts'
import type { Span } from '../../core/annotation/span.ts'
import { shorten } from '../../core/text/shorten.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { rowsStyles, VirtualRows } from '../elements/virtual-rows.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { removeSelected } from '../state/marking.ts'
import { spokenValues, valuesLine } from '../state/value-words.ts'
import type { Workspace } from '../state/workspace.ts'
import { spanListStyles } from './span-list-styles.ts'

const ROW_HEIGHT = 28
/** Air above the first row, in which those that are scrolled away fade out. */
const AIR = 6

/** Most of a quote that a row shows, in UTF-16 code units: more than the widest pane holds. */
const SHOWN_QUOTE = 200

/**
 * Most of a quote in a row's accessible name, in UTF-16 code units. A paragraph goes in whole, so that
 * a name tells spans apart; a whole article would be read out for minutes.
 */
const NAMED_QUOTE = 1000

/**
 * The article's spans in order of position, each with its values; only the rows in sight are in the document. Letters and
 * digits keep what they mean in the window, which is why there is no going to a row by its letters.
 * @fires rubric-leave - Enter was pressed: the keyboard goes to the span in the text.
 */
@customElement('rubric-span-list')
export class RubricSpanList extends LatePanel {
  static override styles = [sharedStyles, rowsStyles, spanListStyles]

  @query('.list') private readonly _list!: HTMLElement

  @property({ attribute: false }) workspace!: Workspace

  private _article: string | null = null
  private _shown: { readonly id: string; readonly index: number } | null = null
  /** Where a span is pointed at from here, which another article may have replaced since. */
  private _pointing: ArticleSession | null = null
  private readonly _rows = new VirtualRows(this, {
    list: () => this._list ?? null,
    heightOf: () => ROW_HEIGHT,
    air: AIR,
  })

  /** Where the list begins in its pane; null while there is nothing to hold. */
  private _top: number | null = null
  private readonly _resizes = new ResizeObserver(() => this._hold())

  override connectedCallback(): void {
    super.connectedCallback()
    this._resizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this._resizes.disconnect()
    this._point(null)
  }

  /** Keeps the selected row in sight when another one becomes it or an edit has put it elsewhere. */
  protected override updated(): void {
    const session = this.workspace.article.get()
    if (session?.id !== this._article) {
      this._article = session?.id ?? null
      this._top = null
      this._list.scrollTop = 0
    }
    const span = session?.selectedSpan.get() ?? null
    const index = session && span ? indexOfPlace(session.spans.get(), span) : -1
    if (span?.id === this._shown?.id && (span === null || index === this._shown?.index)) return
    this._shown = span && { id: span.id, index }
    this._reveal()
  }

  /** Brings the selected row into sight. */
  private _reveal(): void {
    if (this._shown === null) return
    const top = this._shown.index * ROW_HEIGHT
    const lowest = AIR + top + ROW_HEIGHT - this._list.clientHeight
    this._list.scrollTop = Math.min(top, Math.max(lowest, this._list.scrollTop))
  }

  /**
   * The card above comes with a selection and is as high as its quote is long. The rows stay where
   * they are on the screen all the same, so that the one that was clicked stays beneath the mouse.
   */
  private _hold(): void {
    const moved = this.offsetTop - (this._top ?? this.offsetTop)
    this._top = this.offsetTop
    if (moved === 0) return
    this._list.scrollTop += moved
    this._reveal()
  }

  /** Says which span is pointed at, so that the text shows it. */
  private _point(id: string | null): void {
    const session = this.workspace.article.get()
    if (this._pointing !== session) this._pointing?.pointedId.set(null)
    this._pointing = id === null ? null : session
    session?.pointedId.set(id)
  }

  /** On the list and not on its rows, which come and go beneath a mouse that rests. */
  private _hover({ target }: PointerEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null
    this._point(row?.dataset['span'] ?? null)
  }

  private _key(event: KeyboardEvent): void {
    const session = this.workspace.article.get()
    if (!session || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter') {
      this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
    } else if (event.key === 'Delete' || event.key === 'Backspace') this._remove(session)
    else if (!this._step(session, event.key)) return
    event.preventDefault()
  }

  /** @returns False when the key goes nowhere in a list. */
  private _step(session: ArticleSession, key: string): boolean {
    const spans = session.spans.get()
    const [before, after] = neighboursOf(session)
    const page = Math.max(1, Math.floor(this._list.clientHeight / ROW_HEIGHT) - 1)
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: after,
      ArrowUp: before,
      PageDown: after + page - 1,
      PageUp: before - page + 1,
      Home: 0,
      End: spans.length - 1,
    }
    const target = targets[key]
    if (target === undefined) return false
    const id = spans[Math.max(0, Math.min(target, spans.length - 1))]?.id ?? null
    session.selectSpan(id)
    this._point(id)
    return true
  }

  /** Deletes the selected span and goes on at the one that follows, as one does in a list. */
  private _remove(session: ArticleSession): void {
    const selected = session.selectedSpan.get()
    if (selected === null) return
    const index = indexOfPlace(session.spans.get(), selected)
    removeSelected(this.workspace)
    if (session.selectedSpan.get() !== null) return
    const spans = session.spans.get()
    const next = spans[Math.min(index, spans.length - 1)]?.id ?? null
    session.selectSpan(next)
    this._point(next)
  }

  protected override render(): TemplateResult {
    const session = this.workspace.article.get()
    const spans = session?.spans.get() ?? []
    this._rows.count(spans.length)
    const selected = session?.selectedSpan.get() ?? null
    const isShown = selected !== null && this._rows.isDrawn(indexOfPlace(spans, selected))
    return html`${
        session && spans.length === 0
          ? html`<p class="nothing">Select text and press a label’s key.</p>`
          : nothing
      }
      <div
        class="list"
        role="listbox"
        aria-label="Spans"
        tabindex="0"
        aria-activedescendant=${isShown ? `span-${selected.id}` : nothing}
        @keydown=${this._key}
        @blur=${() => this._point(null)}
        @pointerover=${this._hover}
        @pointerleave=${() => this._point(null)}
      >
        ${
          session &&
          this._rows.render(
            spans,
            ({ id }) => id,
            (span, index, top) => this._renderRow(session, span, index, top),
          )
        }
      </div>`
  }

  private _renderRow(
    session: ArticleSession,
    span: Span,
    index: number,
    top: number,
  ): TemplateResult {
    const label = this.workspace.labelByName.get().get(span.label)
    const quote = session.quote(span)
    const attributes = label?.attributes ?? []
    const spoken = spokenValues(span.attributes, attributes)
    const isSelected = span.id === session.selectedId.get()
    const isPointed = span.id === session.pointedId.get()
    return html`<div
      class=${classMap({ row: true, [label?.hue ?? 'violet']: true, pointed: isPointed })}
      role="option"
      id="span-${span.id}"
      data-span=${span.id}
      aria-label="${span.label}: ${shorten(quote, NAMED_QUOTE)}${spoken && ` (${spoken})`}"
      aria-description=${span.note === null ? nothing : 'with a note'}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-posinset=${index + 1}
      aria-setsize=${session.spans.get().length}
      @click=${() => session.selectSpan(span.id)}
      ${styleProperties({ '--top': `${top}px` })}
    >
      <rubric-label-badge .label=${label}></rubric-label-badge>
      <span class="quote" dir="auto">${shorten(quote, SHOWN_QUOTE)}</span>
      ${
        spoken === ''
          ? nothing
          : html`<span class="values"><bdi>${valuesLine(span.attributes, attributes)}</bdi></span>`
      }
      ${span.note === null ? nothing : icon(MessageSquareText, 13)}
    </div>`
  }
}

/** The spans before and after the selected one, or else before and after the cursor in the text. */
function neighboursOf(session: ArticleSession): readonly [before: number, after: number] {
  const spans = session.spans.get()
  const selected = session.selectedSpan.get()
  if (selected !== null) {
    const index = indexOfPlace(spans, selected)
    return [index - 1, index + 1]
  }
  const start = session.selection.get()?.start ?? 0
  const index = indexOfPlace(spans, { start, end: Infinity, label: '', id: '' })
  return [index - 1, index]
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-span-list': RubricSpanList
  }
}
