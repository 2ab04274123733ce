import type { FileProblem } from '../../contract/models.ts'
import { applyChange, type AnnotationDocument } from '../../core/annotation/history.ts'
import { compareText } from '../../core/annotation/span.ts'
import { articleFile, setFile } from '../store/project-layout.ts'
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
      const reason =
        historyProblem(document, 'undo', context) ?? historyProblem(document, 'redo', context)
      if (reason !== undefined) {
        found.push({ file: setFile(article.id, document.set.annotator), reason })
      }
    }
  }
  const problems = found.toSorted((a, b) => compareText(a.file, b.file))
  return { articles: articles.length, sets, spans, problems }
}

/** Takes every step of a history; a step that does not fit is a mark that cannot be brought back. */
function historyProblem(
  document: AnnotationDocument,
  direction: 'undo' | 'redo',
  context: { readonly text: string; readonly labels: ReadonlySet<string> },
): string | undefined {
  let current = document
  while (current[direction].length > 0) {
    const applied = applyChange(current, { type: direction }, context)
    if (!applied.ok) {
      return `${direction} step ${current[direction].length} does not fit: ${applied.error.message}`
    }
    current = applied.value
  }
  return undefined
}
