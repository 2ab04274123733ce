import type { ArticleFilter } from '../../contract/article-filter.ts'
import { count, shortDate, STATUS_NAMES } from '../state/format.ts'

/** A part of a filter in words, and what takes it away. */
export interface FilterChip {
  readonly text: string
  readonly without: Partial<ArticleFilter>
}

/**
 * What a filter asks for beside the words that are sought, a chip each.
 * @param nameOf - What the annotator of an id is called.
 */
export function chipsOf(
  { outlet, from, to, label, status, annotator, note }: ArticleFilter,
  nameOf: (annotator: string) => string,
): readonly FilterChip[] {
  return [
    ...chip(outlet, { outlet: null }),
    ...chip(daysInWords(from, to), { from: null, to: null }),
    ...chip(status && STATUS_NAMES[status], { status: null }),
    ...chip(label && `Label: ${label}`, { label: null }),
    ...chip(annotator && `Marks of ${nameOf(annotator)}`, { annotator: null }),
    ...chip(note.trim() === '' ? null : `Note: ${note.trim()}`, { note: '' }),
  ]
}

function chip(text: string | null, without: Partial<ArticleFilter>): readonly FilterChip[] {
  return text === null ? [] : [{ text, without }]
}

function daysInWords(from: string | null, to: string | null): string | null {
  if (from === null) return to && `Until ${shortDate(to)}`
  if (to === null) return `Since ${shortDate(from)}`
  return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`
}

/**
 * How many articles a search has found of how many.
 * @param progress - How much of the list has been searched, 0 to 1; null when all of it has.
 */
export function foundInWords(found: number, all: number, progress: number | null): string {
  if (progress === null) return `${count(found, 'of', 'of')} ${count(all, 'article')}`
  return `${count(found, 'found', 'found')}, ${Math.floor(progress * 100)}% searched`
}
