import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeFindWorker, HOSTILE } from '../../../tests/support/fake-find-worker.ts'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import type { ArticleSession } from './article-session.ts'
import { Find } from './find.ts'
import { chooseLabel } from './marking.ts'
import { MOST_HITS, RegexSearch, TIME_LIMIT } from './regex-search.ts'
import type { Workspace } from './workspace.ts'

const TEXT = 'Ankara spoke.\nMoscow, not Ankara, said so; ANKARA denied it.'
const HITS = [
  { start: 0, end: 6 },
  { start: 26, end: 32 },
  { start: 43, end: 49 },
]

const BY_KEY = { via: 'keyboard', fresh: undefined, exact: false, another: false } as const

interface Opened {
  readonly workspace: Workspace
  readonly session: ArticleSession
  readonly find: Find
}

async function opened(text = TEXT): Promise<Opened> {
  const { workspace, session } = await openWorkspace(text)
  const regex = new RegexSearch((listener) => new FakeFindWorker(listener))
  return { workspace, session, find: new Find(() => workspace.article.get(), regex) }
}

/** Lets the effects and the worker run. */
async function settle(milliseconds = 10): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

/** The keyboard types into a field from here on. */
function typeInField(): void {
  class Field {
    matches(): boolean {
      return true
    }
  }
  vi.stubGlobal('HTMLElement', Field)
  vi.stubGlobal('document', { activeElement: new Field() })
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('finding', () => {
  it('finds while the bar is open only, and keeps what was sought', async () => {
    const { find } = await opened()
    find.seek('ankara')
    expect(find.hits.get()).toEqual([])
    expect(find.current.get()).toBeNull()
    find.open()
    expect(find.hits.get()).toEqual(HITS)
    expect([find.isOpen.get(), find.at.get(), find.openings.get()]).toEqual([true, 0, 1])
    find.close()
    expect([find.isOpen.get(), find.hits.get().length, find.at.get()]).toEqual([false, 0, null])
    expect(find.query.get()).toBe('ankara')
  })

  it('starts at the cursor, and comes round at the end', async () => {
    const { find, session } = await opened()
    session.select({ start: 14, end: 20 })
    find.open()
    find.seek('a')
    find.seek('ankara')
    expect(find.current.get()).toEqual(HITS[1])
    session.select({ start: 55, end: 60 })
    find.seek('ankar')
    expect(find.at.get()).toBe(0)
  })

  it('takes over what is selected, on one line', async () => {
    const { find } = await opened('a.b a\nb a.b')
    find.open(' a.b ')
    expect([find.query.get(), find.hits.get().length]).toEqual(['a.b', 2])
    find.open('a\n b')
    expect([find.query.get(), find.hits.get().length]).toEqual(['a b', 1])
    find.open('  ')
    expect(find.query.get()).toBe('a b')
    find.compare({ isExpression: true })
    find.open('a.b\nc')
    expect(find.query.get()).toBe(String.raw`a\.b\s+c`)
  })

  it('heeds the options', async () => {
    const { find } = await opened('Ärger ärgern')
    find.open('arger')
    expect(find.hits.get()).toHaveLength(2)
    find.compare({ wholeWord: true })
    expect(find.hits.get()).toHaveLength(1)
    find.compare({ ignoreDiacritics: false })
    expect(find.hits.get()).toHaveLength(0)
    expect(find.problem.get()).toBeNull()
  })

  it('stops at more hits than anybody looks through', async () => {
    const { find } = await opened('a'.repeat(MOST_HITS + 1))
    find.open('a')
    expect([find.hits.get().length, find.hasMore.get()]).toEqual([MOST_HITS, true])
    find.seek('aa')
    expect(find.hasMore.get()).toBe(false)
  })
})

describe('going from hit to hit', () => {
  it('goes round in both directions, and selects nothing while a field has the keyboard', async () => {
    const { find, session } = await opened()
    typeInField()
    find.open('ankara')
    const visited = [1, 1, 1, -1, -1].map((direction) => {
      if (direction === 1) find.next()
      else find.previous()
      return find.at.get()
    })
    expect(visited).toEqual([1, 2, 0, 2, 1])
    expect(session.selection.get()).toBeNull()
  })

  it('goes on from where the cursor was moved to, and stays while text is selected', async () => {
    const { find, session } = await opened()
    typeInField()
    find.open('ankara')
    session.select({ start: 33, end: 37 }, 'mouse')
    expect(find.at.get()).toBe(0)
    find.next()
    expect(find.at.get()).toBe(2)
    session.select({ start: 33, end: 37 }, 'mouse')
    find.previous()
    expect(find.at.get()).toBe(1)
    session.select({ start: 50, end: 56 }, 'mouse')
    find.next()
    expect(find.at.get()).toBe(0)
  })

  it('does nothing where there is none, and asks what to seek where nothing was sought', async () => {
    const { find, session } = await opened()
    find.next()
    expect([find.isOpen.get(), find.openings.get()]).toEqual([true, 1])
    find.seek('nothing')
    find.next()
    find.previous()
    expect([find.at.get(), session.selection.get()]).toEqual([null, null])
  })
})

describe('the hit that the search ends at', () => {
  it('is selected, so that a label’s key marks it', async () => {
    const { find, session, workspace } = await opened()
    typeInField()
    find.open()
    find.seek('not ankara')
    find.close()
    chooseLabel(workspace, 'actor', BY_KEY)
    expect(session.spans.get().map((span) => session.quote(span))).toEqual(['not Ankara'])
  })

  it('is a part of a word where that was sought, and has no white space around', async () => {
    const { find, session } = await opened()
    find.open()
    find.seek('nkara ')
    find.close()
    expect(session.selection.get()).toEqual({ start: 1, end: 6 })
    expect(session.exactSelection).toEqual({ start: 1, end: 7 })
  })

  it('is not selected when the person has selected something else since', async () => {
    const { find, session } = await opened()
    find.open('ankara')
    session.select({ start: 33, end: 37 }, 'mouse')
    find.close()
    expect(session.selection.get()).toEqual({ start: 33, end: 37 })
  })

  it('is marked, and the next one after it, without the bar taking the keyboard', async () => {
    const { find, session, workspace } = await opened()
    find.open('ankara')
    find.close()
    chooseLabel(workspace, 'actor', BY_KEY)
    find.next()
    chooseLabel(workspace, 'actor', BY_KEY)
    find.next()
    chooseLabel(workspace, 'actor', BY_KEY)
    expect(session.spans.get().map(({ start }) => start)).toEqual([0, 26, 43])
    expect([find.isOpen.get(), find.openings.get()]).toEqual([true, 1])
  })
})

describe('another article', () => {
  it('is searched as soon as it is open, from its beginning', async () => {
    const { session: other } = await openWorkspace('to Ankara')
    const { find, workspace } = await opened()
    typeInField()
    find.open('ankara')
    find.next()
    workspace.article.set(other)
    expect(find.hits.get()).toEqual([{ start: 3, end: 9 }])
    expect(find.at.get()).toBe(0)
    workspace.article.set(null)
    expect([find.hits.get().length, find.current.get()]).toEqual([0, null])
  })
})

describe('an expression', () => {
  it('finds a moment later, and keeps the hits before until then', async () => {
    vi.useFakeTimers()
    const { find } = await opened()
    find.compare({ isExpression: true })
    find.open()
    find.seek('[am]\\w+')
    expect([find.isSearching.get(), find.hits.get().length]).toEqual([true, 0])
    await settle()
    expect([find.isSearching.get(), find.hits.get().length]).toEqual([false, 5])
    find.seek('moscow')
    expect(find.hits.get()).toHaveLength(5)
    await settle()
    expect(find.current.get()).toEqual({ start: 14, end: 20 })
    find.seek('')
    expect([find.isSearching.get(), find.hits.get().length]).toEqual([false, 0])
  })

  it('tells what is wrong with it until it is right', async () => {
    vi.useFakeTimers()
    const { find } = await opened()
    find.compare({ isExpression: true })
    find.open()
    find.seek('(moscow')
    await settle()
    expect(find.problem.get()).toBe('Not a regular expression: Unterminated group')
    find.seek('(moscow)')
    await settle()
    expect([find.problem.get(), find.hits.get().length]).toEqual([null, 1])
    find.seek(HOSTILE)
    await settle(TIME_LIMIT + 10)
    expect(find.problem.get()).toContain('takes too long')
    find.compare({ isExpression: false })
    expect(find.problem.get()).toBeNull()
  })

  it('goes to the next hit once it is found', async () => {
    vi.useFakeTimers()
    const { find, session } = await opened()
    find.compare({ isExpression: true })
    find.seek('ankara')
    session.select(HITS[0] ?? null)
    find.next()
    expect(session.selection.get()).toEqual(HITS[0])
    await settle()
    expect(session.selection.get()).toEqual(HITS[1])
    expect(find.current.get()).toEqual(HITS[1])
  })

  it('goes nowhere when another article is opened before it is found', async () => {
    vi.useFakeTimers()
    const { find, session, workspace } = await opened()
    const { session: other } = await openWorkspace('to Ankara')
    find.compare({ isExpression: true })
    find.seek('ankara')
    find.next()
    workspace.article.set(other)
    await settle()
    expect([session.selection.get(), other.selection.get()]).toEqual([null, null])
    expect(find.hits.get()).toHaveLength(1)
  })

  it('is sought in the article that is opened meanwhile', async () => {
    vi.useFakeTimers()
    const { find, workspace } = await opened()
    find.compare({ isExpression: true })
    find.open('ankara')
    await settle()
    const { session: other } = await openWorkspace('to Ankara')
    workspace.article.set(other)
    expect(find.hits.get()).toEqual([])
    await settle()
    expect(find.hits.get()).toEqual([{ start: 3, end: 9 }])
  })
})

describe('offering', () => {
  it('shows the hits, and leaves the keyboard where it is', async () => {
    const { find } = await opened()
    find.offer('ankara')
    expect([find.isOpen.get(), find.openings.get(), find.hits.get()]).toEqual([true, 0, HITS])
  })

  it('offers the same once, and something else again', async () => {
    const { find } = await opened()
    find.offer('ankara')
    find.close()
    find.offer('ankara')
    expect(find.isOpen.get()).toBe(false)
    find.offer('moscow')
    expect([find.isOpen.get(), find.query.get()]).toEqual([true, 'moscow'])
    find.offer('denied')
    expect([find.isOpen.get(), find.query.get()]).toEqual([true, 'denied'])
  })

  it('leaves what the person seeks, and what is not in the text', async () => {
    const { find } = await opened()
    find.seek('said')
    find.offer('kabul')
    expect([find.isOpen.get(), find.query.get()]).toEqual([false, 'said'])
    find.open()
    find.offer('ankara')
    expect(find.query.get()).toBe('said')
  })

  it('is withdrawn, and can be offered again; what the person seeks stays', async () => {
    const { find } = await opened()
    find.offer('ankara')
    find.withdraw()
    expect(find.isOpen.get()).toBe(false)
    find.offer('ankara')
    expect(find.isOpen.get()).toBe(true)
    find.seek('moscow')
    find.withdraw()
    expect([find.isOpen.get(), find.query.get()]).toEqual([true, 'moscow'])
  })
})
