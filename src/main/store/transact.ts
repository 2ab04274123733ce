import type { Article } from '../../core/article/article.ts'
import type { IndexedArticle, IndexedSet } from './cache/index-entry.ts'
import { encodeFile } from './file-kind.ts'
import { articleKind } from './project-kinds.ts'
import { articleFile } from './project-layout.ts'
import type { FileChange } from './transaction/part-file.ts'

/** What a transaction has written, for the index; what the files look like is added to it. */
export interface WrittenEntries {
  readonly articles: IndexedArticle[]
  readonly sets: { readonly article: string; readonly set: IndexedSet }[]
}

/** The file of a new article. */
export function articleChange(article: Article): FileChange {
  const content = encodeFile(articleKind(article.id), article)
  return { path: articleFile(article.id), before: null, content }
}
