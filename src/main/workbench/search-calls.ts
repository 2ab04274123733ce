import type { ArticleFilter } from '../../contract/article-filter.ts'
import { matchesMetadata, matchesSet } from '../../core/article/match-article.ts'
import { foldForSearch, searchTermsOf } from '../../core/article/search-terms.ts'
import { ok } from '../../core/result.ts'
import type { IndexedArticle } from '../store/cache/index-entry.ts'
import type { ProjectStore } from '../store/project-store.ts'
import type { Handlers } from './handler.ts'

/** Everything else that this process has to answer waits no longer, in milliseconds. */
const LONGEST_SEARCH = 20
/** What is found first comes first. */
const ENOUGH = 200

export const searchCalls: Handlers<'articles.search'> = {
  async 'articles.search'({ workbench }, { filter, from }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store, textSearch } = project.value
    const present = workbench.settings.current.annotator?.id ?? null
    const folded = searchTermsOf(filter.text).map((term) => foldForSearch(term))
    // What leaves nothing to see stands everywhere: a mark of direction alone, for one.
    const terms = folded.filter((term) => term !== '')
    const texts = await textSearch.find(store, terms)
    const matches = matcherFor(store, filter, present)
    const articles = store.articles()
    const begun = performance.now()
    const ids: string[] = []
    let index = from
    while (index < articles.length) {
      const article = articles[index++]
      if (article !== undefined && matches(article) && holds(article, terms, texts)) {
        ids.push(article.id)
      }
      if (ids.length === ENOUGH || performance.now() - begun > LONGEST_SEARCH) break
    }
    return ok({ ids, next: index < articles.length ? index : null })
  },
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
