import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnnotationSet } from '../../../core/annotation/annotation-set.ts'
import type { Article } from '../../../core/article/article.ts'
import { adjudicatedRecord } from '../../../core/formats/rubricator/adjudicated.ts'
import { writeLine } from '../../../core/formats/rubricator/write.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
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
import { threadQuotes, type ThreadQuote } from './thread-quotes.ts'
import { codeOf, StorageError } from '../../store/storage-error.ts'

/** An article with those who have a set on it, and those who have said something in its review. */
export interface ReviewedArticle {
  readonly id: string
  readonly annotators: readonly string[]
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
}

interface ReviewInput {
  readonly folder: string
  readonly labels: readonly string[]
  readonly articles: readonly ReviewedArticle[]
}

/** Finds out how far the review of some articles is; one whose files cannot be used is left out. */
export const reviewJob: Job<ReviewInput, readonly ReviewOutline[]> = {
  name: 'outline-reviews',
  run: async ({ folder, labels, articles }) => {
    const known = new Set(labels)
    return articles.flatMap((article) => {
      const reviewed = readReviewed(folder, article, known)
      return reviewed === null ? [] : outlineOf(article.id, reviewed.sets, reviewed.records)
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
      const reviewed = readReviewed(folder, { ...article, annotators: [] }, known)
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

function outlineOf(
  id: string,
  sets: readonly AnnotationSet[],
  records: readonly ReviewRecord[],
): ReviewOutline {
  const state = reviewState(records)
  const items = reviewItems(sets, state.verdicts)
  return {
    id,
    ...progressOf(items, state),
    f1: meanF1(sets),
    threads: state.threads.filter(({ isResolved }) => !isResolved).length,
  }
}

/** A file that cannot be used is told when it is opened, and meanwhile its article is not in the queue. */
function readReviewed(
  folder: string,
  { id, annotators, people }: ReviewedArticle,
  labels: ReadonlySet<string>,
): {
  article: Article
  sets: readonly AnnotationSet[]
  records: readonly ReviewRecord[]
} | null {
  try {
    const article = read(folder, articleFile(id), articleKind(id))
    if (article === null) return null
    const { text, text_sha256 } = article
    const offsets = createOffsetMap(text)
    const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
    const sets = annotators.flatMap((annotator) => {
      const document = read(folder, setFile(id, annotator), setKind(ground, annotator))
      return document === null || document.set.status === 'not-started' ? [] : document.set
    })
    const records = people.flatMap(
      (by) => read(folder, reviewFile(id, by), reviewKind(ground, by))?.records ?? [],
    )
    return { article, sets, records }
  } catch (error) {
    if (error instanceof BrokenFileError) return null
    throw error
  }
}

function read<T>(folder: string, file: string, kind: FileKind<T>): T | null {
  const path = join(folder, file)
  try {
    return decodeFile(path, kind, readFileSync(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (error instanceof BrokenFileError) throw error
    throw new StorageError('read', path, error)
  }
}
