import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { describeNewer } from '../../../core/project/newer-project.ts'
import type { Annotator } from '../../../core/project/project.ts'
import { PACK_ENDING, writeLine, type PackHeader } from '../../../core/review/pack/pack-line.ts'
import { ok, type Result } from '../../../core/result.ts'
import { crew } from '../../crew/crew.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { sha256 } from '../../store/sha256.ts'
import { failure } from '../failures.ts'
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

/** Articles to a job: a megabyte or so. */
const ARTICLES_A_JOB = 50

/**
 * Prepares a review pack of a project: the sets and reviews that are there now. Articles on which none of
 * those asked for has said anything are left out, unless they were named.
 */
export function packDelivery(
  store: ProjectStore,
  options: PackOptions,
): Result<Delivery, CallFailure> {
  if (store.newerFormat !== null) {
    const what = 'what this program does not know of it would be missing from the pack'
    return failure('refused', `${describeNewer(store.newerFormat)}; ${what}`)
  }
  const broken = store.problems.filter(({ severity }) => severity === 'broken')
  if (broken.length > 0) {
    const files = broken.map(({ file, reason }) => `${file}: ${reason}`).join('; ')
    return failure('refused', `The pack would be incomplete. Repair or remove first: ${files}`)
  }
  const chosen = chooseArticles(store, options)
  if (!chosen.ok) return chosen
  const articles = chosen.value
  const header = headerFor(store, articles, options)
  const lines = 1 + header.articles + header.sets + header.reviews
  const { folder, project } = store
  const labels = project.labels.map(({ name }) => name)
  const { texts } = options
  async function* parts(): AsyncGenerator<string | Uint8Array> {
    yield writeLine(header)
    for (let from = 0; from < articles.length; from += ARTICLES_A_JOB) {
      const some = articles.slice(from, from + ARTICLES_A_JOB)
      yield await crew.run(packJob, { folder, labels, articles: some, texts })
    }
  }
  return ok({ name: fileNameFor(folder, PACK_ENDING), lines, parts })
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
