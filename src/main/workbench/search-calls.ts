import type { ArticleFilter } from '../../contract/article-filter.ts'
import { matchesMetadata, matchesSet } from '../../core/article/match-article.ts'
import type { Article } from '../../core/article/article.ts'
import { foldForSearch, holdsTerms, searchTermsOf } from '../../core/article/search-terms.ts'
import { ok } from '../../core/result.ts'
import type { ProjectStore } from '../store/project-store.ts'
import type { Handlers } from './handler.ts'

/** A window draws the next frame after so long; everything else waits no longer. In milliseconds. */
const LONGEST_SEARCH = 30

export const searchCalls: Handlers<'articles.search'> = {
  async 'articles.search'({ workbench }, { filter, from }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store } = project.value
    const present = workbench.settings.current.annotator?.id ?? null
    const matches = matcherFor(store, filter, present)
    const articles = store.articles()
    const begun = performance.now()
    const ids: string[] = []
    let index = from
    while (index < articles.length && performance.now() - begun < LONGEST_SEARCH) {
      const article = articles[index++]
      if (article !== undefined && matches(article)) ids.push(article.id)
    }
    return ok({ ids, next: index < articles.length ? index : null })
  },
}

/** What costs least is asked first. */
function matcherFor(
  store: ProjectStore,
  filter: ArticleFilter,
  present: string | null,
): (article: Article) => boolean {
  const terms = searchTermsOf(filter.text).map((term) => foldForSearch(term))
  const note = foldForSearch(filter.note)
  const annotator = filter.annotator ?? present
  return ({ id, meta, text }) => {
    if (!matchesMetadata(meta, filter)) return false
    const set = store.sets(id).find((candidate) => candidate.annotator === annotator)
    if (filter.annotator !== null && set === undefined) return false
    if (!matchesSet(set, { ...filter, note })) return false
    return terms.length === 0 || holdsTerms(terms, [meta.title, text].map(foldForSearch))
  }
}
