import type { TextDirection } from '../../core/article/direction.ts'
import { fragmentsOf, LANE_LIMIT, type Fragment } from '../../core/annotation/layout.ts'
import type { SpanIndex } from '../../core/annotation/span-index.ts'
import type { Span } from '../../core/annotation/span.ts'
import type { TextRange } from '../../core/text/range.ts'
import { extraLanes, type Block } from './block.ts'

/** How spans of one label look. */
export interface MarkStyle {
  /** Classes of marks.css. */
  readonly hue: string
  readonly line: string
  readonly letter: string
}

/** What is drawn, apart from where. */
export interface Drawing {
  readonly text: string
  readonly index: SpanIndex
  readonly labels: ReadonlyMap<string, MarkStyle>
  readonly selectedId: string | null
}

/** What a block's element is like beside its text and marks. */
export interface RowShape {
  readonly isTitle: boolean
  readonly direction: TextDirection
}

/** The element of a block. */
export function drawRow(block: Block, drawing: Drawing, shape: RowShape): HTMLElement {
  const row = emptyRow(block, drawing, shape)
  row.dataset['start'] = String(block.start)
  if (block.isFirst) row.dataset['number'] = String(block.paragraph + 1)
  row.append(drawBlock(block, drawing))
  return row
}

/** An element that is as high as the block's own, to be measured: marks do not change its lines. */
export function shapeRow(block: Block, drawing: Drawing, shape: RowShape): HTMLElement {
  const row = emptyRow(block, drawing, shape)
  row.textContent = drawing.text.slice(block.start, block.end)
  return row
}

function emptyRow(block: Block, drawing: Drawing, { isTitle, direction }: RowShape): HTMLElement {
  const row = document.createElement('p')
  row.dir = direction
  if (isTitle) row.className = 'title'
  else if (!block.isLast) row.className = 'goes-on'
  setExtraLanes(row, block, drawing)
  return row
}

/**
 * Gives the lines of a block the room that its lanes need.
 * @returns Whether they had another room, and the block another height.
 */
export function setExtraLanes(row: HTMLElement, block: Block, { index }: Drawing): boolean {
  const lanes = String(extraLanes(block, index))
  if (lanes === (row.dataset['lanes'] ?? '0')) return false
  row.dataset['lanes'] = lanes
  row.style.setProperty('--extra-lanes', lanes)
  return true
}

/**
 * Draws a stretch of text: its text nodes hold exactly that text, in marks that nest from the
 * outermost lane in. Built by hand and not by a template: this is what every scroll step and every
 * mark waits for.
 */
export function drawBlock(range: TextRange, drawing: Drawing): DocumentFragment {
  const drawn = document.createDocumentFragment()
  const { index, text } = drawing
  const spans = index.overlapping(range)
  if (spans.length === 0) {
    drawn.append(text.slice(range.start, range.end))
    return drawn
  }
  for (const fragment of fragmentsOf(range, spans, index.laneOf)) {
    const content = document.createTextNode(text.slice(fragment.start, fragment.end))
    drawn.append(drawMarks(fragment, content, drawing))
  }
  return drawn
}

function drawMarks(fragment: Fragment, content: Text, drawing: Drawing): Node {
  const { index, selectedId } = drawing
  let inner: Node = content
  let isCrowded = false
  // From the innermost out.
  for (let at = fragment.spans.length - 1; at >= 0; at--) {
    const span = fragment.spans[at]
    if (span === undefined) continue
    const lane = index.laneOf(span)
    // Those without a lane of their own are one line together; the selected one is seen all the same.
    if (lane === LANE_LIMIT && span.id !== selectedId) {
      isCrowded = true
      continue
    }
    inner = drawMark(fragment, span, lane, inner, drawing)
  }
  return isCrowded ? drawCrowd(fragment, inner, index) : inner
}

function drawMark(
  fragment: Fragment,
  span: Span,
  lane: number,
  content: Node,
  { labels, selectedId }: Drawing,
): HTMLElement {
  const mark = document.createElement('mark')
  const label = labels.get(span.label)
  const isSelected = span.id === selectedId
  const starts = fragment.start === span.start
  const ends = fragment.end === span.end
  mark.className = `${label?.line ?? 'solid'} ${label?.hue ?? 'violet'} lane-${lane}`
  mark.dataset['span'] = span.id
  if (starts) {
    mark.dataset['starts'] = span.label
    mark.dataset['letter'] = label?.letter ?? ''
  }
  if (ends) mark.dataset['ends'] = span.label
  if (isSelected) {
    mark.classList.add('selected')
    if (starts) mark.classList.add('first')
    if (ends) mark.classList.add('last')
  }
  if (isSelected && starts) mark.append(drawHandle('start'))
  mark.append(content)
  if (isSelected && ends) mark.append(drawHandle('end'))
  return mark
}

/** The one line of all spans that found no lane of their own. */
function drawCrowd(fragment: Fragment, content: Node, index: SpanIndex): HTMLElement {
  const mark = document.createElement('mark')
  const hidden = fragment.spans.filter((span) => index.laneOf(span) === LANE_LIMIT).length
  mark.className = `crowd lane-${LANE_LIMIT}`
  mark.title = `${hidden} more spans`
  mark.append(content)
  return mark
}

function drawHandle(edge: 'start' | 'end'): HTMLElement {
  const handle = document.createElement('span')
  handle.className = 'handle'
  handle.dataset['edge'] = edge
  handle.ariaHidden = 'true'
  return handle
}
