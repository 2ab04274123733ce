import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import { loadSpans } from '../../../core/annotation/stored-span.ts'
import type { Article, WrittenArticle } from '../../../core/article/article.ts'
import { adjudicatedRecord } from '../../../core/formats/rubricator/adjudicated.ts'
import { writeLine } from '../../../core/formats/rubricator/write.ts'
import { createOffsetMap, type OffsetMap } from '../../../core/text/offsets.ts'
import { adjudicatedSet } from '../../../core/review/adjudicated-set.ts'
import type { ReviewRecord, ReviewStatus } from '../../../core/review/log/record.ts'
import { reviewState } from '../../../core/review/log/review-state.ts'
import { meanF1 } from '../../../core/review/mean-f1.ts'
import { progressOf } from '../../../core/review/progress.ts'
import { reviewItems } from '../../../core/review/review-items.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError, decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import { articleKind, reviewKind, setKind } from '../../store/project-kinds.ts'
import { articleFile, reviewFile, setFile } from '../../store/project-layout.ts'
import { readKnown, type ExportedArticle } from '../export/known-lines.ts'
import { threadQuotes, type ThreadQuote } from './thread-quotes.ts'
import { codeOf, StorageError } from '../../store/storage-error.ts'

/** An article with those who have a set on it, and those who have said something in its review. */
export interface ReviewedArticle extends ExportedArticle {
  readonly people: readonly string[]
}

/** What the queue says of an article beside what the index knows. */
export interface ReviewOutline {
  readonly id: string
  readonly status: ReviewStatus
  readonly items: number
  readonly open: number
  readonly agreed: number
  readonly changed: number
  readonly f1: number | null
  readonly threads: number
  readonly withoutLabel: number
}

interface ReviewInput {
  readonly folder: string
  readonly labels: readonly string[]
  readonly articles: readonly ReviewedArticle[]
}

/**
 * Finds out how far the review of some articles is. One with a file that is broken or gone is not among
 * what it returns: whoever asks finds out why.
 */
export const reviewJob: Job<ReviewInput, readonly ReviewOutline[]> = {
  name: 'outline-reviews',
  run: async ({ folder, labels, articles }) => {
    const known = new Set(labels)
    return articles.flatMap((article) => {
      const reviewed = readReviewed(folder, article, known)
      return reviewed === null ? [] : outlineOf(article.id, reviewed, known)
    })
  },
}

/** What everybody has said in the reviews of some articles. */
export const recordsJob: Job<
  ReviewInput,
  readonly {
    readonly article: string
    readonly records: readonly ReviewRecord[]
    readonly quotes: readonly ThreadQuote[]
  }[]
> = {
  name: 'read-review-records',
  run: async ({ folder, labels, articles }) => {
    const known = new Set(labels)
    return articles.flatMap((article) => {
      const reviewed = readReviewed(folder, { ...article, sets: [] }, known)
      if (reviewed === null) return []
      const { records } = reviewed
      const quotes = threadQuotes(reviewed.article.text, records)
      return [{ article: article.id, records, quotes }]
    })
  },
}

/** Writes the lines of the adjudicated sets of some articles. */
export const adjudicatedJob: Job<ReviewInput, Uint8Array> = {
  name: 'export-adjudicated',
  run: async ({ folder, labels, articles }) => {
    const known = new Set(labels)
    const lines = articles.map((article) => {
      const reviewed = readReviewed(folder, article, known)
      const record =
        reviewed && adjudicatedRecord(reviewed.article, reviewed.sets, reviewed.records, known)
      if (record === null) {
        const path = join(folder, articleFile(article.id))
        throw new StorageError('export', path, new Error('a file of its review cannot be used'))
      }
      return writeLine(record)
    })
    return Buffer.from(lines.join(''))
  },
}

/** @param labels - The project's. */
export function outlineOf(
  id: string,
  { sets, records }: Pick<ReadReview, 'sets' | 'records'>,
  labels: ReadonlySet<string>,
): ReviewOutline {
  const state = reviewState(records)
  const items = reviewItems(sets, state.verdicts)
  return {
    id,
    ...progressOf(items, state),
    f1: meanF1(sets),
    threads: state.threads.filter(({ isResolved }) => !isResolved).length,
    withoutLabel: adjudicatedSet(state.verdicts, labels).withoutLabel,
  }
}

interface ReadReview {
  readonly article: Article
  /** Those that were begun. */
  readonly sets: readonly AnnotationSet[]
  readonly records: readonly ReviewRecord[]
}

/** @returns Null when one of the files is broken, or not there. */
function readReviewed(
  folder: string,
  article: ReviewedArticle,
  labels: ReadonlySet<string>,
): ReadReview | null {
  try {
    const reviewed = knownSets(folder, article) ?? checkedSets(folder, article, labels)
    const { id, people } = article
    const { text, text_sha256 } = reviewed.article
    const ground = { article: id, sha256: text_sha256, text, offsets: reviewed.offsets }
    const records = people.flatMap(
      (by) => read(folder, reviewFile(id, by), reviewKind(ground, by)).records,
    )
    return {
      article: reviewed.article,
      sets: reviewed.sets.filter(({ status }) => status !== 'not-started'),
      records,
    }
  } catch (error) {
    if (error instanceof BrokenFileError || isGone(error)) return null
    throw error
  }
}

function isGone(error: unknown): boolean {
  return error instanceof StorageError && codeOf(error.cause) === 'ENOENT'
}

interface ReadSets {
  readonly article: Article
  readonly offsets: OffsetMap
  readonly sets: readonly AnnotationSet[]
}

/** @returns Null when a file is not the one that was checked, or of an older version. */
function knownSets(folder: string, { id, look, sets }: ReviewedArticle): ReadSets | null {
  const json = readKnown(folder, articleFile(id), look, 'rubricator-article/1')
  if (json === null) return null
  // Files from before articles had them say nothing of either.
  const { language = null, direction = null } = (json as WrittenArticle).meta
  const stored = json as Article
  const article = { ...stored, meta: { ...stored.meta, language, direction } }
  const offsets = createOffsetMap(article.text)
  const found: AnnotationSet[] = []
  for (const { annotator, look: lookOfSet } of sets) {
    const file = setFile(id, annotator)
    const set = readKnown(folder, file, lookOfSet, 'rubricator-annotations/2')
    if (set === null) return null
    const { status, spans } = set as StoredDocument
    const loaded = loadSpans(spans, { text: article.text, offsets })
    if (!loaded.ok) return null
    found.push({ article: id, annotator, status, spans: loaded.value })
  }
  return { article, offsets, sets: found }
}

function checkedSets(
  folder: string,
  { id, sets }: ReviewedArticle,
  labels: ReadonlySet<string>,
): ReadSets {
  const article = read(folder, articleFile(id), articleKind(id))
  const { text, text_sha256 } = article
  const offsets = createOffsetMap(text)
  const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  const documents = sets.map(({ annotator }) =>
    read(folder, setFile(id, annotator), setKind(ground, annotator)),
  )
  return { article, offsets, sets: documents.map(({ set }) => set) }
}

function read<T>(folder: string, file: string, kind: FileKind<T>): T {
  const path = join(folder, file)
  try {
    return decodeFile(path, kind, readFileSync(path))
  } catch (error) {
    if (error instanceof BrokenFileError) throw error
    throw new StorageError('read', path, error)
  }
}
