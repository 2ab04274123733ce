/** What the reader paints of an article, as offsets of its text in UTF-16 code units. */
export interface PaintedText {
  readonly blocks: readonly PaintedRange[]
  /** The drawn parts of spans, one for each block and span. */
  readonly marks: readonly PaintedMark[]
  /** Parts under the line that stands for all spans without a lane. */
  readonly crowds: readonly PaintedRange[]
  /** Parts of the text that are painted as selected. */
  readonly cursor: readonly PaintedRange[]
  /** What breaks the rules of lanes, in words. */
  readonly faults: readonly string[]
}

export interface PaintedRange {
  readonly start: number
  readonly end: number
}

export interface PaintedMark extends PaintedRange {
  readonly id: string
  /** The label that is told where the span starts; null where its start is not drawn. */
  readonly label: string | null
  readonly isSelected: boolean
}

/**
 * Reads what is painted. Runs in the page, by itself.
 * @param region - The article's text.
 */
export function readPainted(region: Element): PaintedText {
  const rows = [...region.querySelectorAll<HTMLElement>('[data-start]')]
  const blocks: PaintedRange[] = []
  const marks: PaintedMark[] = []
  const crowds: PaintedRange[] = []
  const faults: string[] = []
  const offsets = new Map<Node, number>()

  /** How many marks there are before the present block. */
  let before = 0
  const add = (mark: PaintedMark): void => {
    const at = marks.findIndex(
      ({ id, end }, index) => index >= before && id === mark.id && end === mark.start,
    )
    const begun = marks[at]
    if (begun === undefined) marks.push(mark)
    else marks[at] = { ...begun, end: mark.end }
  }

  for (const row of rows) {
    const blockStart = Number(row.dataset['start'])
    let offset = blockStart
    before = marks.length
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const [start, end] = [offset, offset + node.length]
      offsets.set(node, start)
      offset = end
      let lane = -1
      for (
        let element = node.parentElement;
        element !== null && element !== row;
        element = element.parentElement
      ) {
        const name = element.localName
        if (name !== 'mark') faults.push(`<${name}> at ${start}`)
        const own = Number(/lane-(\d+)/.exec(element.className)?.[1] ?? Number.NaN)
        // From the inside out each line lies beneath the one before.
        if (!(own > lane)) faults.push(`lane ${own} outside of ${lane} at ${start}`)
        lane = own
        const { span: id, starts } = element.dataset
        if (id === undefined) crowds.push({ start, end })
        else {
          const isSelected = element.classList.contains('selected')
          add({ id, start, end, label: starts ?? null, isSelected })
        }
      }
    }
    blocks.push({ start: blockStart, end: offset })
  }

  const offsetOf = (node: Node, within: number): number => {
    const start = offsets.get(node)
    if (start === undefined) faults.push('the cursor lies outside of the text')
    return (start ?? Number.NaN) + within
  }
  const highlight = CSS.highlights.get('rubric-cursor') as unknown as Iterable<Range> | undefined
  const cursor = [...(highlight ?? [])].map((range) => ({
    start: offsetOf(range.startContainer, range.startOffset),
    end: offsetOf(range.endContainer, range.endOffset),
  }))
  return { blocks, marks, crowds, cursor, faults }
}
