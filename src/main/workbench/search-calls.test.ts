import { beforeEach, describe, expect, it } from 'vitest'
import { addArticle } from '../../../tests/support/add-article.ts'
import { articleWith, errorOf, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { call, makeTestProject, type TestProject } from '../../../tests/support/test-workbench.ts'
import { ANY_ARTICLE, type ArticleFilter } from '../../contract/article-filter.ts'
import type { CallArguments, CallReply } from '../../contract/calls.ts'
import { emptySet, type Status } from '../../core/annotation/annotation-set.ts'
import { newDocument } from '../../core/annotation/history.ts'
import type { Span } from '../../core/annotation/span.ts'
import { ok } from '../../core/result.ts'

const TEXTS = {
  strike: 'An air strike near Idlib killed at least 34 soldiers.',
  talks: 'Talks in Ankara ended. Işık spoke of a strike.',
  prices: 'Bread in Idlib costs more than meat did.',
} as const
type Name = keyof typeof TEXTS
const NAMES = Object.keys(TEXTS) as readonly Name[]

let project: TestProject
/** Of the articles, by their ids. */
const names = new Map<string, Name>()

interface MadeMark {
  readonly annotator: string
  readonly name: Name
  readonly status: Status
  readonly spans: readonly Pick<Span, 'label' | 'note'>[]
}

const MARKS: readonly MadeMark[] = [
  {
    annotator: 'ann',
    name: 'strike',
    status: 'done',
    spans: [{ label: 'claim', note: 'Check this' }],
  },
  { annotator: 'ann', name: 'talks', status: 'in-progress', spans: [] },
  { annotator: 'ben', name: 'prices', status: 'done', spans: [{ label: 'actor', note: null }] },
]

beforeEach(async () => {
  project = await makeTestProject('The first article of all.')
  const store = project.workbench.current?.store
  if (store === undefined) throw new Error('No project is open')
  for (const [index, name] of NAMES.entries()) {
    const made = articleWith(TEXTS[name], `About ${name}`)
    const meta = {
      ...made.meta,
      outlet: name === 'prices' ? null : 'Harbour Wire',
      published: name === 'talks' ? null : `2020-02-0${index + 1}T10:00Z`,
      source: `${index}.txt`,
    }
    names.set(made.id, name)
    await addArticle(store, { ...made, meta })
  }
  for (const { annotator, name, status, spans } of MARKS) {
    const { id } = articleWith(TEXTS[name])
    const marked = spans.map((span) => spanOn(TEXTS[name], TEXTS[name].slice(0, 4), span))
    const set = { ...emptySet(id, annotator), status, spans: marked }
    valueOf(await store.updateDocument(id, annotator, () => ok(newDocument(set))))
  }
})

async function search(filter: Partial<ArticleFilter>): Promise<readonly string[]> {
  const { workbench, host } = project
  const found: string[] = []
  for (let from: number | null = 0; from !== null;) {
    const args: CallArguments<'articles.search'> = { filter: { ...ANY_ARTICLE, ...filter }, from }
    const reply: CallReply<'articles.search'> = valueOf(
      await call(workbench, host, 'articles.search', args),
    )
    found.push(...reply.ids)
    from = reply.next
  }
  return found.map((id) => names.get(id) ?? 'first')
}

describe('articles.search', () => {
  it.each<[Partial<ArticleFilter>, readonly string[]]>([
    [{ text: 'idlib' }, ['strike', 'prices']],
    [{ text: 'strike isik' }, ['talks']],
    [{ text: '"air strike" about' }, ['strike']],
    [{ text: 'strike "air of"' }, []],
    [{ text: '\u2069 bread' }, ['prices']],
    [{ text: '\u2069', label: 'claim' }, ['strike']],
    [{ outlet: 'Harbour Wire' }, ['strike', 'talks']],
    [{ from: '2020-02-01', to: '2020-02-01' }, ['strike']],
    [{ from: '2020-01-01' }, ['strike', 'prices']],
    [{ status: 'done' }, ['strike']],
    [{ status: 'not-started', text: 'idlib' }, ['prices']],
    [{ label: 'claim' }, ['strike']],
    [{ label: 'actor' }, []],
    [{ label: 'actor', annotator: 'ben' }, ['prices']],
    [{ annotator: 'ben' }, ['prices']],
    [{ annotator: 'ben', status: 'not-started' }, []],
    [{ note: 'CHECK' }, ['strike']],
    [{ note: 'check', label: 'date' }, []],
  ])('%j finds %j', async (filter, expected) => {
    expect((await search(filter)).toSorted()).toEqual([...expected].toSorted())
  })

  it('finds all in the order of the list, and goes on from any place', async () => {
    const { workbench, host } = project
    const list = valueOf(await call(workbench, host, 'articles.list', {}))
    expect(await search({})).toEqual(list.map(({ id }) => names.get(id) ?? 'first'))
    const late = await call(workbench, host, 'articles.search', { filter: ANY_ARTICLE, from: 2 })
    expect(valueOf(late).ids).toEqual(list.slice(2).map(({ id }) => id))
    const beyond = await call(workbench, host, 'articles.search', { filter: ANY_ARTICLE, from: 99 })
    expect(valueOf(beyond)).toEqual({ ids: [], next: null })
  })

  it.each<[string, object]>([
    ['a date that is none', { from: 'yesterday' }],
    ['a part that it does not know', { source: 'a.txt' }],
    ['a page of text', { text: 'a'.repeat(501) }],
  ])('refuses %s', async (_what, part) => {
    const { workbench, host } = project
    const filter = { ...ANY_ARTICLE, ...part }
    const refused = await call(workbench, host, 'articles.search', { filter, from: 0 })
    expect(errorOf(refused).code).toBe('invalid-call')
  })
})
