import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import type { Annotator } from '../../../core/project/project.ts'
import { PACK_ENDING, writeLine, type PackHeader } from '../../../core/review/pack/pack-line.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { sha256 } from '../../store/sha256.ts'
import { failure } from '../failures.ts'
import { checkComplete, partsOf } from '../export/export-delivery.ts'
import { fileNameFor } from '../export/file-name.ts'
import type { Delivery } from '../host.ts'
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
  const header = headerFor(store, articles, options)
  const lines = 1 + header.articles + header.sets + header.reviews
  const { texts } = options
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

function headerFor(
  { project }: ProjectStore,
  articles: readonly PackedArticle[],
  { by, at }: PackOptions,
): PackHeader {
  const people = new Set(
    articles.flatMap(({ annotators, people: more }) => [...annotators, ...more]),
  )
  const names = new Map(project.annotators.map(({ id, name }) => [id, name]))
  const labels = [...project.labels]
  return {
    format: 'rubricator-pack/1',
    offset_unit: 'codepoint',
    project: project.name,
    made: at,
    by,
    labels_sha256: sha256(JSON.stringify(labels)),
    labels,
    annotators: [...people].toSorted(compareText).map((id) => ({ id, name: names.get(id) ?? id })),
    articles: articles.length,
    sets: articles.reduce((sum, { annotators }) => sum + annotators.length, 0),
    reviews: articles.reduce((sum, { people: more }) => sum + more.length, 0),
  }
}
