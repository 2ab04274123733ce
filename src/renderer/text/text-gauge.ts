import type { TextDirection } from '../../core/article/direction.ts'
import type { TextRange } from '../../core/text/range.ts'

/** What a cut paragraph is cut into, in UTF-16 code units; a screen or two. */
const PIECE = 2400

/** Measures text as it will be drawn, in an element of the same style that nobody sees. */
export class TextGauge {
  readonly #root: HTMLElement

  /** @param root - As wide as the column of text, hidden, in its style. */
  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** The width of the column in CSS pixels. */
  get width(): number {
    return this.#root.clientWidth
  }

  /** The heights of elements as they are when drawn. They are taken out again. */
  heightsOf(elements: readonly HTMLElement[]): readonly number[] {
    this.#root.replaceChildren(...elements)
    const heights = elements.map((element) => element.getBoundingClientRect().height)
    this.#root.replaceChildren()
    return heights
  }

  /**
   * Cuts a long paragraph where lines begin, so that its pieces, drawn one under the other, look like
   * the whole.
   * @returns The pieces in order.
   */
  cut(text: string, paragraph: TextRange, direction: TextDirection): readonly TextRange[] {
    const pieces: TextRange[] = []
    const element = document.createElement('p')
    element.dir = direction
    this.#root.replaceChildren(element)
    let { start } = paragraph
    while (paragraph.end - start > PIECE) {
      const content = document.createTextNode(text.slice(start, start + PIECE))
      element.replaceChildren(content)
      const end = start + lastLineOf(content)
      if (end === start) break
      pieces.push({ start, end })
      start = end
    }
    this.#root.replaceChildren()
    return [...pieces, { start, end: paragraph.end }]
  }
}

/** Where the last line of a drawn text begins. Lines follow each other as their characters do. */
function lastLineOf(content: Text): number {
  const range = document.createRange()
  const placeOf = (offset: number): DOMRect => {
    range.setStart(content, offset)
    range.setEnd(content, offset + 1)
    return range.getBoundingClientRect()
  }
  let from = 0
  let to = content.length - 1
  const { bottom, height } = placeOf(to)
  while (from < to) {
    const middle = (from + to) >>> 1
    if (placeOf(middle).bottom < bottom - height / 2) from = middle + 1
    else to = middle
  }
  return from
}
