import { VirtualizerController } from '@tanstack/lit-virtual'
import { css, html, nothing, type LitElement, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { styleProperties } from './style-properties.ts'

/** Rows drawn above and beneath those in sight, so that a hand that scrolls sees none come. */
const OVERSCAN = 6

interface VirtualRowsOptions {
  /** What is scrolled; null before it is drawn. */
  readonly list: () => HTMLElement | null
  /** Height of a row in CSS pixels, as in the styles. */
  readonly heightOf: (index: number) => number
  /** Air above the first row, in CSS pixels. */
  readonly air?: number
}

/** For whoever draws them: `.list` is scrolled, and holds what `VirtualRows.render` makes. */
export const rowsStyles = css`
  .list {
    min-height: 0;
    overflow: auto;
    outline: none;
  }

  .all {
    position: relative;
    height: var(--height);
  }

  .all > * {
    position: absolute;
    inset-inline: 0;
    top: 0;
    transform: translateY(var(--top));
    cursor: default;
  }
`

/** The rows of a list of which only those in sight are in the document. */
export class VirtualRows {
  readonly #controller: VirtualizerController<HTMLElement, HTMLElement>

  constructor(host: LitElement, { list, heightOf, air = 0 }: VirtualRowsOptions) {
    this.#controller = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      getScrollElement: list,
      estimateSize: heightOf,
      paddingStart: air,
      overscan: OVERSCAN,
    })
  }

  /** Says how many rows there are, before they are drawn. */
  count(rows: number): void {
    const virtualizer = this.#controller.getVirtualizer()
    virtualizer.setOptions({ ...virtualizer.options, count: rows })
  }

  /** Asks again how high each row is. */
  measure(): void {
    this.#controller.getVirtualizer().measure()
  }

  /** Whether a row is in the document. */
  isDrawn(index: number): boolean {
    return this.#controller
      .getVirtualizer()
      .getVirtualItems()
      .some((row) => row.index === index)
  }

  /** Where a row begins and ends in the list, in CSS pixels. */
  placeOf(index: number): { readonly start: number; readonly end: number } | undefined {
    return this.#controller.getVirtualizer().measurementsCache[index]
  }

  scrollTo(index: number): void {
    this.#controller.getVirtualizer().scrollToIndex(index)
  }

  /**
   * The rows in sight, in a box as high as all of them.
   * @param keyOf - What tells an item from the others.
   * @param rowOf - Draws a row, `top` CSS pixels from the first one's place.
   */
  render<Item>(
    items: readonly Item[],
    keyOf: (item: Item, index: number) => unknown,
    rowOf: (item: Item, index: number, top: number) => TemplateResult,
  ): TemplateResult {
    const virtualizer = this.#controller.getVirtualizer()
    const height = styleProperties({ '--height': `${virtualizer.getTotalSize()}px` })
    return html`<div class="all" role="presentation" ${height}>
      ${repeat(
        virtualizer.getVirtualItems(),
        ({ index }) => {
          const item = items[index]
          return item === undefined ? index : keyOf(item, index)
        },
        ({ index, start }) => {
          const item = items[index]
          return item === undefined ? nothing : rowOf(item, index, start)
        },
      )}
    </div>`
  }
}
