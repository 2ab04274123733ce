import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X, type IconNode } from 'lucide'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles } from '../elements/shared-styles.ts'
import type { Find, SearchOptions } from '../state/find.ts'
import type { Workspace } from '../state/workspace.ts'
import { findBarStyles } from './find-bar-styles.ts'

/**
 * Finding in the text: over the upper edge of the reader while it is open. What is sought, and where
 * it was found, is the workspace's.
 * @fires rubric-leave - It was closed from within: the keyboard goes to the text.
 */
@customElement('rubric-find-bar')
export class RubricFindBar extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, findBarStyles]

  @query('input') private readonly _field!: HTMLInputElement | null

  @property({ attribute: false }) workspace!: Workspace

  /** How often it had been asked for when it was drawn last. */
  private _openings = 0

  private get _find(): Find {
    return this.workspace.find
  }

  protected override updated(): void {
    const openings = this._find.openings.get()
    if (openings === this._openings) return
    this._openings = openings
    this._field?.focus()
    this._field?.select()
  }

  private _close(): void {
    this._find.close()
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  /** The keys that go from hit to hit everywhere are commands, here as elsewhere. */
  private _key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') this._close()
    else if (event.key === 'Enter' && event.target === this._field) {
      if (event.shiftKey) this._find.previous()
      else this._find.next()
    } else return
    event.preventDefault()
  }

  protected override render(): TemplateResult | typeof nothing {
    const find = this._find
    // Read here, so that the bar is drawn again when it is asked for again.
    find.openings.get()
    return find.isOpen.get() ? this._renderBar(find) : nothing
  }

  private _renderBar(find: Find): TemplateResult {
    const problem = find.problem.get()
    const options = find.options.get()
    const isEmpty = find.hits.get().length === 0
    // A press on a button leaves the keyboard where it is: in the field, or in the text.
    return html`<div
      role="search"
      aria-label="In the text"
      @keydown=${this._key}
      @mousedown=${(event: Event) => event.target !== this._field && event.preventDefault()}
    >
      <div class="row">
        <div class="field">
          <input
            type="search"
            class=${options.isExpression ? 'expression' : ''}
            aria-label="Find in the text"
            aria-invalid=${problem === null ? 'false' : 'true'}
            aria-describedby=${ifDefined(problem === null ? undefined : 'problem')}
            placeholder="Find in the text"
            autocomplete="off"
            spellcheck="false"
            maxlength="1000"
            .value=${live(find.query.get())}
            @input=${(event: Event) => find.seek((event.target as HTMLInputElement).value)}
          />
          ${renderCount(find)}
        </div>
        ${renderStep('Previous (Shift+Enter)', ChevronUp, isEmpty, () => find.previous())}
        ${renderStep('Next (Enter)', ChevronDown, isEmpty, () => find.next())}
        <span class="gap"></span>
        ${this._renderToggle('matchCase', 'Match case', icon(CaseSensitive, 18))}
        ${this._renderToggle('ignoreDiacritics', 'Match accents, quotes and dashes', 'á')}
        ${this._renderToggle('wholeWord', 'Whole words only', icon(WholeWord))}
        ${this._renderToggle('isExpression', 'Regular expression', icon(Regex, 14))}
        <span class="gap"></span>
        <button type="button" aria-label="Close" title="Close (Escape)" @click=${this._close}>
          ${icon(X)}
        </button>
      </div>
      ${
        problem === null
          ? nothing
          : html`<p id="problem" class="problem" role="alert">${problem}</p>`
      }
    </div>`
  }

  /** A switch that is down when it makes the search stricter, or makes another of it. */
  private _renderToggle(
    option: keyof SearchOptions,
    label: string,
    face: SVGElement | string,
  ): TemplateResult {
    const find = this._find
    const { [option]: value, isExpression } = find.options.get()
    const isLoosening = option === 'ignoreDiacritics'
    return html`<button
      type="button"
      aria-label=${label}
      aria-pressed=${value === isLoosening ? 'false' : 'true'}
      title=${label}
      ?disabled=${isLoosening && isExpression}
      @click=${() => find.compare({ [option]: !value })}
    >
      ${face}
    </button>`
  }
}

function renderStep(
  title: string,
  face: IconNode,
  isDisabled: boolean,
  step: () => void,
): TemplateResult {
  return html`<button
    type="button"
    aria-label=${title.replace(/ .*/, '')}
    title=${title}
    ?disabled=${isDisabled}
    @click=${step}
  >
    ${icon(face)}
  </button>`
}

/** Which of how many hits is the current one; it is there all the time, so that changes are spoken. */
function renderCount(find: Find): TemplateResult {
  const words = countOf(find)
  return html`<span role="status" class=${words === NO_HITS ? 'count none' : 'count'}
    >${words}</span
  >`
}

const NO_HITS = 'No hits'

function countOf(find: Find): string {
  const total = find.hits.get().length
  if (find.query.get() === '' || find.problem.get() !== null) return ''
  if (total === 0) return find.isSearching.get() ? 'Searching…' : NO_HITS
  const [at, all] = [(find.at.get() ?? 0) + 1, total].map((amount) => amount.toLocaleString('en'))
  return `${at} of ${all}${find.hasMore.get() ? '+' : ''}`
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-find-bar': RubricFindBar
  }
}
