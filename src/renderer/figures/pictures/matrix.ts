import { svg, type SVGTemplateResult } from 'lit'
import type { Drawing, FigureCell } from '../figure.ts'
import { fitting, part } from './part.ts'

export interface Matrix {
  /** What the rows and the columns are, as two annotators' names; null where they need no name. */
  readonly axes: readonly [rows: string, columns: string] | null
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row; an empty text is drawn as a gap. */
  readonly cells: readonly (readonly FigureCell[])[]
}

const ROW = 34
const HEAD = 34

/** A table of tinted cells, each of which opens what it is made of. */
export function matrix(
  { axes, rows, columns, cells }: Matrix,
  drawing: Drawing,
): SVGTemplateResult {
  const { width } = drawing
  const left = Math.min(170, Math.round(width * 0.28))
  const cell = Math.min(130, (width - left) / Math.max(1, columns.length))
  const top = HEAD + (axes === null ? 0 : 20)
  const height = top + rows.length * ROW + 4
  return svg`<svg class="picture" viewBox="0 0 ${width} ${height}" width=${width} height=${height}
    role="group" aria-label="Matrix">
    ${
      axes === null
        ? ''
        : svg`<text class="axis" x=${left} y="14">${fitting(`${axes[1]} →`, width - left)}</text>
            <text class="axis" x=${left - 12} y=${top - 12} text-anchor="end">${fitting(`${axes[0]} ↓`, left - 16)}</text>`
    }
    ${columns.map(
      (name, column) =>
        svg`<text class="name" x=${left + (column + 0.5) * cell} y=${top - 12} text-anchor="middle"><title>${name}</title>${fitting(name, cell - 6)}</text>`,
    )}
    ${rows.map(
      (name, row) => svg`
        <text class="name" x=${left - 12} y=${top + row * ROW + 21} text-anchor="end"><title>${name}</title>${fitting(name, left - 16)}</text>
        ${(cells[row] ?? []).map((each, column) =>
          drawCell(each, `${name}, ${columns[column] ?? ''}`, {
            x: left + column * cell,
            y: top + row * ROW,
            width: cell,
            drawing,
          }),
        )}`,
    )}
  </svg>`
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly drawing: Drawing
}

function drawCell(
  { text, parts, tint }: FigureCell,
  name: string,
  { x, y, width, drawing }: Place,
): SVGTemplateResult {
  const drawn = svg`
    <rect class="cell" x=${x + 1.5} y=${y + 1.5} width=${width - 3} height=${ROW - 3} rx="5" />
    ${tint === undefined ? '' : svg`<rect class="tint ${tint.tone}" x=${x + 1.5} y=${y + 1.5} width=${width - 3} height=${ROW - 3} rx="5" opacity=${(tint.strength * 0.5).toFixed(3)} />`}
    <text class="count" x=${x + width / 2} y=${y + 21} text-anchor="middle">${fitting(text, width - 8)}</text>`
  return part(drawing, `${name}: ${text === '' ? 'nothing' : text}`, parts, drawn)
}
