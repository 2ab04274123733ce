import type { ArticleEntry, ProjectView } from '../../contract/models.ts'
import type { IndexedArticle } from '../store/cache/index-entry.ts'
import type { Lock } from '../store/lock/lock-file.ts'
import { describeHolder } from '../store/lock/project-locks.ts'
import type { ProjectStore } from '../store/project-store.ts'

/** What a window shows of a project around its articles. */
export function viewOf(store: ProjectStore, holder: Lock | null): ProjectView {
  const { name, labels, annotators, blind } = store.project
  const problems = store.problems.map(({ file, reason }) => ({ file, reason }))
  const heldBy = holder && describeHolder(holder)
  return {
    name,
    path: store.folder,
    labels,
    annotators,
    blind,
    problems,
    heldBy,
    newerFormat: store.newerFormat,
  }
}

/** A row of the article list, as an annotator sees it; null is nobody yet. */
export function entryOf(
  store: ProjectStore,
  article: IndexedArticle,
  annotator: string | null,
): ArticleEntry {
  const { title, outlet, published } = article.meta
  const { status, spans } =
    annotator === null
      ? ({ status: 'not-started', spans: 0 } as const)
      : store.summary(article.id, annotator)
  return { id: article.id, title, outlet, published, status, spans }
}
