import type { CallReply } from '../../contract/calls.ts'
import { count } from './format.ts'

type Preview = CallReply<'packs.preview'>
type Counts = Preview['sets']

/** One row of what a pack brings: how many sets, and what becomes of them. */
export interface CountRow {
  readonly number: number
  readonly what: string
}

/** What becomes of the sets of a pack, a row each; what is not there is left out. */
export function countRows({
  new: fresh,
  updated,
  same,
  older,
  leftOut,
}: Counts): readonly CountRow[] {
  const rows: readonly (readonly [number, string])[] = [
    [fresh, fresh === 1 ? 'set is new' : 'sets are new'],
    [updated, updated === 1 ? 'set is updated' : 'sets are updated'],
    [same, same === 1 ? 'set is the same here' : 'sets are the same here'],
    [
      older,
      older === 1
        ? 'set is older than here, and changes nothing'
        : 'sets are older than here, and change nothing',
    ],
    [leftOut, leftOut === 1 ? 'set is left out' : 'sets are left out'],
  ]
  return rows.flatMap(([number, what]) => (number > 0 ? { number, what } : []))
}

/** What a pack changes in one set, in short: "2 added, 1 removed". */
export function describeChange({
  type,
  added,
  changed,
  removed,
}: Preview['changes'][number]): string {
  if (type === 'new') return count(added, 'span')
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ]
  return parts.length === 0 ? 'its status' : parts.join(', ')
}

/** Whether taking a pack in would change nothing, as far as is known. */
export function isNothing({ sets, articles, records }: Preview, addsArticles: boolean): boolean {
  return sets.new + sets.updated + records + (addsArticles ? articles.addable : 0) === 0
}

/** What taking a pack in has done, as a sentence. */
export function describeTaken({ pack, sets, articles, records }: CallReply<'packs.take'>): string {
  if (pack === null) return 'Nothing in the pack is new here.'
  const parts = [
    ...(articles > 0 ? [count(articles, 'article')] : []),
    ...(sets.new > 0 ? [count(sets.new, 'new set')] : []),
    ...(sets.updated > 0 ? [count(sets.updated, 'updated set')] : []),
    ...(records > 0 ? [count(records, 'verdict or comment', 'verdicts and comments')] : []),
  ]
  return parts.length === 0 ? 'The pack is taken in.' : `${listOf(parts)} taken in.`
}

/** What undoing has taken back and what it has left, as a sentence. */
export function describeUndone(undone: CallReply<'packs.undo'>): string {
  const { sets, articles, keptSpans, keptArticles } = undone
  const done = `The pack is undone: ${count(sets, 'set')} as before`
  const gone = articles > 0 ? `, ${count(articles, 'article')} taken out` : ''
  const kept = [
    ...(keptSpans > 0 ? [count(keptSpans, 'span')] : []),
    ...(keptArticles > 0 ? [count(keptArticles, 'article')] : []),
  ]
  const left = kept.length === 0 ? '' : ` ${listOf(kept)} changed since and left.`
  return `${done}${gone}.${left}`
}

function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
