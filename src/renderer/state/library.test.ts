import { describe, expect, it } from 'vitest'
import type { ArticleEntry } from '../../contract/models.ts'
import { Library } from './library.ts'

const entry = (id: string, more: Partial<ArticleEntry> = {}): ArticleEntry => ({
  id,
  title: `Title ${id}`,
  outlet: null,
  published: null,
  status: 'not-started',
  spans: 0,
  ...more,
})

const entries = [
  entry('a', { title: 'Blast in Kabul', outlet: 'Reuters', status: 'done' }),
  entry('b', { title: 'Взрыв в Кабуле', published: '2020-02-28' }),
  entry('c', { title: 'Kabul after the blast', outlet: 'BBC', status: 'in-progress' }),
  entry('d', { status: 'done' }),
]

async function loaded(list: readonly ArticleEntry[] = entries): Promise<Library> {
  const library = new Library()
  library.entries.set(list)
  return library
}

const visibleIn = (library: Library): string =>
  library.visible
    .get()
    .map(({ id }) => id)
    .join('')

describe('what a search has found', () => {
  it.each<[readonly string[] | null, string]>([
    [null, 'abcd'],
    [[], ''],
    [['b', 'd'], 'bd'],
    [['a', 'gone', 'c'], 'ac'],
  ])('%j shows %j', async (found, expected) => {
    const library = await loaded()
    library.found.set(found)
    expect(visibleIn(library)).toBe(expected)
  })
})

describe('neighbour', () => {
  it.each<[string | null, 1 | -1, string | null, string | undefined]>([
    ['a', 1, null, 'b'],
    ['a', -1, null, undefined],
    ['d', 1, null, undefined],
    ['d', -1, null, 'c'],
    [null, 1, null, 'a'],
    [null, -1, null, 'd'],
    ['a', 1, 'ac', 'c'],
    ['b', 1, 'ac', 'a'],
    ['a', 1, '', undefined],
  ])('of %s in direction %i among %j is %s', async (id, direction, found, expected) => {
    const library = await loaded()
    library.found.set(found === null ? null : [...found])
    expect(library.neighbour(id, direction)?.id).toBe(expected)
  })
})

describe('nextUndone', () => {
  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
    ['d', 'b'],
    ['gone', 'b'],
  ])('after %s is %s', async (id, expected) => {
    expect((await loaded()).nextUndone(id)?.id).toBe(expected)
  })

  it('is none when only this one is left', async () => {
    const library = await loaded([entry('a'), entry('b', { status: 'done' })])
    expect(library.nextUndone('a')).toBeUndefined()
    expect(library.nextUndone('b')?.id).toBe('a')
  })
})

describe('replace', () => {
  it.each<[string, readonly ArticleEntry[], boolean]>([
    ['the same', entries, false],
    ['the same with other marks', entries.map((known) => ({ ...known, spans: 9 })), false],
    ['one more', [...entries, entry('e')], true],
    ['another in its place', entries.with(1, entry('e')), true],
    ['another order', entries.toReversed(), true],
  ])('takes over %s', async (_what, list, isOther) => {
    const library = await loaded()
    expect(library.replace(list)).toBe(isOther)
    expect(library.entries.get()).toBe(list)
  })
})

describe('update', () => {
  it('changes one entry where it stands', async () => {
    const library = await loaded()
    library.update('b', { status: 'done', spans: 3 })
    expect(library.entries.get()).toEqual(
      entries.with(1, entry('b', { ...entries[1], status: 'done', spans: 3 })),
    )
    library.update('gone', { spans: 1 })
    expect(visibleIn(library)).toBe('abcd')
  })

  it('leaves the list as it is when nothing changes', async () => {
    const library = await loaded()
    library.update('a', { title: 'Blast in Kabul', status: 'done' })
    expect(library.entries.get()).toBe(entries)
  })

  it('shows what changed of an entry that was found', async () => {
    const library = await loaded()
    library.found.set(['a', 'c'])
    library.update('c', { spans: 7 })
    expect(library.visible.get()[1]).toMatchObject({ id: 'c', spans: 7 })
    library.update('a', { title: 'Blast in Herat', status: 'not-started' })
    expect(visibleIn(library)).toBe('ac')
  })

  it('finds an entry in another list, though it is as long', async () => {
    const library = await loaded()
    library.found.set(['d', 'a', 'c'])
    library.update('a', { spans: 1 })
    library.entries.set([entry('d', { title: 'In Kabul' }), ...entries.slice(0, 3)])
    expect(visibleIn(library)).toBe('dac')
    library.update('a', { spans: 2 })
    expect(library.entries.get().map(({ spans }) => spans)).toEqual([0, 2, 0, 0])
  })
})
