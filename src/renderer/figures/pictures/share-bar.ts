import { svg, type SVGTemplateResult } from 'lit'
import type { FigureParts } from '../../state/figures/figures.ts'
import { count } from '../../state/format.ts'
import type { Drawing } from '../figure.ts'
import { part } from './part.ts'

/** A part of a whole. */
export interface Share {
  readonly name: string
  readonly number: number
  readonly parts: FigureParts
}

const BAR = 18
const ROW = 26
const TOP = 4

/** A bar of shares, the first filled and each after it fainter, and below it what each is. */
export function shareBar(shares: readonly Share[], drawing: Drawing): SVGTemplateResult {
  const { width } = drawing
  const all = Math.max(
    1,
    shares.reduce((sum, { number }) => sum + number, 0),
  )
  const height = TOP + BAR + 14 + shares.length * ROW
  let from = 0
  return svg`<svg class="picture" viewBox="0 0 ${width} ${height}" width=${width} height=${height}
    role="group" aria-label="Shares">
    ${shares.map(({ number }, index) => {
      const x = (from / all) * width
      from += number
      return svg`<rect class="share share-${index}" x=${x} y=${TOP} width=${Math.max(0, (number / all) * width - 2)} height=${BAR} rx="3" />`
    })}
    ${shares.map(({ name, number, parts }, index) => {
      const y = TOP + BAR + 14 + index * ROW
      const words = `${name}: ${count(number, 'article')}`
      const drawn = svg`
        <rect class="row" x="0" y=${y} width=${width} height=${ROW - 2} rx="6" />
        <rect class="share share-${index}" x="10" y=${y + 6} width="12" height="12" rx="3" />
        <text class="name start" x="32" y=${y + 16}>${name}</text>
        <text class="value" x=${width - 12} y=${y + 16} text-anchor="end">${number}</text>`
      return part(drawing, words, number === 0 ? undefined : parts, drawn)
    })}
  </svg>`
}
