import { compareSpans, type Span } from '../../core/annotation/span.ts'
import type { LabelSet } from '../../core/annotation/label-set.ts'
import { isOpen, type ReviewItem } from '../../core/review/review-items.ts'
import type { MarkStyle } from '../text/draw-block.ts'

/** The lines by which annotators are told apart, colour or not; more than these begin again. */
export const ANNOTATOR_LINES = ['solid', 'dashed', 'dotted', 'double'] as const

/** How a review is drawn into its text. */
export interface DrawnReview {
  /** In the order of `compareSpans`. */
  readonly spans: readonly Span[]
  /** By the "labels" of those spans. */
  readonly styles: ReadonlyMap<string, MarkStyle>
}

/** What tells an annotator's lines from those of others. @param index - In the order of annotators. */
export function annotatorStyle(index: number): MarkStyle {
  const at = index % ANNOTATOR_LINES.length
  return { hue: `annotator-${at}`, line: ANNOTATOR_LINES[at] ?? 'solid', letter: '' }
}

/**
 * Draws open places as a line for each annotator who marked them, and all others as what has come, or
 * will come, of them: a span with its label.
 * @param nameOf - What an annotator is called.
 */
export function drawnReview(
  items: readonly ReviewItem[],
  annotators: readonly string[],
  labels: LabelSet,
  nameOf: (annotator: string) => string,
): DrawnReview {
  const styles = new Map<string, MarkStyle>(labels.map((label) => [label.name, label]))
  const spans = items.flatMap((item): readonly Span[] => {
    if (!isOpen(item)) return settledSpans(item)
    return item.marks.map(({ annotator, span }) => {
      // Told to a screen reader where the line begins and ends.
      const label = `${nameOf(annotator)}: ${span.label}`
      styles.set(label, annotatorStyle(annotators.indexOf(annotator)))
      return { ...span, id: `${annotator}/${span.id}`, label }
    })
  })
  return { spans: spans.toSorted(compareSpans), styles }
}

function settledSpans({ id, verdicts, marks }: ReviewItem): readonly Span[] {
  const outcome = verdicts.flatMap((verdict) => verdict.outcome)
  const settled = verdicts.length > 0 ? outcome : marks.slice(0, 1).map(({ span }) => span)
  return settled.map((span) => ({ ...span, id: `${id}/${span.id}` }))
}
