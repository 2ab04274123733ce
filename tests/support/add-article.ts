import type { Article } from '../../src/core/article/article.ts'
import { ok } from '../../src/core/result.ts'
import { indexArticle } from '../../src/main/store/cache/index-entry.ts'
import type { ProjectStore } from '../../src/main/store/project-store.ts'
import { articleChange } from '../../src/main/store/transact.ts'
import { valueOf } from './builders.ts'

/** Adds an article to a project, as an import does. */
export async function addArticle(store: ProjectStore, article: Article): Promise<void> {
  const added = await store.transact([], async (transaction) => {
    transaction.add([articleChange(article)])
    return ok({ articles: [indexArticle(article, '')], sets: [] })
  })
  valueOf(added)
  await store.settled()
}
