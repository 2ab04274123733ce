import { svg, type SVGTemplateResult } from 'lit'
import type { Label } from '../../../core/annotation/label-set.ts'
import { isDefined, type Measure } from '../../../core/review/agreement/measure.ts'
import { intervalWords, measureWords } from '../../state/figures/figure-words.ts'
import type { FigureParts } from '../../state/figures/figures.ts'
import type { Drawing } from '../figure.ts'
import { fitting, part } from './part.ts'

/** One row: a figure with its interval. */
export interface Dot {
  readonly name: string
  /** Of what it is drawn in its colour; null is all labels. */
  readonly hue: Label['hue'] | null
  readonly measure: Measure
  readonly interval: readonly [number, number] | undefined
  readonly parts: FigureParts
}

const ROW = 34
const TOP = 8
const AXIS = 26

/** Figures one below the other, each a dot with its interval as a line, on a scale that ends at 1. */
export function dotPlot(dots: readonly Dot[], drawing: Drawing): SVGTemplateResult {
  const { width } = drawing
  const left = Math.min(150, Math.round(width * 0.26))
  const right = width - (width < 480 ? 46 : 132)
  const lowest = Math.min(
    0,
    ...dots.flatMap(({ measure, interval }) => valuesOf(measure, interval)),
  )
  const from = Math.floor(lowest * 5) / 5
  const x = (value: number): number => left + ((value - from) / (1 - from)) * (right - left)
  const bottom = TOP + dots.length * ROW
  const ticks = Array.from({ length: Math.round((1 - from) * 5) + 1 }, (_, tick) => from + tick / 5)
  return svg`<svg class="picture" viewBox="0 0 ${width} ${bottom + AXIS}" width=${width}
    height=${bottom + AXIS} role="group" aria-label="Dot plot">
    ${ticks.map(
      (tick) => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1=${TOP} y2=${bottom} />
        <text class="tick" x=${x(tick)} y=${bottom + 17} text-anchor="middle">${tick.toFixed(1)}</text>`,
    )}
    ${dots.map((dot, row) => drawDot(dot, TOP + row * ROW, { x, left, right, drawing }))}
  </svg>`
}

function valuesOf(measure: Measure, interval: Dot['interval']): readonly number[] {
  return isDefined(measure) ? [measure, ...(interval ?? [])] : []
}

interface Scale {
  readonly x: (value: number) => number
  readonly left: number
  readonly right: number
  readonly drawing: Drawing
}

function drawDot(
  { name, hue, measure, interval, parts }: Dot,
  top: number,
  { x, left, right, drawing }: Scale,
): SVGTemplateResult {
  const y = top + ROW / 2
  const said = intervalWords(interval)
  const words = `${name}: ${measureWords(measure)}${said === '' ? '' : `, 95 % interval ${said}`}`
  const isNarrow = drawing.width < 480
  const drawn = svg`
    <rect class="row" x="0" y=${top + 1} width=${drawing.width} height=${ROW - 2} rx="6" />
    <text class="name ${hue === null ? 'all' : ''}" x=${left - 12} y=${y + 4} text-anchor="end">${fitting(name, left - 16)}</text>
    ${
      isDefined(measure)
        ? svg`${
            interval === undefined
              ? ''
              : svg`<line class="interval ${hue ?? 'ink'}" x1=${x(interval[0])} x2=${x(interval[1])} y1=${y} y2=${y} />
                <line class="interval ${hue ?? 'ink'}" x1=${x(interval[0])} x2=${x(interval[0])} y1=${y - 4} y2=${y + 4} />
                <line class="interval ${hue ?? 'ink'}" x1=${x(interval[1])} x2=${x(interval[1])} y1=${y - 4} y2=${y + 4} />`
          }
          ${
            hue === null
              ? svg`<rect class="dot ink" x=${x(measure) - 5} y=${y - 5} width="10" height="10" transform="rotate(45 ${x(measure)} ${y})" />`
              : svg`<circle class="dot ${hue}" cx=${x(measure)} cy=${y} r="5.5" />`
          }
          <text class="value" x=${right + 14} y=${y + 4}>${measureWords(measure)}</text>
          ${isNarrow ? '' : svg`<text class="tick" x=${right + 52} y=${y + 4}>${said}</text>`}`
        : svg`<text class="undefined" x=${left} y=${y + 4}>${fitting(measureWords(measure), drawing.width - left)}</text>`
    }`
  return part(drawing, words, parts, drawn)
}
