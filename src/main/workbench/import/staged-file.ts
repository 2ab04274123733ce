import type { StagedItem } from '../../../contract/models.ts'
import type { EncodingName } from '../../../core/article/encodings.ts'
import type { Metadata } from '../../../core/article/article.ts'
import type { PackHeader } from '../../../core/review/pack/pack-line.ts'
import type { DatasetSource } from './dataset/dataset-source.ts'
import type { Dataset } from './dataset/read-dataset.ts'
import { assertNever } from '../../../core/assert-never.ts'

/** A text that will become an article. Its bytes are kept, to be read in another encoding. */
export interface StagedArticle {
  readonly kind: 'article'
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly sha256: string
  readonly encoding: EncodingName
  readonly guessed: boolean
  readonly meta: Metadata
}

/** Native JSONL: articles with sets on them, or without. */
export interface StagedDataset {
  readonly kind: 'dataset'
  readonly name: string
  readonly dataset: Dataset
}

/** A review pack, which is taken in by itself and not imported. */
export interface StagedPack {
  readonly kind: 'pack'
  readonly name: string
  readonly source: DatasetSource
  readonly header: PackHeader
}

/** Something that will not be imported. */
export interface StagedProblem {
  readonly kind: 'problem'
  readonly name: string
  readonly reason: string
  /** What another encoding may help with: the bytes and the encoding tried. */
  readonly readable: { readonly bytes: Uint8Array; readonly encoding: EncodingName } | null
}

/** A file chosen for import, before anything is written. */
export type StagedFile = StagedArticle | StagedDataset | StagedPack | StagedProblem

/** How much of a text the import dialog shows, in code points. */
const EXCERPT_LENGTH = 280

/**
 * What a window shows of a staged file.
 * @param duplicateOf - The title that its text is already held under.
 */
export function itemOf(file: StagedFile, duplicateOf: string | null): StagedItem {
  switch (file.kind) {
    case 'article': {
      const { kind, name, encoding, guessed, meta, text } = file
      // Twice the length in code units holds that many code points, whatever they are.
      const points = Array.from(text.slice(0, EXCERPT_LENGTH * 2))
      const excerpt = points.slice(0, EXCERPT_LENGTH).join('').toWellFormed()
      return { kind, name, encoding, guessed, title: meta.title, excerpt, duplicateOf }
    }
    case 'dataset':
      return {
        kind: 'dataset',
        name: file.name,
        articles: new Set(file.dataset.lines.map(({ text_sha256 }) => text_sha256)).size,
        sets: file.dataset.lines.filter(({ set }) => set !== null).length,
      }
    case 'pack': {
      const { kind, name, header } = file
      return { kind, name, project: header.project, sets: header.sets }
    }
    case 'problem': {
      const { kind, name, reason, readable } = file
      return { kind, name, reason, encoding: readable?.encoding ?? null }
    }
    default:
      return assertNever(file)
  }
}
