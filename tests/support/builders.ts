import type { Span } from '../../src/core/annotation/span.ts'
import { articleIdFor, type Article } from '../../src/core/article/article.ts'
import type { Result } from '../../src/core/result.ts'
import { sha256 } from '../../src/main/store/sha256.ts'

export const NOW = '2026-03-01T10:00:00.000Z'

/** An article with its proper id and hash. */
export function articleWith(text: string, title = 'A title'): Article {
  const hash = sha256(text)
  return {
    format: 'rubricator-article/1',
    id: articleIdFor(hash),
    text,
    text_sha256: hash,
    meta: {
      title,
      outlet: null,
      published: null,
      language: null,
      direction: null,
      source: null,
    },
    imported: { at: NOW, encoding: 'UTF-8' },
  }
}

/** A span over the first place of a quote in a text. */
export function spanOn(text: string, quote: string, more: Partial<Span> = {}): Span {
  const start = text.indexOf(quote)
  if (start < 0) throw new RangeError(`The text does not hold ${quote}`)
  return {
    id: `s${start}`,
    label: 'actor',
    start,
    end: start + quote.length,
    attributes: {},
    note: null,
    created: { by: 'ann', at: NOW, via: 'mouse' },
    ...more,
  }
}

/** The value of a success. @throws Error with the failure otherwise. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The error of a failure. @throws Error when it succeeded. */
export function errorOf<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error('It succeeded')
  return result.error
}
