import type { TextRange } from '../../core/text/range.ts'

/** A place in the document, as ranges and selections name it. */
interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/**
 * Converts between places in the rendered article and offsets in its text, in UTF-16 code units.
 * The root holds one element a paragraph, in order; each says where its text starts in
 * `data-start` and holds nothing but that text in its text nodes.
 */
export class DomOffsets {
  readonly #root: Element

  constructor(root: Element) {
    this.#root = root
  }

  /** @returns Undefined when the selection is not in the article, or empty. */
  rangeOf(selection: Selection | null): TextRange | undefined {
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
    const range = selection.getRangeAt(0)
    if (!range.intersectsNode(this.#root)) return undefined
    const start = this.#offsetOf(range.startContainer, range.startOffset, 'start')
    const end = this.#offsetOf(range.endContainer, range.endOffset, 'end')
    return start < end ? { start, end } : undefined
  }

  /** The offset under a place in the window. @returns Undefined outside the article's text. */
  offsetAt(x: number, y: number): number | undefined {
    const position = document.caretPositionFromPoint(x, y)
    if (position === null || !this.#root.contains(position.offsetNode)) return undefined
    if (this.#paragraphOf(position.offsetNode) === null) return undefined
    return this.#offsetOf(position.offsetNode, position.offset, 'start')
  }

  /** Whether a text range is drawn at a place in the window. */
  covers(range: TextRange, x: number, y: number): boolean {
    return [...this.toDomRange(range).getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    )
  }

  /** The DOM range of a text range; its ends lie in text nodes. */
  toDomRange({ start, end }: TextRange): Range {
    const range = document.createRange()
    const from = this.#pointAt(start, 'start')
    const to = this.#pointAt(end, 'end')
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** The paragraph that holds an offset, or else the nearest before it. */
  paragraphAt(offset: number): HTMLElement | undefined {
    return this.#last((paragraph) => startOf(paragraph) <= offset)
  }

  /** The last paragraph of those for which a test holds; it holds for none after the first it fails. */
  #last(test: (paragraph: HTMLElement) => boolean): HTMLElement | undefined {
    const { children } = this.#root
    let from = 0
    let to = children.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (test(children[middle] as HTMLElement)) from = middle + 1
      else to = middle
    }
    return children[from - 1] as HTMLElement | undefined
  }

  #paragraphOf(node: Node): HTMLElement | null {
    const element = node instanceof Element ? node : node.parentElement
    return element?.closest<HTMLElement>('[data-start]') ?? null
  }

  #offsetOf(node: Node, offset: number, edge: 'start' | 'end'): number {
    const paragraph = this.#paragraphOf(node)
    if (paragraph !== null) {
      const length = lengthBefore(paragraph, node, offset)
      // A triple click ends before the next paragraph: the line's end is not meant, nor shown.
      const before = length === 0 && edge === 'end' ? paragraph.previousElementSibling : null
      return before ? endOf(before as HTMLElement) : startOf(paragraph) + length
    }
    // Between paragraphs, or outside them: the nearest text on the inner side of the selection.
    const point = document.createRange()
    point.setStart(node, offset)
    const before = this.#last((candidate) => point.comparePoint(candidate, 0) < 0)
    if (edge === 'end') return before ? endOf(before) : 0
    const next = before ? before.nextElementSibling : this.#root.firstElementChild
    if (next) return startOf(next as HTMLElement)
    return before ? endOf(before) : 0
  }

  #pointAt(offset: number, edge: 'start' | 'end'): DomPoint {
    const paragraph = this.paragraphAt(edge === 'end' ? Math.max(0, offset - 1) : offset)
    if (paragraph === undefined) return { node: this.#root, offset: 0 }
    let rest = offset - startOf(paragraph)
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let last: Text | null = null
    for (
      let node = walker.nextNode() as Text | null;
      node;
      node = walker.nextNode() as Text | null
    ) {
      // At a seam a start belongs to the node after it and an end to the node before it.
      if (rest < node.length || (rest === node.length && edge === 'end')) {
        return { node, offset: rest }
      }
      rest -= node.length
      last = node
    }
    return last ? { node: last, offset: last.length } : { node: paragraph, offset: 0 }
  }
}

function startOf(paragraph: HTMLElement): number {
  return Number(paragraph.dataset['start'])
}

function endOf(paragraph: HTMLElement): number {
  return startOf(paragraph) + (paragraph.textContent ?? '').length
}

function lengthBefore(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(paragraph, 0)
  range.setEnd(node, offset)
  return range.toString().length
}
