import { crew } from '../../crew/crew.ts'
import { searchJob } from './search-job.ts'

/** Shards to a job: some ten megabytes at most, so that all threads have something to do. */
const SHARDS_A_JOB = 32

/**
 * Looks for words in the texts of a project.
 * @param terms - Folded by `foldForSearch`.
 * @returns For each term, the ids of the articles whose texts hold it.
 */
export async function searchTexts(
  folder: string,
  shards: readonly string[],
  terms: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const parts: (readonly string[])[] = []
  for (let from = 0; from < shards.length; from += SHARDS_A_JOB) {
    parts.push(shards.slice(from, from + SHARDS_A_JOB))
  }
  const found = await Promise.all(
    parts.map((some) => crew.run(searchJob, { folder, shards: some, terms })),
  )
  return terms.map((_, index) => new Set(found.flatMap((ids) => ids[index] ?? [])))
}
