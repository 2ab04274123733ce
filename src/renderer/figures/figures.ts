import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { CallReply } from '../../contract/calls.ts'
import { buttonStyles, fieldStyles, sharedStyles } from '../elements/shared-styles.ts'
import { MEASURES, type MeasureName } from '../state/figures/figure-words.ts'
import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'
import {
  allFigures,
  betweenAnnotators,
  byLabel,
  confusionFigure,
  overTime,
  type FigureGround,
} from './agreement-figures.ts'
import { hasValues, valueFigures } from './value-figures.ts'
import {
  disputedOutlets,
  disputedPhrases,
  edgePatterns,
  reviewProgress,
} from './dispute-figures.ts'
import type { Figure } from './figure.ts'
import './figure-card.ts'
import './figure-list.ts'
import './figure-selection.ts'
import { figuresStyles } from './figures-styles.ts'

type Report = CallReply<'agreement.measure'>

const PERIODS = [
  ['published', 'By publication'],
  ['changed', 'By marking'],
] as const

/** The figures of a project: how far its annotators agree, where they do not, and how far the review is. */
@customElement('rubric-figures')
export class RubricFigures extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, fieldStyles, figuresStyles]

  @property({ attribute: false }) workspace!: Workspace

  /** What opened the list; the keyboard goes back there. */
  #opener: HTMLElement | null = null

  private _closeList(): void {
    this.workspace.figures.close()
    this.#opener?.focus()
    this.#opener = null
  }

  protected override willUpdate(): void {
    const isOpen = this.workspace.figures.list.get() !== null
    const active = innermostActive(this.renderRoot)
    if (isOpen && active !== null && !isWithin(active, 'aside')) this.#opener = active
  }

  protected override render(): TemplateResult {
    const { figures } = this.workspace
    const list = figures.list.get()
    return html`
      <nav aria-label="What is compared">
        <rubric-figure-selection .workspace=${this.workspace}></rubric-figure-selection>
      </nav>
      <main aria-busy=${figures.isMeasuring.get() ? 'true' : 'false'}>
        <h1 class="visually-hidden">Figures</h1>
        ${this._renderHead()}
        <div class="column">${this._renderReport()}</div>
      </main>
      ${
        list === null
          ? nothing
          : html`<aside aria-label="What the figure is made of">
              <rubric-figure-list
                .workspace=${this.workspace}
                @rubric-leave=${this._closeList}
              ></rubric-figure-list>
            </aside>`
      }
    `
  }

  private _renderHead(): TemplateResult {
    const { figures } = this.workspace
    const measure = figures.measure.get()
    return html`<header>
      <label class="measure">
        <span>Measure</span>
        <select
          @change=${(event: Event) =>
            figures.measure.set((event.target as HTMLSelectElement).value as MeasureName)}
        >
          ${Object.entries(MEASURES).map(
            ([name, title]) =>
              html`<option value=${name} .selected=${live(name === measure)}>${title}</option>`,
          )}
        </select>
      </label>
      <p class="rests" role="status">${this._status()}</p>
      ${this._renderAction()}
    </header>`
  }

  private _status(): string {
    const { figures, progress } = this.workspace
    if (figures.isMeasuring.get()) {
      const { done = 0, total = 0 } = progress.get() ?? {}
      return total === 0 ? 'Measuring…' : `Measuring: ${done} of ${count(total, 'article')}`
    }
    const report = figures.report.get()
    if (report === null) return ''
    const { articles, tokens } = report.agreement.overall.n
    const hidden =
      report.hidden === 0
        ? ''
        : `. ${count(report.hidden, 'article')} left out that you are still marking`
    return `${count(articles, 'article')} that two have opened, ${count(tokens, 'word')}${hidden}`
  }

  private _renderAction(): TemplateResult | typeof nothing {
    const { figures } = this.workspace
    if (figures.isMeasuring.get()) {
      return html`<button type="button" @click=${() => figures.cancel()}>Cancel</button>`
    }
    if (!figures.isStale.get() && figures.problem.get() === null) return nothing
    return html`<button type="button" @click=${() => figures.refresh()}>
      ${figures.isStale.get() ? 'Something has changed: measure again' : 'Measure again'}
    </button>`
  }

  private _renderReport(): TemplateResult | typeof nothing {
    const { figures } = this.workspace
    const problem = figures.problem.get()
    const report = figures.report.get()
    if (problem !== null) return html`<p class="problem" role="alert">${problem}</p>`
    if (report === null) return nothing
    if (report.agreement.articles === 0) return this._renderEmpty()
    return this._renderFigures(report)
  }

  private _renderEmpty(): TemplateResult {
    return html`<div class="empty">
        <h2>Nothing to compare yet</h2>
        <p>
          Agreement is measured on articles that at least two annotators have opened. Import a
          colleague’s marks, share the project’s folder, or choose others on the left.
        </p>
      </div>
      ${this._renderCard(reviewProgress(this.workspace.review.entries.get()))}`
  }

  private _renderFigures({ agreement }: Report): TemplateResult {
    const { workspace } = this
    const { figures } = workspace
    const ground: FigureGround = {
      agreement,
      measure: figures.measure.get(),
      labelByName: workspace.labelByName.get(),
      nameOf: (annotator) => workspace.nameOf(annotator),
    }
    const { disputes } = agreement
    return html`
      <section aria-labelledby="agreement">
        <h2 id="agreement">Agreement</h2>
        ${this._renderCard(byLabel(ground))}
        <div class="pair">
          ${this._renderCard(confusionFigure(ground))}
          ${this._renderCard(betweenAnnotators(ground))}
        </div>
        ${this._renderPeriods()} ${this._renderCard(overTime(ground, figures.period.get()))}
        ${hasValues(agreement) ? this._renderCard(valueFigures(ground)) : nothing}
        ${this._renderCard(allFigures(ground))}
      </section>
      <section aria-labelledby="disputes">
        <h2 id="disputes">Where they differ</h2>
        ${this._renderCard(edgePatterns(disputes))} ${this._renderCard(disputedPhrases(disputes))}
        ${this._renderCard(disputedOutlets(disputes))}
      </section>
      <section aria-labelledby="review">
        <h2 id="review">Review</h2>
        ${this._renderCard(reviewProgress(workspace.review.entries.get()))}
      </section>
    `
  }

  private _renderPeriods(): TemplateResult {
    const { period } = this.workspace.figures
    return html`<div class="periods" role="group" aria-label="Time">
      ${PERIODS.map(
        ([name, title]) =>
          html`<button
            type="button"
            aria-pressed=${name === period.get() ? 'true' : 'false'}
            @click=${() => period.set(name)}
          >
            ${title}
          </button>`,
      )}
    </div>`
  }

  private _renderCard(figure: Figure): TemplateResult {
    return html`<rubric-figure-card
      .workspace=${this.workspace}
      .figure=${figure}
    ></rubric-figure-card>`
  }
}

/** The element that has the keyboard, however deep in shadow trees it stands. */
function innermostActive(root: HTMLElement | DocumentFragment): HTMLElement | null {
  let active = (root as ShadowRoot).activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active as HTMLElement | null
}

function isWithin(element: HTMLElement, selector: string): boolean {
  const root = element.getRootNode()
  if (element.closest(selector) !== null) return true
  return root instanceof ShadowRoot && isWithin(root.host as HTMLElement, selector)
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-figures': RubricFigures
  }
}
