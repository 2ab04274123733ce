import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptySet } from '../../../core/annotation/annotation-set.ts'
import { newDocument, type AnnotationDocument } from '../../../core/annotation/history.ts'
import type { MergedDocument } from '../../../core/annotation/merge/versions.ts'
import type { ReviewLog } from '../../../core/review/log/record.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import { decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import {
  articleKind,
  mergedKind,
  reviewKind,
  setKind,
  type SetGround,
} from '../../store/project-kinds.ts'
import { articleFile, mergedFile, reviewFile, setFile } from '../../store/project-layout.ts'
import { sha256 } from '../../store/sha256.ts'
import { codeOf, StorageError } from '../../store/storage-error.ts'

/** A file as it was found: its data and the SHA-256 of its bytes; both null where there is none. */
export type FoundFile<T> =
  { readonly data: T; readonly sha256: string } | { readonly data: null; readonly sha256: null }

/** A set of a project with what merges have left beside it. */
export interface FoundSet extends MergedDocument {
  /** SHA-256 of their files; null where there is none. */
  readonly setHash: string | null
  readonly memoryHash: string | null
}

/**
 * Reads a file of a project as it is now.
 * @throws BrokenFileError when there is one that cannot be used.
 */
export function readFile<T>(folder: string, file: string, kind: FileKind<T>): FoundFile<T> {
  const path = join(folder, file)
  try {
    const bytes = readFileSync(path)
    return { data: decodeFile(path, kind, bytes), sha256: sha256(bytes) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { data: null, sha256: null }
    if (codeOf(error) === undefined) throw error
    throw new StorageError('read', path, error)
  }
}

/** An article's text as what is on it needs it; null where there is no such article. */
export function readGround(
  folder: string,
  id: string,
  labels: ReadonlySet<string>,
): SetGround | null {
  const { data: article } = readFile(folder, articleFile(id), articleKind(id))
  return article && groundOf(id, article.text, article.text_sha256, labels)
}

export function groundOf(
  article: string,
  text: string,
  hash: string,
  labels: ReadonlySet<string>,
): SetGround {
  return { article, text, sha256: hash, offsets: createOffsetMap(text), labels: () => labels }
}

/** An annotator's set on an article; an empty one where there is none. */
export function readSet(folder: string, ground: SetGround, annotator: string): FoundSet {
  const { article } = ground
  const set: FoundFile<AnnotationDocument> = readFile(
    folder,
    setFile(article, annotator),
    setKind(ground, annotator),
  )
  const memory = readFile(folder, mergedFile(article, annotator), mergedKind(ground, annotator))
  return {
    document: set.data ?? newDocument(emptySet(article, annotator)),
    memory: memory.data,
    setHash: set.sha256,
    memoryHash: memory.sha256,
  }
}

/** What a person has said in the review of an article. */
export function readLog(folder: string, ground: SetGround, by: string): FoundFile<ReviewLog> {
  return readFile(folder, reviewFile(ground.article, by), reviewKind(ground, by))
}
