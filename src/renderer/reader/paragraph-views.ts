import { assignLanes } from '../../core/annotation/layout.ts'
import type { Span } from '../../core/annotation/span.ts'
import { paragraphIndexAt } from '../../core/text/paragraphs.ts'
import type { TextRange } from '../../core/text/range.ts'

/** One paragraph as it is to be drawn. */
export interface ParagraphView {
  readonly range: TextRange
  readonly spans: readonly Span[]
  /** How many lines lie beneath its text at most. */
  readonly lanes: number
  /** Equal for two views that are drawn alike. */
  readonly key: string
}

/** Finds the spans of every paragraph, and the lanes of all spans. */
export function paragraphViews(
  paragraphs: readonly TextRange[],
  spans: readonly Span[],
  selectedId: string | null,
): { readonly views: readonly ParagraphView[]; readonly lanes: ReadonlyMap<string, number> } {
  const lanes = assignLanes(spans)
  const spansOf = new Map<number, Span[]>()
  for (const span of spans) {
    const last = paragraphIndexAt(paragraphs, span.end - 1)
    for (let index = paragraphIndexAt(paragraphs, span.start); index <= last; index++) {
      const list = spansOf.get(index)
      if (list) list.push(span)
      else spansOf.set(index, [span])
    }
  }
  const laneOf = (span: Span): number => lanes.get(span.id) ?? 0
  const views = paragraphs.map((range, index) => {
    const inside = (spansOf.get(index) ?? []).filter(
      (span) => span.start < range.end && span.end > range.start,
    )
    const drawn = inside.map((span) => {
      const isSelected = span.id === selectedId
      return `${span.id} ${span.start} ${span.end} ${span.label} ${laneOf(span)} ${isSelected}`
    })
    return {
      range,
      spans: inside,
      lanes: Math.max(0, ...inside.map((span) => laneOf(span) + 1)),
      key: `${range.start}|${drawn.join('|')}`,
    }
  })
  return { views, lanes }
}
