import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Status } from '../../../core/annotation/annotation-set.ts'
import type { Span } from '../../../core/annotation/span.ts'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import type { WrittenArticle } from '../../../core/article/article.ts'
import type { MarkedArticle, MarkedSet } from '../../../core/review/agreement/marked-article.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import { BrokenFileError, decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import { describeLook } from '../../store/look.ts'
import { articleKind, setKind } from '../../store/project-kinds.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'
import { codeOf, StorageError } from '../../store/storage-error.ts'
import type { ExportedArticle } from '../export/known-lines.ts'
import { readSetHead, type SetHead } from './set-head.ts'

const SET_FORMAT = 'rubricator-annotations/2'

/**
 * Reads an article and sets on it as agreement needs them. Files that look as they did when they were checked
 * are read without checking them again, and of sets only what is needed.
 * @param known - The project's labels, which the sets may have.
 * @throws StorageError when a file cannot be used: a figure that lacks it would be wrong.
 */
export function readMarked(
  folder: string,
  article: ExportedArticle,
  known: ReadonlySet<string>,
): MarkedArticle {
  return knownArticle(folder, article) ?? checkedArticle(folder, article, known)
}

/** @returns Null when a file is not the one that was checked, or of an older version. */
function knownArticle(folder: string, { id, look, sets }: ExportedArticle): MarkedArticle | null {
  const bytes = readUnchanged(folder, articleFile(id), look)
  const article = bytes && (JSON.parse(bytes.toString()) as WrittenArticle)
  if (article === null || article.format !== 'rubricator-article/1') return null
  const marked: MarkedSet[] = []
  for (const { annotator, look: lookOfSet } of sets) {
    const file = readUnchanged(folder, setFile(id, annotator), lookOfSet)
    const head = file && (readSetHead(file) ?? readWholeSet(file))
    if (head === null || head.format !== SET_FORMAT) return null
    if (wasOpened(head)) marked.push(setOf(annotator, head))
  }
  const { text, meta } = article
  return { id, text, language: meta.language ?? null, sets: marked }
}

/** @returns Null when the file does not look as it did when it was checked. */
function readUnchanged(folder: string, file: string, look: string): Buffer | null {
  const path = join(folder, file)
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
  // Asked of the open file, which costs less than asking by its path and then opening it.
  try {
    const stat = fstatSync(descriptor, { bigint: true })
    if (describeLook(stat) !== look) return null
    const bytes = Buffer.allocUnsafe(Number(stat.size))
    return readSync(descriptor, bytes, 0, bytes.length, 0) === bytes.length ? bytes : null
  } finally {
    closeSync(descriptor)
  }
}

/** @returns Null when it is of another version. */
function readWholeSet(file: Buffer): SetHead | null {
  const { format, status, spans, history } = JSON.parse(file.toString()) as StoredDocument
  return format === SET_FORMAT
    ? { format, status, spans, changed: history.at(-1)?.at ?? null }
    : null
}

function checkedArticle(
  folder: string,
  { id, sets }: ExportedArticle,
  labels: ReadonlySet<string>,
): MarkedArticle {
  const { text, text_sha256, meta } = read(folder, articleFile(id), articleKind(id))
  const offsets = createOffsetMap(text)
  const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  const marked = sets.flatMap(({ annotator }): readonly MarkedSet[] => {
    const { set, history } = read(folder, setFile(id, annotator), setKind(ground, annotator))
    const spans = set.spans.map((span) => ({
      ...span,
      start: offsets.toCodePoints(span.start),
      end: offsets.toCodePoints(span.end),
    }))
    const opened = { status: set.status, spans, changed: history.at(-1)?.at ?? null }
    return wasOpened(opened) ? [setOf(annotator, opened)] : []
  })
  return { id, text, language: meta.language, sets: marked }
}

interface Opened {
  readonly status: Status
  readonly spans: readonly Span[]
  /** When its history ends; null: it has none. */
  readonly changed: string | null
}

/** Whether a set is its annotator's word on the article, be it that there is nothing to mark. */
function wasOpened({ status, spans, changed }: Opened): boolean {
  return status !== 'not-started' || spans.length > 0 || changed !== null
}

/** A set that was imported has no history, but its spans say when they were made. */
function setOf(annotator: string, { spans, changed }: Opened): MarkedSet {
  const made = spans.map(({ created }) => created.at).toSorted()
  return { annotator, spans, changed: changed ?? made.at(-1) ?? null }
}

function read<T>(folder: string, file: string, kind: FileKind<T>): T {
  const path = join(folder, file)
  try {
    return decodeFile(path, kind, readFileSync(path))
  } catch (error) {
    const cause = error instanceof BrokenFileError ? new Error(error.reason) : error
    throw new StorageError('compare', path, cause)
  }
}
