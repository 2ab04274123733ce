import type { TextRange } from '../../core/text/range.ts'

/** A place in the document, as ranges and selections name it. */
interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/** How far around the offset that the browser gives a character is looked for. */
const CHARACTER_REACH = 40

/** Letters and digits, which are laid out in a direction of their own; digits always to the right. */
const directed = /[\p{L}\p{N}]/u
const rightToLeft =
  /(?!\p{N})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

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

  /** The offset nearest to a place in the window, which may lie beside, above or below the text. */
  nearestTo(x: number, y: number): number {
    const row = this.#rowNearest(y)
    if (row === undefined) return 0
    const box = row.getBoundingClientRect()
    const style = getComputedStyle(row)
    const inset = (side: string): number => Number.parseFloat(style.getPropertyValue(side)) + 1
    const left = box.left + inset('padding-left')
    const right = box.right - inset('padding-right')
    const top = box.top + inset('padding-top')
    const bottom = box.bottom - inset('padding-bottom')
    const place = [clamp(x, left, right), clamp(y, top, bottom)] as const
    const character = this.characterAt(...place)
    const edge = character && this.#edgeOf(character, place[0])
    const fallback = startOf(row) + (y > bottom ? (row.textContent ?? '').length : 0)
    return edge ?? this.offsetAt(...place) ?? fallback
  }

  /**
   * The character under a place in the window. Where text of both directions meets, the offset that
   * the browser gives may be that of a character elsewhere on the line, so those around are tried.
   * @returns Undefined where there is none, as beside the end of a line.
   */
  characterAt(x: number, y: number): TextRange | undefined {
    const offset = this.offsetAt(x, y)
    const paragraph = offset === undefined ? undefined : this.paragraphAt(offset)
    if (offset === undefined || paragraph === undefined) return undefined
    const first = startOf(paragraph)
    const last = endOf(paragraph)
    for (let distance = 0; distance < CHARACTER_REACH; distance++) {
      for (const start of [offset + distance, offset - 1 - distance]) {
        if (start < first || start >= last) continue
        const character = { start, end: start + 1 }
        if (this.#covers(character, x, y)) return character
      }
    }
    return undefined
  }

  #covers(range: TextRange, x: number, y: number): boolean {
    return [...this.toDomRange(range).getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y <= bottom,
    )
  }

  /** The end of a character that a place is nearer to; undefined for one without a direction. */
  #edgeOf({ start, end }: TextRange, x: number): number | undefined {
    const range = this.toDomRange({ start, end })
    const character = range.toString()
    if (!directed.test(character)) return undefined
    const { left, width } = range.getBoundingClientRect()
    const isLeft = x < left + width / 2
    return isLeft === rightToLeft.test(character) ? end : start
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

  /** The paragraph at a height in the window, or the nearest to it. */
  #rowNearest(y: number): HTMLElement | undefined {
    const above = this.#last((row) => row.getBoundingClientRect().top <= y)
    return above ?? (this.#root.firstElementChild as HTMLElement | null) ?? undefined
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

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
