import type { ConflictView, SetChange } from '../../../contract/pack-models.ts'
import type { PackArticle, PackLine } from '../../../core/review/pack/pack-line.ts'
import type { WrittenEntries } from '../../store/transact.ts'
import type { FileChange } from '../../store/transaction/part-file.ts'

/** How a pack is taken in. */
export interface TakeTask {
  /** The project's. */
  readonly folder: string
  /** Names that spans may have afterwards. */
  readonly labels: readonly string[]
  /** What labels of the pack are called here. */
  readonly names: readonly (readonly [string, string])[]
  /** Those whom the pack's header names: nobody else's sets or words are in it. */
  readonly people: readonly string[]
  /** The labels that the header defines: no span has another. */
  readonly packed: readonly string[]
  readonly addsArticles: boolean
  readonly by: string
  readonly at: string
  /** The id of its record; null where it is only looked at. */
  readonly record: string | null
}

/** What becomes of a set, or would; the article by its title, the annotator by their id. */
export type SetOutcome = Omit<SetChange, 'type'> & {
  readonly type: SetChange['type'] | 'same' | 'older' | 'left-out'
}

/** What taking in one article comes to. */
export interface ArticleOutcome {
  readonly title: string
  readonly place: 'here' | 'added' | 'addable' | 'unknown'
  readonly sets: readonly SetOutcome[]
  readonly conflicts: readonly ConflictView[]
  readonly leftOut: number
  /** Records of reviews that are not here yet. */
  readonly records: number
  /** The labels of its spans, before they are named anew. */
  readonly labels: readonly { readonly name: string; readonly spans: number }[][]
  readonly problems: readonly string[]
  readonly entries: WrittenEntries
  /** Those whose reviews of the article are written. */
  readonly reviews: readonly { readonly article: string; readonly by: string }[]
  /** Whether nothing is written for it. */
  readonly isKnown: boolean
  readonly changes: readonly FileChange[]
}

/** The lines of one article in a pack, with their numbers. */
export interface PackBlock {
  readonly article: PackArticle
  readonly line: number
  readonly others: readonly { readonly line: number; readonly content: PackLine }[]
}

/** Why a pack cannot be used, by the number of the line. */
export interface LineProblem {
  readonly line: number
  readonly message: string
}
