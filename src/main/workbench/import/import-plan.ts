import type { ImportSummary } from '../../../contract/models.ts'
import type { Label } from '../../../core/annotation/label-set.ts'
import type { Article } from '../../../core/article/article.ts'
import type { Annotator } from '../../../core/project/project.ts'
import type { Dataset } from './dataset/read-dataset.ts'

/** A set to write: it stands in a dataset. */
export interface PlannedSet {
  readonly article: string
  readonly annotator: string
  /** Its revision in the project afterwards; the one before is what is there now, 0 for nothing. */
  readonly revision: number
}

/** What becomes of one line of a dataset. */
export interface PlannedLine {
  readonly line: number
  /** The article under which its text is held. */
  readonly article: string
  readonly writesArticle: boolean
  readonly set: PlannedSet | null
}

/** What is written of one dataset; lines in their order, those that say nothing new left out. */
export interface PlannedDataset {
  readonly name: string
  readonly dataset: Dataset
  readonly lines: readonly PlannedLine[]
}

/** Everything that an import will write, found out before anything is written. */
export interface ImportPlan {
  /** The time of the import, ISO 8601 in UTC. */
  readonly at: string
  readonly labels: readonly Label[]
  readonly annotators: readonly Annotator[]
  /** Those that do not come out of a dataset. */
  readonly articles: readonly Article[]
  readonly datasets: readonly PlannedDataset[]
  readonly summary: ImportSummary
}

export interface ImportOptions {
  /** Takes only this annotator's sets out of JSONL. */
  readonly annotator?: string | undefined
  /** The time of the import, ISO 8601 in UTC. */
  readonly at: string
}
