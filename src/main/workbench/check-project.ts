import type { FileProblem } from '../../contract/models.ts'
import type { EditContext } from '../../core/annotation/apply-edit.ts'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import { historyOf } from '../../core/annotation/past-sets.ts'
import { compareText } from '../../core/annotation/span.ts'
import { describeNewer } from '../../core/project/newer-project.ts'
import { articleFile, PROJECT_FILE, setFile } from '../store/project-layout.ts'
import type { ProjectStore } from '../store/project-store.ts'

/** What a project holds, and everything that is wrong with it. */
export interface ProjectCheck {
  readonly articles: number
  readonly sets: number
  readonly spans: number
  readonly problems: readonly FileProblem[]
}

/**
 * Checks a project that has just been opened. It finds files that cannot be
 * used, texts that do not have their hash, spans that do not yield their quote (all found by
 * opening), histories that do not lead back, and texts that are there twice.
 */
export async function checkProject(store: ProjectStore): Promise<ProjectCheck> {
  const found = store.problems.map(({ file, reason }) => ({ file, reason }))
  const { newerFormat } = store
  if (newerFormat !== null) found.push({ file: PROJECT_FILE, reason: describeNewer(newerFormat) })
  const labels = new Set(store.project.labels.map(({ name }) => name))
  const articles = store.articles()
  let sets = 0
  let spans = 0
  for (const article of articles) {
    const holder = store.articleByHash(article.text_sha256)
    if (holder !== undefined && holder.id !== article.id) {
      const file = articleFile(article.id)
      found.push({ file, reason: `the article ${holder.id} holds the same text` })
    }
    for (const document of store.documents(article.id)) {
      sets++
      spans += document.set.spans.length
      const context = { text: article.text, labels }
      const reason = historyProblem(document, context)
      if (reason !== undefined) {
        found.push({ file: setFile(article.id, document.set.annotator), reason })
      }
    }
  }
  const problems = found.toSorted((a, b) => compareText(a.file, b.file))
  return { articles: articles.length, sets, spans, problems }
}

/** Walks every history back to its beginning; a change that cannot be taken back is a lost mark. */
function historyProblem(document: AnnotationDocument, context: EditContext): string | undefined {
  const past = historyOf(document, context)
  return past.ok ? undefined : past.error.message
}
