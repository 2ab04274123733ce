import type { StagedItem } from '../../contract/models.ts'
import { count } from '../state/format.ts'

/** What an import would bring in. */
export interface ImportTotals {
  readonly articles: number
  readonly sets: number
  readonly duplicates: number
  readonly guessed: number
  readonly problems: number
}

export function totalsOf(items: readonly StagedItem[]): ImportTotals {
  const totals = { articles: 0, sets: 0, duplicates: 0, guessed: 0, problems: 0 }
  for (const item of items) {
    switch (item.kind) {
      case 'article':
        totals[item.duplicateOf === null ? 'articles' : 'duplicates']++
        if (item.guessed && item.duplicateOf === null) totals.guessed++
        break
      case 'dataset':
        totals.articles += item.articles
        totals.sets += item.sets
        break
      case 'pack':
        // It comes in by another way.
        break
      case 'problem':
        totals.problems++
        break
    }
  }
  return totals
}

/** "3 articles and 10 annotation sets"; null when it is nothing. */
export function contents(articles: number, sets: number): string | null {
  const parts = [
    articles > 0 ? count(articles, 'article') : [],
    sets > 0 ? count(sets, 'annotation set') : [],
  ].flat()
  return parts.length > 0 ? parts.join(' and ') : null
}

/** What is worth knowing before the import: "1 problem · 2 already here". */
export function remarks({ problems, guessed, duplicates }: ImportTotals): string {
  return [
    problems > 0 ? count(problems, 'problem') : [],
    guessed > 0 ? `${guessed} guessed` : [],
    duplicates > 0 ? `${duplicates} already here` : [],
  ]
    .flat()
    .join(' · ')
}
