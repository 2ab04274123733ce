import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { sharedStyles } from './shared-styles.ts'

/** CSS pixels that an arrow key moves the edge by. */
const KEY_STEP = 16

/**
 * The movable edge between two panes.
 * @fires rubric-resize - While it is moved; the detail is the pane's new width in CSS pixels.
 * @fires rubric-resized - When it has been let go.
 */
@customElement('rubric-splitter')
export class RubricSplitter extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        z-index: 2;
        display: block;
        width: 1px;
        background: var(--hairline);
      }

      div {
        position: absolute;
        inset: 0 -4px;
        cursor: col-resize;
        touch-action: none;
      }

      div:hover::after,
      div:focus-visible::after {
        content: '';
        position: absolute;
        inset: 0 3px;
        background: var(--accent);
      }
    `,
  ]

  /** The accessible name: which pane it sizes. */
  @property() label = ''
  /** The pane's width in CSS pixels. */
  @property({ type: Number }) width = 0
  @property({ type: Number }) min = 200
  @property({ type: Number }) max = 480
  /** Whether the pane lies behind the edge, as the inspector does. */
  @property({ type: Boolean }) trailing = false

  private _set(width: number): void {
    const detail = Math.round(Math.min(this.max, Math.max(this.min, width)))
    this.dispatchEvent(new CustomEvent('rubric-resize', { detail }))
  }

  private _finish(): void {
    this.dispatchEvent(new Event('rubric-resized'))
  }

  private _press(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement
    const from = event.clientX
    const { width } = this
    const sign = this.trailing ? -1 : 1
    const follow = (move: PointerEvent): void => this._set(width + sign * (move.clientX - from))
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', follow)
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', follow)
        this._finish()
      },
      { once: true },
    )
  }

  private _key(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const sign = (event.key === 'ArrowRight') === this.trailing ? -1 : 1
    this._set(this.width + sign * KEY_STEP)
    this._finish()
  }

  protected override render(): TemplateResult {
    return html`<div
      role="separator"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuenow=${this.width}
      aria-valuemin=${this.min}
      aria-valuemax=${this.max}
      tabindex="0"
      @pointerdown=${this._press}
      @keydown=${this._key}
    ></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-splitter': RubricSplitter
  }
  interface HTMLElementEventMap {
    'rubric-resize': CustomEvent<number>
    'rubric-resized': Event
  }
}
