import { quoteOf } from '../../../core/annotation/span.ts'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import { shorten } from '../../../core/text/shorten.ts'

/** Longest quote that is told, in UTF-16 code units: two lines of a list. */
const QUOTE_LENGTH = 200

/** What a thread is about, by the id of the comment that begins it. */
export interface ThreadQuote {
  readonly thread: string
  readonly quote: string
}

/** The quotes of the marks that threads are about; one about the article has none. */
export function threadQuotes(
  text: string,
  records: readonly ReviewRecord[],
): readonly ThreadQuote[] {
  return records.flatMap((record) =>
    record.kind === 'comment' && record.mark !== null
      ? [{ thread: record.id, quote: shorten(quoteOf(text, record.mark.span), QUOTE_LENGTH) }]
      : [],
  )
}
