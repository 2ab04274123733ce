import type { ArticleFilter } from '../../contract/article-filter.ts'
import { matchesMetadata, matchesSet } from '../../core/article/match-article.ts'
import { foldForSearch, searchTermsOf } from '../../core/article/search-terms.ts'
import type { IndexedArticle } from '../store/cache/index-entry.ts'
import type { ProjectStore } from '../store/project-store.ts'
import type { OpenProject } from './workbench.ts'

/**
 * What tells whether an article fits a filter; texts have been searched by then.
 * @param present - The present annotator; null is nobody yet.
 */
export async function articleMatcher(
  { store, textSearch }: Pick<OpenProject, 'store' | 'textSearch'>,
  filter: ArticleFilter,
  present: string | null,
): Promise<(article: IndexedArticle) => boolean> {
  const folded = searchTermsOf(filter.text).map((term) => foldForSearch(term))
  // What leaves nothing to see stands everywhere: a mark of direction alone, for one.
  const terms = folded.filter((term) => term !== '')
  const texts = await textSearch.find(store, terms)
  const matches = matcherFor(store, filter, present)
  return (article) => matches(article) && holds(article, terms, texts)
}

/** What does not need the texts. */
function matcherFor(
  store: ProjectStore,
  filter: ArticleFilter,
  present: string | null,
): (article: IndexedArticle) => boolean {
  const note = foldForSearch(filter.note)
  const annotator = filter.annotator ?? present
  return ({ id, meta }) => {
    if (!matchesMetadata(meta, filter)) return false
    const set = annotator === null ? undefined : store.setOn(id, annotator)
    if (filter.annotator !== null && set === undefined) return false
    return matchesSet(set, { ...filter, note })
  }
}

/** Whether each term stands in the text or the title. */
function holds(
  { id, meta }: IndexedArticle,
  terms: readonly string[],
  texts: readonly ReadonlySet<string>[],
): boolean {
  let title: string | undefined
  return terms.every((term, index) => {
    if (texts[index]?.has(id) === true) return true
    title ??= foldForSearch(meta.title)
    return title.includes(term)
  })
}
