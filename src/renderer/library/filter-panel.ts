import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { ArticleFilter } from '../../contract/article-filter.ts'
import { STATUSES } from '../../core/annotation/annotation-set.ts'
import { compareText } from '../../core/annotation/span.ts'
import { buttonStyles, fieldStyles, sharedStyles, panelStyles } from '../elements/shared-styles.ts'
import { STATUS_NAMES } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import { filterPanelStyles } from './filter-panel-styles.ts'

/** Parts of a filter that are chosen from a list; those that are typed. */
type Chosen = 'outlet' | 'label' | 'status' | 'annotator'
type Typed = 'from' | 'to' | 'note'

/** What can be chosen, and what it is called. */
type Options = readonly (readonly [value: string, title: string])[]

/**
 * Which articles the library shows, beside the words that are sought: every change is seen in the list
 * behind at once. It is a popover, which its owner shows and hides.
 * @fires rubric-close - Escape was pressed.
 */
@customElement('rubric-filter-panel')
export class RubricFilterPanel extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, panelStyles, filterPanelStyles]

  @query('select') private readonly _first!: HTMLSelectElement

  @property({ attribute: false }) workspace!: Workspace

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('keydown', this._key)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('keydown', this._key)
  }

  override focus(): void {
    this._first.focus()
  }

  private readonly _key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.dispatchEvent(new Event('rubric-close'))
  }

  private _change(parts: Partial<ArticleFilter>): void {
    this.workspace.search.change(parts)
  }

  protected override render(): TemplateResult {
    const { state } = this.workspace
    const you = state.get()?.annotator?.id
    const people = state.get()?.project?.annotators ?? []
    const others = people.filter(({ id }) => id !== you)
    return html`
      <div class="head">
        <h2>Show articles</h2>
        <button type="button" class="quiet" @click=${() => this.workspace.search.clearFilters()}>
          Clear
        </button>
      </div>
      <div class="fields">
        ${this._renderChoice('outlet', 'Outlet', 'Any outlet', this._outlets())}
        ${this._renderField('from', 'Published since', 'date', 'half')}
        ${this._renderField('to', 'until', 'date', 'half')}
        <div class="marks">
          ${this._renderChoice(
            'annotator',
            'Marks of',
            'You',
            others.map(({ id, name }) => [id, name]),
          )}
          ${this._renderChoice(
            'status',
            'Status',
            'Any status',
            STATUSES.map((status) => [status, STATUS_NAMES[status]]),
            'half',
          )}
          ${this._renderChoice(
            'label',
            'Label',
            'Any label',
            this.workspace.labels.get().map(({ name }) => [name, name]),
            'half',
          )}
          ${this._renderField('note', 'Words in a note', 'search')}
        </div>
      </div>
    `
  }

  private _outlets(): Options {
    const outlets = this.workspace.library.entries.get().flatMap(({ outlet }) => outlet ?? [])
    return [...new Set(outlets)].toSorted(compareText).map((outlet) => [outlet, outlet])
  }

  private _renderChoice(
    name: Chosen,
    title: string,
    none: string,
    options: Options,
    width = '',
  ): TemplateResult {
    const value = this.workspace.search.filter.get()[name] ?? ''
    const choose = (event: Event): void => {
      const chosen = (event.target as HTMLSelectElement).value
      this._change({ [name]: chosen === '' ? null : chosen })
    }
    return html`<label class=${width}>
      ${title}
      <select @change=${choose}>
        <option value="" .selected=${live(value === '')}>${none}</option>
        ${options.map(
          ([option, words]) =>
            html`<option value=${option} .selected=${live(option === value)}>${words}</option>`,
        )}
      </select>
    </label>`
  }

  private _renderField(
    name: Typed,
    title: string,
    type: 'date' | 'search',
    width = '',
  ): TemplateResult {
    const value = this.workspace.search.filter.get()[name] ?? ''
    const take = (event: Event): void => {
      const typed = (event.target as HTMLInputElement).value
      this._change({ [name]: type === 'date' && typed === '' ? null : typed })
    }
    return html`<label class=${width}>
      ${title}
      <input type=${type} maxlength="500" .value=${live(value)} @input=${take} />
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-filter-panel': RubricFilterPanel
  }
}
