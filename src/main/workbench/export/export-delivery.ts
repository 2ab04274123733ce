import type { CallFailure } from '../../../contract/failure.ts'
import { compareText } from '../../../core/annotation/span.ts'
import { describeNewer } from '../../../core/project/newer-project.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import type { Job } from '../../crew/job.ts'
import { crew } from '../../crew/crew.ts'
import { failure } from '../failures.ts'
import type { Delivery } from '../host.ts'
import { fileNameFor } from './file-name.ts'
import { exportJob } from './export-job.ts'
import type { ExportedArticle } from './known-lines.ts'

export interface ExportOptions {
  /** Exports this annotator's sets only, with a line without a set for other articles; null is all. */
  readonly annotator: string | null
}

/**
 * Prepares the export of a project as native JSONL: the sets that are there now, each as it is when its
 * line is written. A project with files that cannot be read is not exported, because the export would
 * lack what is in them and nobody who trains on it could tell.
 */
export function exportDelivery(
  store: ProjectStore,
  { annotator }: ExportOptions,
): Result<Delivery, CallFailure> {
  const complete = checkComplete(store)
  if (!complete.ok) return complete
  const articles: readonly ExportedArticle[] = store
    .articles()
    .map(({ id, look }) => ({ id, look, sets: setsOf(store, id, annotator) }))
    .toSorted((a, b) => compareText(a.id, b.id))
  if (annotator !== null && !isKnown(store, annotator, articles)) {
    return failure('not-found', `The project has no annotator "${annotator}"`)
  }
  const lines = articles.reduce((count, { sets }) => count + Math.max(1, sets.length), 0)
  return ok({
    name: fileNameFor(store.folder, '.jsonl'),
    lines,
    parts: () => partsOf(store, articles, exportJob, {}),
  })
}

/** @returns A failure where an export would lack what is in files that cannot be used. */
export function checkComplete(store: ProjectStore): Result<null, CallFailure> {
  if (store.newerFormat !== null) {
    const what = 'what this program does not know of it would be missing from the export'
    return failure('refused', `${describeNewer(store.newerFormat)}; ${what}`)
  }
  const broken = store.problems.filter(({ severity }) => severity === 'broken')
  if (broken.length === 0) return ok(null)
  const files = broken.map(({ file, reason }) => `${file}: ${reason}`).join('; ')
  return failure('refused', `The export would be incomplete. Repair or remove first: ${files}`)
}

/** Articles to a job: a megabyte or so, of which few are in memory at a time. */
const ARTICLES_A_JOB = 100

/**
 * Exports articles on the threads, and hands on what they write in the order of the articles.
 * @param job - Writes the lines of some of them.
 * @param more - What else it is told.
 */
export async function* partsOf<Exported, More extends object = object>(
  store: ProjectStore,
  articles: readonly Exported[],
  job: Job<
    {
      readonly folder: string
      readonly labels: readonly string[]
      readonly articles: readonly Exported[]
    } & More,
    Uint8Array
  >,
  more: More,
): AsyncGenerator<Uint8Array> {
  const { folder } = store
  const labels = store.project.labels.map(({ name }) => name)
  const running: Promise<Uint8Array>[] = []
  try {
    for (let from = 0; from < articles.length; from += ARTICLES_A_JOB) {
      const some = articles.slice(from, from + ARTICLES_A_JOB)
      running.push(crew.run(job, { folder, labels, articles: some, ...more }))
      if (running.length > crew.size * 2) yield await (running.shift() ?? new Uint8Array())
    }
    while (running.length > 0) yield await (running.shift() ?? new Uint8Array())
  } finally {
    // Whoever gives up reading does not wait for the rest, nor for its failures.
    await Promise.allSettled(running)
  }
}

function setsOf(
  store: ProjectStore,
  article: string,
  only: string | null,
): ExportedArticle['sets'] {
  const sets = store.setsOn(article).map(({ annotator, look }) => ({ annotator, look }))
  return only === null ? sets : sets.filter(({ annotator }) => annotator === only)
}

function isKnown(
  store: ProjectStore,
  annotator: string,
  articles: readonly ExportedArticle[],
): boolean {
  return (
    store.project.annotators.some(({ id }) => id === annotator) ||
    articles.some(({ sets }) => sets.length > 0)
  )
}
