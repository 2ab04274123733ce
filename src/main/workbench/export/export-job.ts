import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredDocument } from '../../../core/annotation/stored-document.ts'
import { orderedSpans } from '../../../core/annotation/stored-span.ts'
import type { WrittenArticle } from '../../../core/article/article.ts'
import {
  recordsOf,
  recordsOfStored,
  writeLine,
  type StoredSet,
} from '../../../core/formats/rubricator/write.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError, decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import { lookOfNow } from '../../store/look.ts'
import { articleKind, setKind } from '../../store/project-kinds.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'
import { StorageError } from '../../store/storage-error.ts'

/** An article with the sets that are exported, and what their files looked like when they were checked. */
export interface ExportedArticle {
  readonly id: string
  readonly look: string
  readonly sets: readonly { readonly annotator: string; readonly look: string }[]
}

interface ExportInput {
  readonly folder: string
  readonly labels: readonly string[]
  readonly articles: readonly ExportedArticle[]
}

/** Writes the lines of some articles, as their files are now. */
export const exportJob: Job<ExportInput, Uint8Array> = {
  name: 'export',
  run: async ({ folder, labels, articles }) => {
    const known = new Set(labels)
    const lines = articles.map(
      (article) => knownLinesOf(folder, article) ?? checkedLinesOf(folder, article, known),
    )
    return Buffer.from(lines.join(''))
  },
}

/** @returns Null when a file is not the one that was checked, or of an older version. */
function knownLinesOf(folder: string, { id, look, sets }: ExportedArticle): string | null {
  const article = readKnown(folder, articleFile(id), look, 'rubricator-article/1')
  if (article === null) return null
  const { text, text_sha256, meta } = article as WrittenArticle
  const stored: StoredSet[] = []
  for (const { annotator, look: lookOfSet } of sets) {
    const file = setFile(id, annotator)
    const set = readKnown(folder, file, lookOfSet, 'rubricator-annotations/2')
    if (set === null) return null
    const { status, spans } = set as StoredDocument
    stored.push({ annotator, status, spans: [...orderedSpans(spans)] })
  }
  // Files from before articles had them say nothing of either.
  const { language = null, direction = null } = meta
  const described = { id, text, text_sha256, meta: { ...meta, language, direction } }
  return recordsOfStored(described, stored).map(writeLine).join('')
}

/**
 * Reads a file that has been checked since it was written.
 * @returns Null when it is not that file any more, or of an older version.
 */
export function readKnown(
  folder: string,
  file: string,
  look: string,
  format: string,
): object | null {
  const path = join(folder, file)
  if (lookOfNow(path) !== look) return null
  const json = JSON.parse(readFileSync(path, 'utf8')) as { readonly format: string }
  return json.format === format ? json : null
}

function checkedLinesOf(
  folder: string,
  { id, sets }: ExportedArticle,
  labels: ReadonlySet<string>,
): string {
  const article = read(folder, articleFile(id), articleKind(id))
  const { text, text_sha256 } = article
  const offsets = createOffsetMap(text)
  const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  const present = sets.map(
    ({ annotator }) => read(folder, setFile(id, annotator), setKind(ground, annotator)).set,
  )
  return recordsOf(article, present).map(writeLine).join('')
}

/** @throws StorageError when the file cannot be used: an export that lacks it would be wrong. */
function read<T>(folder: string, file: string, kind: FileKind<T>): T {
  const path = join(folder, file)
  try {
    return decodeFile(path, kind, readFileSync(path))
  } catch (error) {
    const cause = error instanceof BrokenFileError ? new Error(error.reason) : error
    throw new StorageError('export', path, cause)
  }
}
