import type { FileProblem } from '../../contract/models.ts'

export const PROJECT_FILE = 'project.json'
export const ARTICLES_FOLDER = 'articles'
export const ANNOTATIONS_FOLDER = 'annotations'
export const REVIEWS_FOLDER = 'reviews'
export const MERGED_FOLDER = 'merged'
export const ANNOTATOR_FILE = 'annotator.json'

/** A problem with a file of the project, and whether something of the project is missing by it. */
export interface StoreProblem extends FileProblem {
  /** `broken`: data that should be in the project is not. `notice`: worth a look, nothing is missing. */
  readonly severity: 'broken' | 'notice'
  /** Whether no file of the project has such a name. */
  readonly isStray?: boolean
  /** Whether the file was moved aside, so that a new one may take its place. */
  readonly isMoved?: boolean
}

/**
 * Whether a problem is over when the file is found to be sound. What was done to a file when the project
 * was opened is told until it is closed.
 */
export function isAboutNow({ severity, isMoved, isStray }: StoreProblem): boolean {
  return isStray === true || (severity === 'broken' && isMoved !== true)
}

/**
 * The folder within a folder that holds a file: the last two characters of the article's id, so that
 * no folder holds more than a fraction of a large project.
 */
export function shardOf(article: string): string {
  return article.slice(-2)
}

/** The shard that a file lies in, of an article or a set, by its path inside the project; null: in none. */
export function shardOfFile(file: string): string | null {
  const parts = file.split('/')
  if (parts[0] === ARTICLES_FOLDER && parts.length === 3) return parts[1] ?? null
  return parts[0] === ANNOTATIONS_FOLDER && parts.length === 4 ? (parts[2] ?? null) : null
}

/** Path of an article's file inside the project, with `/`. */
export function articleFile(article: string): string {
  return `${ARTICLES_FOLDER}/${shardOf(article)}/${article}.json`
}

/** Path of the file that says what an annotator is called, inside the project, with `/`. */
export function annotatorFile(annotator: string): string {
  return `${ANNOTATIONS_FOLDER}/${annotator}/${ANNOTATOR_FILE}`
}

/** Path of the file of what a person said in the review of an article, inside the project, with `/`. */
export function reviewFile(article: string, by: string): string {
  return `${REVIEWS_FOLDER}/${by}/${shardOf(article)}/${article}.json`
}

/** Path of an annotation set's file inside the project, with `/`. */
export function setFile(article: string, annotator: string): string {
  return `${ANNOTATIONS_FOLDER}/${annotator}/${shardOf(article)}/${article}.json`
}

/** Path of the file of what merges have left beside an annotation set, inside the project, with `/`. */
export function mergedFile(article: string, annotator: string): string {
  return `${MERGED_FOLDER}/${annotator}/${shardOf(article)}/${article}.json`
}
