import * as v from 'valibot'
import type { Span } from './span.ts'

/** How far one annotator is with one article. */
export const STATUSES = ['not-started', 'in-progress', 'done'] as const
export const StatusSchema = v.picklist(STATUSES)
export type Status = v.InferOutput<typeof StatusSchema>

/** One annotator's spans on one article, in the order of `compareSpans`. */
export interface AnnotationSet {
  readonly article: string
  readonly annotator: string
  readonly status: Status
  readonly spans: readonly Span[]
}

/** The set of an annotator who has not touched the article. */
export function emptySet(article: string, annotator: string): AnnotationSet {
  return { article, annotator, status: 'not-started', spans: [] }
}
