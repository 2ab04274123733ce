import { compareText } from '../../core/annotation/span.ts'
import type { Article } from '../../core/article/article.ts'

/** By import, then by source file: the order in which a person handed the articles over. */
export function compareArticles(
  a: Pick<Article, 'id' | 'imported' | 'meta'>,
  b: Pick<Article, 'id' | 'imported' | 'meta'>,
): number {
  return (
    compareText(a.imported.at, b.imported.at) ||
    compareText(a.meta.source ?? '', b.meta.source ?? '') ||
    compareText(a.id, b.id)
  )
}
