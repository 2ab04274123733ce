import type { ArticleEntry, ProjectView } from '../../contract/models.ts'
import type { Article } from '../../core/article/article.ts'
import type { ProjectStore } from '../store/project-store.ts'

/** What a window shows of a project around its articles. */
export function viewOf(store: ProjectStore): ProjectView {
  const { name, labels, annotators } = store.project
  const problems = store.problems.map(({ file, reason }) => ({ file, reason }))
  return { name, path: store.folder, labels, annotators, problems }
}

/** A row of the article list, as an annotator sees it; null is nobody yet. */
export function entryOf(
  store: ProjectStore,
  article: Article,
  annotator: string | null,
): ArticleEntry {
  const { title, outlet, published } = article.meta
  const { status, spans } =
    annotator === null
      ? ({ status: 'not-started', spans: 0 } as const)
      : store.summary(article.id, annotator)
  return { id: article.id, title, outlet, published, status, spans }
}
