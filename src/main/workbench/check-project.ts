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
  // What is wrong with a review is found when it is read.
  for (const { id } of store.articles()) await store.reviews.logs(id)
  const found = store.problems.map(({ file, reason }) => ({ file, reason }))
  const { newerFormat } = store
  if (newerFormat !== null) found.push({ file: PROJECT_FILE, reason: describeNewer(newerFormat) })
  const labels = new Set(store.project.labels.map(({ name }) => name))
  const articles = store.articles()
  const holders = new Map<string, string>()
  let sets = 0
  let spans = 0
  for (const article of articles) {
    const holder = holders.get(article.text_sha256)
    if (holder === undefined) holders.set(article.text_sha256, article.id)
    else {
      const file = articleFile(article.id)
      found.push({ file, reason: `the article ${holder} holds the same text` })
    }
    const read = await store.readArticle(article.id)
    const documents = await store.documents(article.id)
    // What cannot be read was told when the project was opened, or is told from now on.
    if (!read.ok || !documents.ok) continue
    for (const document of documents.value) {
      sets++
      spans += document.set.spans.length
      const context = { text: read.value.text, labels }
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
