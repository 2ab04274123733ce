import { basename } from 'node:path'
import type { CallFailure } from '../../../contract/failure.ts'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import { compareText } from '../../../core/annotation/span.ts'
import type { Article } from '../../../core/article/article.ts'
import { recordsOf, writeLine } from '../../../core/formats/rubricator/write.ts'
import { describeNewer } from '../../../core/project/newer-project.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import type { Delivery } from '../host.ts'

export interface ExportOptions {
  /** Exports this annotator's sets only, with a line without a set for other articles; null is all. */
  readonly annotator: string | null
}

interface Entry {
  readonly article: Article
  readonly sets: readonly AnnotationSet[]
}

/**
 * Prepares the export of a project as native JSONL: as it is now, whatever is marked while it is
 * written. A project with files that cannot be read is not exported, because the export would lack
 * what is in them and nobody who trains on it could tell.
 */
export function exportDelivery(
  store: ProjectStore,
  { annotator }: ExportOptions,
): Result<Delivery, CallFailure> {
  if (store.newerFormat !== null) {
    const what = 'what this program does not know of it would be missing from the export'
    return failure('refused', `${describeNewer(store.newerFormat)}; ${what}`)
  }
  const broken = store.problems.filter(({ severity }) => severity === 'broken')
  if (broken.length > 0) {
    const files = broken.map(({ file, reason }) => `${file}: ${reason}`).join('; ')
    return failure('refused', `The export would be incomplete. Repair or remove first: ${files}`)
  }
  const entries: readonly Entry[] = store
    .articles()
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((article) => ({ article, sets: setsOf(store, article, annotator) }))
  if (annotator !== null && !isKnown(store, annotator, entries)) {
    return failure('not-found', `The project has no annotator "${annotator}"`)
  }
  const lines = entries.reduce((count, { sets }) => count + Math.max(1, sets.length), 0)
  return ok({ name: fileNameFor(store.folder), lines, parts: () => partsOf(entries) })
}

async function* partsOf(entries: readonly Entry[]): AsyncIterable<string> {
  for (const { article, sets } of entries) yield recordsOf(article, sets).map(writeLine).join('')
}

function setsOf(
  store: ProjectStore,
  article: Article,
  annotator: string | null,
): readonly AnnotationSet[] {
  const sets = store.sets(article.id)
  return annotator === null ? sets : sets.filter((set) => set.annotator === annotator)
}

function isKnown(store: ProjectStore, annotator: string, entries: readonly Entry[]): boolean {
  return (
    store.project.annotators.some(({ id }) => id === annotator) ||
    entries.some(({ sets }) => sets.length > 0)
  )
}

/** The project folder's name, without what Windows refuses in file names. */
function fileNameFor(folder: string): string {
  const name = basename(folder)
    // oxlint-disable-next-line no-control-regex -- these too
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return `${name === '' ? 'project' : name}.jsonl`
}
