import { SignalWatcher } from '@lit-labs/signals'
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { Minus, Plus, type IconNode } from 'lucide'
import type { ReadingSettings } from '../../contract/models.ts'
import { icon } from '../elements/icon.ts'
import { buttonStyles, sharedStyles, panelStyles } from '../elements/shared-styles.ts'
import { styleProperties } from '../elements/style-properties.ts'
import { READING_BOUNDS, type Reading, type ReadingMeasure } from '../state/reading.ts'
import { readingPanelStyles } from './reading-panel-styles.ts'

interface Measure {
  readonly name: ReadingMeasure
  readonly title: string
  /** What the buttons at the ends of the slider do. */
  readonly less: string
  readonly more: string
  /** How finely the slider moves; the buttons go by round values. */
  readonly step: number
  readonly shown: (value: number) => string
}

const MEASURES: readonly Measure[] = [
  {
    name: 'size',
    title: 'Text size',
    less: 'Smaller text',
    more: 'Larger text',
    step: 1,
    shown: (value) => `${value} px`,
  },
  {
    name: 'lineHeight',
    title: 'Line height',
    less: 'Lower lines',
    more: 'Higher lines',
    step: 0.02,
    shown: (value) => value.toFixed(2),
  },
  {
    name: 'width',
    title: 'Column width',
    less: 'Narrower column',
    more: 'Wider column',
    step: 10,
    shown: (value) => `${value} px`,
  },
]

const FONTS: readonly (readonly [ReadingSettings['font'], string])[] = [
  ['serif', 'Serif'],
  ['sans', 'Sans'],
  ['mono', 'Mono'],
]

type Switch = 'numbers' | 'chips' | 'focus'

const SWITCHES: readonly (readonly [Switch, string, string])[] = [
  ['numbers', 'Paragraph numbers', 'beside the text'],
  ['chips', 'Label letters', 'where a span starts'],
  ['focus', 'Focus mode', 'dims all but one paragraph'],
]

/**
 * How the text is set: every change is seen in the text behind at once. It is a popover, which its
 * owner shows and hides.
 * @fires rubric-leave - Escape was pressed: the keyboard goes back to the text.
 */
@customElement('rubric-reading-panel')
export class RubricReadingPanel extends SignalWatcher(LitElement) {
  static override styles = [sharedStyles, buttonStyles, panelStyles, readingPanelStyles]

  @query('input') private readonly _first!: HTMLInputElement

  @property({ attribute: false }) reading!: Reading

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
    // The browser would give the focus back to whatever had it before, such as the button.
    event.preventDefault()
    this.hidePopover()
    this.dispatchEvent(new Event('rubric-leave', { bubbles: true, composed: true }))
  }

  private _slide(name: ReadingMeasure, event: Event): void {
    this.reading.change({ [name]: (event.target as HTMLInputElement).valueAsNumber })
  }

  private _switch(name: Switch, event: Event): void {
    this.reading.change({ [name]: (event.target as HTMLInputElement).checked })
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <h2 id="heading">Reading</h2>
        <button type="button" class="quiet" @click=${() => this.reading.reset()}>Reset</button>
      </div>
      ${MEASURES.map((measure) => this._renderMeasure(measure))}
      <div class="fonts" role="radiogroup" aria-label="Font">
        ${FONTS.map(([font, title]) => this._renderFont(font, title))}
      </div>
      <div class="switches">
        ${SWITCHES.map(([name, title, hint]) => this._renderSwitch(name, title, hint))}
      </div>
    `
  }

  private _renderMeasure({ name, title, less, more, step, shown }: Measure): TemplateResult {
    const { min, max } = READING_BOUNDS[name]
    const value = this.reading.settings.get()[name]
    const filled = `${((value - min) / (max - min)) * 100}%`
    return html`<div class="measure">
      <label for=${name}>${title}</label>
      <output for=${name}>${shown(value)}</output>
      <div class="slide">
        ${this._renderStep(name, -1, less, Minus)}
        <input
          id=${name}
          type="range"
          min=${min}
          max=${max}
          step=${step}
          aria-valuetext=${shown(value)}
          .value=${String(value)}
          @input=${(event: Event) => this._slide(name, event)}
          ${styleProperties({ '--filled': filled })}
        />
        ${this._renderStep(name, 1, more, Plus)}
      </div>
    </div>`
  }

  /** For the mouse: the keyboard has the arrows of the slider between the two. */
  private _renderStep(
    name: ReadingMeasure,
    direction: 1 | -1,
    title: string,
    node: IconNode,
  ): TemplateResult {
    return html`<button
      type="button"
      class="quiet step"
      tabindex="-1"
      title=${title}
      aria-label=${title}
      aria-disabled=${this.reading.canStep(name, direction) ? 'false' : 'true'}
      @click=${() => this.reading.step(name, direction)}
    >
      ${icon(node, 14)}
    </button>`
  }

  private _renderFont(font: ReadingSettings['font'], title: string): TemplateResult {
    return html`<label class=${font}>
      <input
        type="radio"
        name="font"
        .checked=${this.reading.settings.get().font === font}
        @change=${() => this.reading.change({ font })}
      />
      <span class="sample" aria-hidden="true">Ag</span>
      <span>${title}</span>
    </label>`
  }

  private _renderSwitch(name: Switch, title: string, hint: string): TemplateResult {
    return html`<label>
      <span>${title} <small>${hint}</small></span>
      <input
        type="checkbox"
        role="switch"
        .checked=${this.reading.settings.get()[name]}
        @change=${(event: Event) => this._switch(name, event)}
      />
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-reading-panel': RubricReadingPanel
  }
}
