import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { CircleCheck, Flag, Layers } from 'lucide'
import { HISTORY_LIMIT } from '../../core/annotation/history.ts'
import type { PastChange } from '../../core/annotation/past-sets.ts'
import { icon } from '../elements/icon.ts'
import '../elements/label-badge.ts'
import { LatePanel } from '../elements/late-panel.ts'
import { sharedStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { rowsStyles, VirtualRows } from '../elements/virtual-rows.ts'
import type { ArticleSession } from '../state/article-session.ts'
import { goBack } from '../state/go-back.ts'
import { clockTime } from '../state/moments.ts'
import { tellChange, type ToldChange } from '../state/tell-change.ts'
import type { Workspace } from '../state/workspace.ts'
import { historyListStyles } from './history-list-styles.ts'
import { historyRows, type HistoryRow } from './history-rows.ts'

/** In CSS pixels, as in the styles. */
const ROW_HEIGHT = 48
const DAY_HEIGHT = 30

/**
 * Everything that was done to the open article's marks, the newest first; only the rows in sight are in
 * the document. The selected row is the moment that the window shows.
 * @fires rubric-close - Escape was pressed.
 */
@customElement('rubric-history-list')
export class RubricHistoryList extends LatePanel {
  static override styles = [sharedStyles, rowsStyles, historyListStyles]

  @query('.list') private readonly _list!: HTMLElement | null

  @property({ attribute: false }) workspace!: Workspace

  private _changes: readonly PastChange[] | null = null
  private _moments: readonly HistoryRow[] = []
  /** Where each moment stands among the rows, by its number. */
  private _indexes: ReadonlyMap<number, number> = new Map()
  private _shown = -1
  private readonly _rows = new VirtualRows(this, {
    list: () => this._list ?? null,
    heightOf: (index) => (this._moments[index]?.type === 'day' ? DAY_HEIGHT : ROW_HEIGHT),
  })

  override focus(): void {
    this.catchUp()
    this._list?.focus({ preventScroll: true })
  }

  protected override updated(): void {
    const { moment } = this.workspace.history
    const index = this._indexes.get(moment.get()) ?? -1
    if (index === this._shown) return
    this._shown = index
    this._reveal(index)
  }

  /** Brings a row into sight; the heading above the first one comes with it. */
  private _reveal(index: number): void {
    const place = this._rows.placeOf(index)
    if (place === undefined || this._list === null) return
    const top = index === 1 ? 0 : place.start
    const lowest = place.end - this._list.clientHeight
    this._list.scrollTop = Math.min(top, Math.max(lowest, this._list.scrollTop))
  }

  private _key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter') goBack(this.workspace)
    else if (event.key === 'Escape') this.dispatchEvent(new Event('rubric-close'))
    else if (!this._step(event.key)) return
    event.preventDefault()
  }

  /** @returns False when the key goes nowhere in a list. */
  private _step(key: string): boolean {
    const { history } = this.workspace
    const last = this._changes?.length ?? 0
    const page = Math.max(1, Math.floor((this._list?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const moment = history.moment.get()
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: moment - 1,
      ArrowUp: moment + 1,
      PageDown: moment - page,
      PageUp: moment + page,
      Home: last,
      End: 0,
    }
    const target = targets[key]
    if (target === undefined) return false
    const next = Math.max(0, Math.min(target, last))
    if (next !== moment) history.look(next)
    return true
  }

  private _take(changes: readonly PastChange[]): void {
    if (changes === this._changes) return
    this._changes = changes
    this._moments = historyRows(changes, new Date())
    this._indexes = new Map(
      this._moments.flatMap((row, index) => (row.type === 'day' ? [] : [[row.moment, index]])),
    )
    this._shown = -1
    this._rows.count(this._moments.length)
    // Days begin at other rows than before.
    this._rows.measure()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { article, history } = this.workspace
    const session = article.get()
    const changes = history.changes.get()
    this._take(changes.ok ? changes.value : [])
    const moment = history.moment.get()
    if (session === null) return nothing
    const isShown = this._rows.isDrawn(this._indexes.get(moment) ?? -1)
    return html`<div
      class="list"
      role="listbox"
      aria-label="Changes, the newest first"
      tabindex="0"
      aria-activedescendant=${isShown ? `moment-${moment}` : nothing}
      @keydown=${this._key}
    >
      ${this._rows.render(this._moments, keyOf, (row, _index, top) =>
        this._renderRow(session, row, top, moment),
      )}
    </div>`
  }

  private _renderRow(
    session: ArticleSession,
    row: HistoryRow,
    top: number,
    moment: number,
  ): TemplateResult {
    const place = styleProperties({ '--top': `${top}px` })
    if (row.type === 'day') {
      return html`<div class="day" role="presentation" ${place}>${row.day}</div>`
    }
    const told = this._tell(session, row)
    const time = row.type === 'change' ? clockTime(row.change.at) : ''
    const by = row.type === 'change' ? this._nameOf(row.change.by) : null
    const isSelected = row.moment === moment
    return html`<div
      class=${classMap({ row: true, later: row.moment > moment })}
      role="option"
      id="moment-${row.moment}"
      aria-label=${nameOf(told, time, by)}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-posinset=${(this._changes?.length ?? 0) - row.moment + 1}
      aria-setsize=${(this._changes?.length ?? 0) + 1}
      @click=${() => this.workspace.history.look(row.moment)}
      ${place}
    >
      ${this._mark(told, row)}
      <span class=${classMap({ subject: true, quote: told.isQuote, gone: told.isGone })} dir="auto"
        >${told.subject}</span
      >
      <span class="time">${time}</span>
      <span class="words" title=${told.words}>
        <bdi>${told.words}</bdi
        >${this._isShared && by !== null ? html` · <bdi>${by}</bdi>` : nothing}
      </span>
    </div>`
  }

  private _mark(told: ToldChange, row: HistoryRow): TemplateResult {
    if (told.label !== null) {
      const label = this.workspace.labelByName.get().get(told.label)
      return html`<rubric-label-badge .label=${label}></rubric-label-badge>`
    }
    const isStatus = told.subject === 'Status'
    const node = row.type === 'beginning' ? Flag : isStatus ? CircleCheck : Layers
    return html`<span class="mark">${icon(node, 15)}</span>`
  }

  private _tell(session: ArticleSession, row: Exclude<HistoryRow, { type: 'day' }>): ToldChange {
    if (row.type === 'beginning') {
      const isCut = (this._changes?.length ?? 0) >= HISTORY_LIMIT
      const words = isCut ? 'older changes are no longer kept' : 'before the first change'
      return { label: null, subject: 'Beginning', isQuote: false, isGone: false, words }
    }
    const entry = session.document.get().history[row.change.index]
    return tellChange(row.change, entry?.edit ?? row.change.edit, session.text)
  }

  /** Whether several people made these changes, so that it is worth saying who. */
  private get _isShared(): boolean {
    const annotator = this.workspace.article.get()?.document.get().set.annotator
    return this._changes?.some(({ by }) => by !== annotator) ?? false
  }

  private _nameOf(id: string): string {
    const { annotator, project } = this.workspace.state.get() ?? {}
    // Whoever has just made the first mark may not be in the project as it was opened.
    if (annotator?.id === id) return annotator.name
    return project?.annotators.find((other) => other.id === id)?.name ?? id
  }
}

/** A clock that was set back may bring the heading of a day twice. */
function keyOf(row: HistoryRow, index: number): string | number {
  return row.type === 'day' ? `day-${index}` : row.moment
}

/** What a row is called where it is heard. */
function nameOf({ subject, isQuote, words }: ToldChange, time: string, by: string | null): string {
  const what = isQuote ? `“${subject}”` : subject
  return [`${what} ${words.replaceAll(' → ', ' to ')}`, time, by].filter(Boolean).join(', ')
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-history-list': RubricHistoryList
  }
  interface HTMLElementEventMap {
    'rubric-close': Event
  }
}
