import { describe, expect, it } from 'vitest'
import type { ArticleEntry } from '../../contract/models.ts'
import { ANY_ARTICLE } from '../../contract/article-filter.ts'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import { ArticleSearch } from './article-search.ts'
import { Library } from './library.ts'

type Reply = CallReply<'articles.search'> | undefined

/** A search whose parts come when the test says. */
class Searching {
  readonly library = new Library()
  readonly asked: CallArguments<'articles.search'>[] = []
  readonly search: ArticleSearch
  readonly #answers: ((reply: Reply) => void)[] = []

  constructor(count: number) {
    this.library.entries.set(Array.from({ length: count }, (_, index) => entry(`a${index}`)))
    this.search = new ArticleSearch(this.library, (args) => {
      this.asked.push(args)
      return new Promise((resolve) => this.#answers.push(resolve))
    })
  }

  get found(): readonly string[] | null {
    return this.library.found.get()
  }

  /** Answers the call that waits longest. */
  async answer(reply: Reply): Promise<void> {
    const answer = this.#answers.shift()
    if (answer === undefined) throw new RangeError('Nothing was asked')
    answer(reply)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

function entry(id: string): ArticleEntry {
  return { id, title: id, outlet: null, published: null, status: 'not-started', spans: 0 }
}

describe('a search', () => {
  it('shows what it finds as it comes', async () => {
    const now = new Searching(10)
    now.search.change({ text: 'idlib' })
    expect([now.found, now.search.progress.get()]).toEqual([null, null])
    await now.answer({ ids: ['a1'], next: 4 })
    expect([now.found, now.search.progress.get()]).toEqual([['a1'], 0.4])
    await now.answer({ ids: [], next: 8 })
    expect([now.found, now.search.progress.get()]).toEqual([['a1'], 0.8])
    await now.answer({ ids: ['a8', 'a9'], next: null })
    expect([now.found, now.search.progress.get()]).toEqual([['a1', 'a8', 'a9'], null])
    const filter = { ...ANY_ARTICLE, text: 'idlib' }
    expect(now.asked).toEqual([0, 4, 8].map((from) => ({ filter, from })))
  })

  it('is dropped for another, and what it finds late is not shown', async () => {
    const now = new Searching(10)
    now.search.change({ text: 'idlib' })
    await now.answer({ ids: ['a1'], next: 4 })
    now.search.change({ text: 'ankara' })
    expect(now.found).toEqual(['a1'])
    await now.answer({ ids: ['a5'], next: 8 })
    expect(now.found).toEqual(['a1'])
    await now.answer({ ids: [], next: null })
    expect(now.found).toEqual([])
    expect(now.asked.map(({ from }) => from)).toEqual([0, 4, 0])
  })

  it('shows all when nothing is asked any more, also while one goes on', async () => {
    const now = new Searching(10)
    now.search.change({ text: 'idlib', status: 'done' })
    now.search.clear()
    expect(now.found).toBeNull()
    await now.answer({ ids: ['a5'], next: 8 })
    expect([now.found, now.search.progress.get(), now.asked.length]).toEqual([null, null, 1])
  })

  it('ends with what it has when a call fails', async () => {
    const now = new Searching(10)
    now.search.change({ text: 'idlib' })
    await now.answer({ ids: ['a1'], next: 4 })
    await now.answer(undefined)
    expect([now.found, now.search.progress.get(), now.asked.length]).toEqual([['a1'], null, 2])
  })

  it('asks nothing for white space, nor twice for the same', async () => {
    const now = new Searching(10)
    now.search.change({ text: '  ', note: ' ' })
    now.search.change({ outlet: null })
    expect([now.asked.length, now.search.isActive.get()]).toEqual([0, false])
    now.search.change({ outlet: 'Wire' })
    now.search.change({ outlet: 'Wire' })
    expect([now.asked.length, now.search.isFiltered.get()]).toEqual([1, true])
  })

  it('leaves the words when the filters are cleared', async () => {
    const now = new Searching(10)
    now.search.change({ text: 'idlib', outlet: 'Wire', from: '2020-02-01' })
    now.search.clearFilters()
    expect(now.search.filter.get()).toEqual({ ...ANY_ARTICLE, text: 'idlib' })
    expect([now.search.isFiltered.get(), now.search.isActive.get()]).toEqual([false, true])
  })

  it('says when something of it is shown, and not before', async () => {
    const now = new Searching(10)
    await now.search.whenShown()
    now.search.change({ text: 'idlib' })
    let isShown = false
    void now.search.whenShown().then(() => (isShown = true))
    await now.answer({ ids: [], next: 4 })
    expect(isShown).toBe(false)
    now.search.change({ text: 'ankara' })
    await now.answer({ ids: ['a4'], next: null })
    expect(isShown).toBe(false)
    await now.answer({ ids: ['a1'], next: 4 })
    expect(isShown).toBe(true)
    now.search.change({ text: 'zeppelin' })
    const whenShown = now.search.whenShown()
    now.search.clear()
    await whenShown
    expect(now.found).toBeNull()
  })
})
