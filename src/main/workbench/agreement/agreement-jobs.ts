import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import type { Article } from '../../../core/article/article.ts'
import { measureAgreement, type Agreement } from '../../../core/review/agreement/agreement.ts'
import {
  countArticle,
  type AgreementSelection,
  type ArticleCounts,
  type MarkedArticle,
} from '../../../core/review/agreement/article-counts.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError, decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import { articleKind, setKind } from '../../store/project-kinds.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'
import { StorageError } from '../../store/storage-error.ts'
import { readKnown, type ExportedArticle } from '../export/known-lines.ts'

interface CountInput {
  readonly folder: string
  /** The project's labels, which the sets may have. */
  readonly known: readonly string[]
  readonly selection: AgreementSelection
  readonly articles: readonly ExportedArticle[]
}

/** Counts some articles, as their files are now. */
export const countJob: Job<CountInput, readonly ArticleCounts[]> = {
  name: 'count-agreement',
  run: async ({ folder, known, selection, articles }) => {
    const labels = new Set(known)
    return articles.map((article) => {
      const marked = knownArticle(folder, article) ?? checkedArticle(folder, article, labels)
      return countArticle(marked, selection)
    })
  },
}

interface MeasureInput {
  readonly counts: readonly ArticleCounts[]
  readonly selection: AgreementSelection
}

/** Measures agreement over all articles that were counted. */
export const measureJob: Job<MeasureInput, Agreement> = {
  name: 'measure-agreement',
  run: async ({ counts, selection }) => measureAgreement(counts, selection),
}

type MarkedSet = MarkedArticle['sets'][number]

/** @returns Null when a file is not the one that was checked, or of an older version. */
function knownArticle(folder: string, { id, look, sets }: ExportedArticle): MarkedArticle | null {
  const article = readKnown(folder, articleFile(id), look, 'rubricator-article/1')
  if (article === null) return null
  const marked: MarkedSet[] = []
  for (const { annotator, look: lookOfSet } of sets) {
    const file = setFile(id, annotator)
    const set = readKnown(folder, file, lookOfSet, 'rubricator-annotations/2')
    if (set === null) return null
    const { status, spans, history } = set as StoredDocument
    if (wasOpened(status, spans, history)) marked.push({ annotator, spans })
  }
  return { text: (article as Article).text, sets: marked }
}

function checkedArticle(
  folder: string,
  { id, sets }: ExportedArticle,
  labels: ReadonlySet<string>,
): MarkedArticle {
  const { text, text_sha256 } = read(folder, articleFile(id), articleKind(id))
  const offsets = createOffsetMap(text)
  const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  const marked = sets.flatMap(({ annotator }): readonly MarkedSet[] => {
    const { set, history } = read(folder, setFile(id, annotator), setKind(ground, annotator))
    const spans = set.spans.map(({ label, start, end }) => ({
      label,
      start: offsets.toCodePoints(start),
      end: offsets.toCodePoints(end),
    }))
    return wasOpened(set.status, spans, history) ? [{ annotator, spans }] : []
  })
  return { text, sets: marked }
}

/** Whether a set is its annotator's word on the article, be it that there is nothing to mark. */
function wasOpened(
  status: string,
  spans: readonly unknown[],
  history: readonly unknown[],
): boolean {
  return status !== 'not-started' || spans.length > 0 || history.length > 0
}

/** @throws StorageError when the file cannot be used: a figure that lacks it would be wrong. */
function read<T>(folder: string, file: string, kind: FileKind<T>): T {
  const path = join(folder, file)
  try {
    return decodeFile(path, kind, readFileSync(path))
  } catch (error) {
    const cause = error instanceof BrokenFileError ? new Error(error.reason) : error
    throw new StorageError('compare', path, cause)
  }
}
