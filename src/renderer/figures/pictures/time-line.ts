import { svg, type SVGTemplateResult } from 'lit'
import { isDefined, type Measure } from '../../../core/review/agreement/measure.ts'
import type { FigureParts } from '../../state/figures/figures.ts'
import { measureWords } from '../../state/figures/figure-words.ts'
import { count } from '../../state/format.ts'
import type { Drawing } from '../figure.ts'
import { part } from './part.ts'

/** Agreement in one month or on one day. */
export interface Period {
  /** YYYY-MM or YYYY-MM-DD, or words where it is not known. */
  readonly when: string
  readonly isKnown: boolean
  readonly measure: Measure
  readonly articles: number
  readonly parts: FigureParts
}

const LEFT = 34
const RIGHT = 12
const TOP = 10
const HEIGHT = 150
/** The bars that say how many articles a dot rests on. */
const BARS = 34
const WIDEST_BAR = 36
const AXIS = 22
/** Between names of periods, in CSS pixels. */
const NAME = 76

/** Dots in the order of time, joined by a line; below each how many articles it rests on. */
export function timeLine(periods: readonly Period[], drawing: Drawing): SVGTemplateResult {
  const { width } = drawing
  const step = (width - LEFT - RIGHT) / Math.max(1, periods.length)
  const values = periods.flatMap(({ measure }) => (isDefined(measure) ? [measure] : []))
  const from = Math.floor(Math.min(0, ...values) * 5) / 5
  const x = (index: number): number => LEFT + (index + 0.5) * step
  const y = (value: number): number => TOP + HEIGHT - ((value - from) / (1 - from)) * HEIGHT
  const most = Math.max(1, ...periods.map(({ articles }) => articles))
  const base = TOP + HEIGHT + 12 + BARS
  const every = Math.max(1, Math.ceil(NAME / step))
  const bars = Math.max(1, Math.min(WIDEST_BAR, step * 0.7))
  const radius = Math.max(1.5, Math.min(5, step * 0.4))
  const dots = periods.flatMap(({ measure, isKnown }, index) =>
    isKnown && isDefined(measure) ? [`${x(index).toFixed(1)},${y(measure).toFixed(1)}`] : [],
  )
  return svg`<svg class="picture" viewBox="0 0 ${width} ${base + AXIS}" width=${width}
    height=${base + AXIS} role="group" aria-label="Agreement over time">
    ${[from, (1 + from) / 2, 1].map(
      (tick) => svg`<line class="grid" x1=${LEFT} x2=${width - RIGHT} y1=${y(tick)} y2=${y(tick)} />
        <text class="tick" x=${LEFT - 8} y=${y(tick) + 4} text-anchor="end">${tick.toFixed(1)}</text>`,
    )}
    <polyline class="course" points=${dots.join(' ')} />
    ${periods.map((period, index) => {
      const { when, measure, articles, parts } = period
      const bar = Math.max(1, (articles / most) * BARS)
      const words = `${when}: ${measureWords(measure)}, ${count(articles, 'article')}`
      const drawn = svg`
        <rect class="row" x=${x(index) - step / 2} y=${TOP} width=${step} height=${base - TOP} />
        <rect class="bar" x=${x(index) - bars / 2} y=${base - bar} width=${bars} height=${bar} />
        ${isDefined(measure) ? svg`<circle class="dot accent" cx=${x(index)} cy=${y(measure)} r=${radius} />` : ''}`
      return part(drawing, words, parts, drawn)
    })}
    ${periods.map(({ when }, index) =>
      index % every === 0
        ? svg`<text class="tick" x=${x(index)} y=${base + 16} text-anchor=${index === 0 && step < NAME ? 'start' : 'middle'}>${when}</text>`
        : '',
    )}
  </svg>`
}
