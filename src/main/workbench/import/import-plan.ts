import type { ImportSummary } from '../../../contract/models.ts'
import type { AnnotationDocument } from '../../../core/annotation/history.ts'
import type { Label } from '../../../core/annotation/label-set.ts'
import type { Article } from '../../../core/article/article.ts'
import type { Annotator } from '../../../core/project/project.ts'

/** A set to write, and what is in its place now. */
export interface PlannedSet {
  readonly document: AnnotationDocument
  /** The empty set that it replaces; null where there is no file. */
  readonly replaces: AnnotationDocument | null
}

/** Everything that an import will write, found out before anything is written. */
export interface ImportPlan {
  readonly labels: readonly Label[]
  readonly annotators: readonly Annotator[]
  readonly articles: readonly Article[]
  readonly sets: readonly PlannedSet[]
  readonly summary: ImportSummary
}

export interface ImportOptions {
  /** Takes only this annotator's sets out of JSONL. */
  readonly annotator?: string | undefined
  /** The time of the import, ISO 8601 in UTC. */
  readonly at: string
}
