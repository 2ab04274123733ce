import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordsOf, writeLine } from '../../../core/formats/rubricator/write.ts'
import { createOffsetMap } from '../../../core/text/offsets.ts'
import type { Job } from '../../crew/job.ts'
import { BrokenFileError, decodeFile } from '../../store/durable-json-adapter.ts'
import type { FileKind } from '../../store/file-kind.ts'
import { articleKind, setKind } from '../../store/project-kinds.ts'
import { articleFile, setFile } from '../../store/project-layout.ts'
import { StorageError } from '../../store/storage-error.ts'
import { knownLinesOf, type ExportedArticle } from './known-lines.ts'

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
    return Buffer.concat(lines)
  },
}

function checkedLinesOf(
  folder: string,
  { id, sets }: ExportedArticle,
  labels: ReadonlySet<string>,
): Buffer {
  const article = read(folder, articleFile(id), articleKind(id))
  const { text, text_sha256 } = article
  const offsets = createOffsetMap(text)
  const ground = { article: id, sha256: text_sha256, text, offsets, labels: () => labels }
  const present = sets.map(
    ({ annotator }) => read(folder, setFile(id, annotator), setKind(ground, annotator)).set,
  )
  return Buffer.from(recordsOf(article, present).map(writeLine).join(''))
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
