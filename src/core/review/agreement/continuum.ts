import type { CountedArticles } from './count-articles.ts'
import type { MarkedRange } from './range.ts'

/** Articles in a row without anything between them, with units on them. */
export interface Continuum {
  /** By annotator: the units by start, without overlaps. */
  readonly lists: readonly (readonly MarkedRange[])[]
  /** In code points. */
  readonly length: number
}

/** What the units lie on. */
interface Ground {
  readonly annotators: number
  readonly labels: number
  /** The annotators whose units are wanted, by their numbers. */
  readonly members: readonly number[]
  /** How many code points an article takes in the row; 0 for one that is left out. */
  readonly lengthOf: (article: number) => number
}

/** The continua of all labels. */
export function continuaOf(
  { articles, units, unitCounts }: CountedArticles,
  { annotators, labels, members, lengthOf }: Ground,
): readonly Continuum[] {
  const lists = Array.from({ length: labels }, () => members.map((): MarkedRange[] => []))
  let from = 0
  let at = 0
  for (let article = 0; article < articles; article++) {
    const length = lengthOf(article)
    for (let label = 0; label < labels; label++) {
      for (let member = 0; member < annotators; member++) {
        const end = at + (unitCounts[(article * labels + label) * annotators + member] ?? 0)
        const list = length === 0 ? undefined : lists[label]?.[members.indexOf(member)]
        if (list) {
          for (; at < end; at += 2) {
            list.push({ start: from + (units[at] ?? 0), end: from + (units[at + 1] ?? 0) })
          }
        }
        at = end
      }
    }
    from += length
  }
  return lists.map((each) => ({ lists: each, length: from }))
}
