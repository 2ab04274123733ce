import type { SVGTemplateResult } from 'lit'
import type { FigureParts } from '../state/figures/figures.ts'

/** A cell of a table of figures. */
export interface FigureCell {
  readonly text: string
  /** What is behind the figure; undefined where there is nothing to open. */
  readonly parts?: FigureParts
  /** How strongly the cell is tinted, from 0 to 1, and for what. */
  readonly tint?: { readonly tone: 'agreement' | 'dispute'; readonly strength: number }
  /** Whether it is read and not compared. */
  readonly isText?: boolean
}

/** A figure twice: as a table, and as a picture where people would rather look. */
export interface Figure {
  /** What its files are called, without their ending. */
  readonly file: string
  readonly title: string
  /** What it shows, in a sentence. */
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly FigureCell[])[]
  /** Undefined for what a table shows best. */
  readonly picture?: (drawing: Drawing) => SVGTemplateResult
}

/** What a picture is drawn with. */
export interface Drawing {
  /** In CSS pixels. */
  readonly width: number
  /** Shows what a figure is made of. */
  readonly open: (parts: FigureParts) => void
}
