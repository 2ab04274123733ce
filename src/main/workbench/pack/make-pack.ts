import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import type { Annotator } from '../../../core/project/project.ts'
import { PACK_ENDING, writeLine } from '../../../core/review/pack/pack-line.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import { checkComplete, partsOf } from '../export/export-delivery.ts'
import { fileNameFor } from '../export/file-name.ts'
import type { Delivery } from '../host.ts'
import { headerOf } from './pack-header.ts'
import { packJob, type PackedArticle } from './pack-job.ts'

export interface PackOptions {
  /** The ids of those to send; null for all that somebody has marked or said something about. */
  readonly articles: readonly string[] | null
  /** Whose sets and words; null for everybody's. */
  readonly annotators: readonly string[] | null
  /** Whether the texts go with it, for those who do not have the articles. */
  readonly texts: boolean
  /** Who makes it; null when the program was not told. */
  readonly by: Annotator | null
  /** When, ISO 8601. */
  readonly at: string
}

/**
 * Prepares a review pack of a project: the sets and reviews that are there now. Articles on which none of
 * those asked for has said anything are left out, unless they were named.
 */
export function packDelivery(
  store: ProjectStore,
  options: PackOptions,
): Result<Delivery, CallFailure> {
  const complete = checkComplete(store)
  if (!complete.ok) return complete
  const chosen = chooseArticles(store, options)
  if (!chosen.ok) return chosen
  const articles = chosen.value
  const { texts, by, at } = options
  const header = headerOf(store.project, {
    by,
    at,
    people: articles.flatMap(({ annotators, people }) => [...annotators, ...people]),
    articles: articles.length,
    sets: articles.reduce((sum, { annotators }) => sum + annotators.length, 0),
    reviews: articles.reduce((sum, { people }) => sum + people.length, 0),
  })
  const lines = 1 + header.articles + header.sets + header.reviews
  async function* parts(): AsyncGenerator<string | Uint8Array> {
    yield writeLine(header)
    yield* partsOf(store, articles, packJob, { texts })
  }
  return ok({ name: fileNameFor(store.folder, PACK_ENDING), lines, parts })
}

function chooseArticles(
  store: ProjectStore,
  { articles, annotators }: PackOptions,
): Result<readonly PackedArticle[], CallFailure> {
  const wanted = annotators === null ? null : new Set(annotators)
  const isWanted = (id: string): boolean => wanted === null || wanted.has(id)
  const ids = articles ?? store.articles().map(({ id }) => id)
  const chosen: PackedArticle[] = []
  for (const id of new Set(ids)) {
    if (store.article(id) === undefined) return failure('not-found', `There is no article ${id}`)
    const sets = store.setsOn(id).map(({ annotator }) => annotator)
    const article = {
      id,
      annotators: sets.filter(isWanted),
      people: store.reviews.people(id).filter(isWanted),
    }
    const isEmpty = article.annotators.length + article.people.length === 0
    if (articles !== null || !isEmpty) chosen.push(article)
  }
  const known = new Set(chosen.flatMap((article) => [...article.annotators, ...article.people]))
  for (const id of wanted ?? []) {
    const isNamed = store.project.annotators.some((annotator) => annotator.id === id)
    if (!known.has(id) && !isNamed) {
      return failure('not-found', `The project has no annotator "${id}"`)
    }
  }
  if (chosen.length === 0) return failure('refused', 'There is nothing to send: nobody has marked')
  return ok(chosen.toSorted((a, b) => compareText(a.id, b.id)))
}
