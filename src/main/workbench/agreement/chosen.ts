import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { AgreementSelection } from '../../../core/review/agreement/marked-article.ts'
import type { IndexedArticle } from '../../store/cache/index-entry.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { ExportedArticle } from '../export/known-lines.ts'
import { isBlind } from '../blind.ts'
import { failure } from '../failures.ts'

/** What is compared; null is everything that the project has. */
export interface AgreementQuestion {
  readonly annotators: readonly string[] | null
  readonly labels: readonly string[] | null
  /** By their ids, or by what they have to fit. */
  readonly articles: readonly string[] | ((article: IndexedArticle) => boolean) | null
  /**
   * Who asks: articles that they are still marking are left out, so that they do not see what others have marked
   * before they are done. Null sees everything.
   */
  readonly viewer: string | null
}

/** What a question comes to in a project. */
export interface Chosen {
  readonly selection: AgreementSelection
  /** In ascending order of their ids. */
  readonly articles: readonly IndexedArticle[]
  /** How many articles were left out for the viewer. */
  readonly hidden: number
}

/** @returns A failure when the project does not have what was asked for. */
export function choose(
  store: ProjectStore,
  question: AgreementQuestion,
): Result<Chosen, CallFailure> {
  const known = store.project.labels.map(({ name }) => name)
  const annotators = chosenOf('annotator', question.annotators, annotatorsOf(store))
  if (!annotators.ok) return annotators
  const labels = chosenOf('label', question.labels, known)
  if (!labels.ok) return labels
  const articles = articlesOf(store, question.articles)
  if (!articles.ok) return articles
  const seen = articles.value.filter(({ id }) => !isBlind(store, id, question.viewer))
  return ok({
    selection: { annotators: annotators.value, labels: labels.value },
    articles: seen.toSorted((a, b) => compareText(a.id, b.id)),
    hidden: articles.value.length - seen.length,
  })
}

/** An article with the chosen annotators' sets, as a job reads it. */
export function toBeRead(
  store: ProjectStore,
  { id, look }: IndexedArticle,
  members: ReadonlySet<string>,
): ExportedArticle {
  const sets = store.setsOn(id).filter(({ annotator }) => members.has(annotator))
  return { id, look, sets: sets.map((set) => ({ annotator: set.annotator, look: set.look })) }
}

function articlesOf(
  store: ProjectStore,
  asked: AgreementQuestion['articles'],
): Result<readonly IndexedArticle[], CallFailure> {
  const all = store.articles()
  if (asked === null) return ok(all)
  if (typeof asked === 'function') return ok(all.filter(asked))
  const known = all.map(({ id }) => id)
  const ids = chosenOf('article', asked, known)
  if (!ids.ok) return ids
  const wanted = new Set(ids.value)
  return ok(all.filter(({ id }) => wanted.has(id)))
}

function chosenOf(
  what: string,
  asked: readonly string[] | null,
  known: readonly string[],
): Result<readonly string[], CallFailure> {
  if (asked === null) return ok(known)
  const there = new Set(known)
  const unknown = asked.find((each) => !there.has(each))
  if (unknown === undefined) return ok([...new Set(asked)])
  const has = known.length <= 20 ? `: it has ${known.join(', ') || 'none'}` : ''
  return failure('not-found', `The project has no ${what} "${unknown}"${has}`)
}

/** Everybody who has a set, in the order of their ids. */
function annotatorsOf(store: ProjectStore): readonly string[] {
  const found = new Set<string>()
  for (const { id } of store.articles()) {
    for (const { annotator } of store.setsOn(id)) found.add(annotator)
  }
  return [...found].toSorted(compareText)
}
