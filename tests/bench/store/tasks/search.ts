import { ANY_ARTICLE } from '../../../../src/contract/article-filter.ts'
import type { CallReply } from '../../../../src/contract/calls.ts'
import { Desk, type Place } from './desk.ts'

export interface Searches {
  /** Until the first article was found, in milliseconds, for each of the searches. */
  readonly first: readonly number[]
  /** Until all articles were looked at. */
  readonly all: readonly number[]
}

/** What stands in most articles, in some, and in few. */
const SOUGHT = ['soldiers', 'Vartan', '"burnt-out lorry" Zahrun', 'Salma Kesten mayor', 'قصف']

/** Searches as a window does, part by part to the end. */
export async function search(place: Place): Promise<Searches> {
  const desk = await Desk.start(place)
  await desk.call('project.open', { path: place.project })
  await desk.call('articles.list', {})
  const first: number[] = []
  const all: number[] = []
  for (const text of SOUGHT) {
    const begun = performance.now()
    let isFound = false
    let from: number | null = 0
    while (from !== null) {
      const part: CallReply<'articles.search'> = await desk.call('articles.search', {
        filter: { ...ANY_ARTICLE, text },
        from,
      })
      if (!isFound && part.ids.length > 0) first.push(performance.now() - begun)
      isFound ||= part.ids.length > 0
      from = part.next
    }
    all.push(performance.now() - begun)
  }
  await desk.close()
  return { first, all }
}
