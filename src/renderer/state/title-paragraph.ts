import type { TextOutline } from '../../core/text/movement.ts'

/** The title is looked for among the first paragraphs only; further down it is a mention. */
const REACH = 8
/** No title is as long as this, in UTF-16 code units. */
const LENGTH = 1000

/** The index of the paragraph that is an article's title; -1 when the title stands nowhere in it. */
export function titleParagraphOf({ text, paragraphs }: TextOutline, title: string): number {
  return paragraphs
    .slice(0, REACH)
    .findIndex(
      ({ start, end }) => end - start < LENGTH && collapse(text.slice(start, end)) === title,
    )
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
