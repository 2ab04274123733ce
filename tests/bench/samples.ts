import { emptySet, type AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import { NOW } from '../support/builders.ts'

const PARAGRAPH =
  'Gen. Smith said on Feb. 27 that “at least 1,200 people” were killed 👍🏽; the ministry, which ' +
  'قال رجل earlier, spoke of 980. Reuters could not verify either figure, nor the date.\r\n\r\n'

/** News of about this many UTF-16 code units, in paragraphs, with emoji and Arabic. */
export function newsOf(length: number): string {
  return PARAGRAPH.repeat(Math.ceil(length / PARAGRAPH.length))
}

/** Spans all over a text, several over each other; the same on every run. */
export function spansOver(text: string, count: number): readonly Span[] {
  const spans = Array.from({ length: count }, (_, index): Span => {
    const start = text.indexOf(' ', Math.floor((index * (text.length - 200)) / count)) + 1
    const end = text.indexOf(' ', start + 10 + ((index * 37) % 90))
    return {
      id: `s${index}`,
      label: DEFAULT_LABEL_SET[index % DEFAULT_LABEL_SET.length]?.name ?? '',
      start,
      end,
      attributes: {},
      note: null,
      created: { by: 'ann', at: NOW, via: 'mouse' },
    }
  })
  return spans.toSorted(compareSpans)
}

/** A set of such spans. */
export function setOver(text: string, count: number, article = 'a1'): AnnotationSet {
  return { ...emptySet(article, 'ann'), status: 'done', spans: spansOver(text, count) }
}
