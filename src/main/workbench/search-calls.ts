import { ok } from '../../core/result.ts'
import { articleMatcher } from './article-matcher.ts'
import type { Handlers } from './handler.ts'

/** Everything else that this process has to answer waits no longer, in milliseconds. */
const LONGEST_SEARCH = 20
/** What is found first comes first. */
const ENOUGH = 200

export const searchCalls: Handlers<'articles.search'> = {
  async 'articles.search'({ workbench }, { filter, from }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store } = project.value
    const present = workbench.settings.current.annotator?.id ?? null
    const matches = await articleMatcher(project.value, filter, present)
    const articles = store.articles()
    const begun = performance.now()
    const ids: string[] = []
    let index = from
    while (index < articles.length) {
      const article = articles[index++]
      if (article !== undefined && matches(article)) ids.push(article.id)
      if (ids.length === ENOUGH || performance.now() - begun > LONGEST_SEARCH) break
    }
    return ok({ ids, next: index < articles.length ? index : null })
  },
}
