import { LitElement, css, html, type TemplateResult } from 'lit'
import { SignalWatcher } from '@lit-labs/signals'
import { customElement, property, query } from 'lit/decorators.js'
import type { Span } from '../../core/annotation/span.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { Workspace } from '../state/workspace.ts'
import type { TextSurface } from '../text/text-surface.ts'

/** In CSS pixels. */
const WIDTH = 10
const LEAST_HEIGHT = 2
/** Milliseconds between a change and its drawing. */
const PAUSE = 120
/** A long span is a longer tick, not a bar that hides the ticks of those it holds. */
const MOST_HEIGHT = 8

/**
 * Where in the article its spans and the hits of a search lie, at a glance, as far down as the scroll
 * bar beside it. A picture for the eye: the list of spans says the same.
 * @fires rubric-jump - A place was clicked; the detail is how far down it is, from 0 to 1.
 */
@customElement('rubric-overview-ruler')
export class RubricOverviewRuler extends SignalWatcher(LitElement) {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0 15px 0 auto;
      width: ${WIDTH}px;
      cursor: pointer;
    }

    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `

  @query('canvas') private readonly _canvas!: HTMLCanvasElement

  @property({ attribute: false }) workspace!: Workspace

  private _surface: TextSurface | null = null
  private _waiting = 0
  /** What the drawing shows, as long as that stays the same. */
  private _shown: readonly unknown[] = []
  private readonly _schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(
    (scheme) => matchMedia(scheme),
  )
  private readonly _resizing = new ResizeObserver(() => this._drawAgain())

  override connectedCallback(): void {
    super.connectedCallback()
    this._resizing.observe(this)
    for (const scheme of this._schemes) scheme.addEventListener('change', this._drawAgain)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this._resizing.disconnect()
    for (const scheme of this._schemes) scheme.removeEventListener('change', this._drawAgain)
    clearTimeout(this._waiting)
    this._waiting = 0
  }

  /** Draws what the surface shows by now, unless that is drawn already. */
  draw(surface: TextSurface): void {
    this._surface = surface
    const session = this.workspace.article.get()
    const shown = [session?.spans.get(), this.workspace.find.hits.get(), surface.layout.version]
    if (shown.every((part, index) => part === this._shown[index])) return
    this._shown = shown
    this._drawAgain()
  }

  /** A moment later, once for all that happens until then: what is marked is what a person waits for. */
  private readonly _drawAgain = (): void => {
    if (this._waiting !== 0) return
    this._waiting = window.setTimeout(() => {
      this._waiting = 0
      this._draw()
    }, PAUSE)
  }

  private _draw(): void {
    const surface = this._surface
    const session = this.workspace.article.get()
    const context = this._canvas.getContext('2d')
    const height = this.clientHeight
    if (surface === null || session === null || context === null || height === 0) return
    this._canvas.width = WIDTH * devicePixelRatio
    this._canvas.height = height * devicePixelRatio
    context.scale(devicePixelRatio, devicePixelRatio)
    const style = getComputedStyle(this)
    const colours = new Map<string, string>()
    const colour = (name: string): string => {
      const known = colours.get(name) ?? style.getPropertyValue(`--${name}`)
      colours.set(name, known)
      return known
    }
    const labels = this.workspace.labelByName.get()
    const hueOf = ({ label }: Span): string => labels.get(label)?.hue ?? 'violet'
    const spans = session.spans.get()
    const rows = Math.ceil(height)
    /** Calls back with every row of pixels that a range takes, for thousands share a few hundred. */
    const eachRow = (
      ranges: readonly TextRange[],
      take: (row: number, at: number) => void,
    ): void => {
      const tops = surface.layout.fractionsOf(ranges.map(({ start }) => start))
      const scale = height / session.text.length
      for (const [at, { start, end }] of ranges.entries()) {
        const top = Math.min(rows - LEAST_HEIGHT, Math.round((tops[at] ?? 0) * height))
        const tall = Math.round(clamp((end - start) * scale, LEAST_HEIGHT, MOST_HEIGHT))
        for (let row = top; row < Math.min(rows, top + tall); row++) take(row, at)
      }
    }
    const hues = Array.from({ length: rows }, () => new Set<string>())
    eachRow(spans, (row, at) => {
      const span = spans[at]
      if (span) hues[row]?.add(hueOf(span))
    })
    for (const [row, found] of hues.entries()) {
      // Where several labels share a row, each has its part of it.
      const width = WIDTH / 2 / Math.max(1, found.size)
      for (const [part, hue] of [...found].toSorted().entries()) {
        context.fillStyle = colour(hue)
        context.fillRect(WIDTH / 2 + part * width, row, width, 1)
      }
    }
    context.fillStyle = colour('ink')
    const hits = new Set<number>()
    eachRow(this.workspace.find.hits.get(), (row) => hits.add(row))
    for (const row of hits) context.fillRect(0, row, WIDTH / 2 - 1, 1)
  }

  private _jump(event: PointerEvent): void {
    if (event.buttons !== 1) return
    const { top, height } = this.getBoundingClientRect()
    const detail = Math.min(1, Math.max(0, (event.clientY - top) / Math.max(1, height)))
    this.dispatchEvent(new CustomEvent('rubric-jump', { detail }))
  }

  private _press(event: PointerEvent): void {
    event.preventDefault()
    this._canvas.setPointerCapture(event.pointerId)
    this._jump(event)
  }

  protected override render(): TemplateResult {
    return html`<canvas
      aria-hidden="true"
      @pointerdown=${this._press}
      @pointermove=${this._jump}
    ></canvas>`
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-overview-ruler': RubricOverviewRuler
  }
  interface HTMLElementEventMap {
    'rubric-jump': CustomEvent<number>
  }
}
