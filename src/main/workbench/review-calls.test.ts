import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { addArticle } from '../../../tests/support/add-article.ts'
import { articleWith, errorOf, NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { verdictOn } from '../../../tests/support/review-records.ts'
import { call, makeTestProject, type TestProject } from '../../../tests/support/test-workbench.ts'
import type { CallArguments, CallName, CallReply } from '../../contract/calls.ts'
import type { CallFailure, CallResult } from '../../contract/failure.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import { newDocument } from '../../core/annotation/history.ts'
import { compareSpans, type Span } from '../../core/annotation/span.ts'
import { ok } from '../../core/result.ts'
import type { ReviewRecord, Verdict } from '../../core/review/log/record.ts'
import { reviewItems } from '../../core/review/review-items.ts'
import { takeVersion } from '../../core/review/verdicts.ts'
import { articleFile, reviewFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'
import { ReviewQueue } from './review/review-queue.ts'

const TEXT = '😀 An air strike near Idlib killed at least 34 soldiers, said the ministry.'
const ARTICLE = articleWith(TEXT, 'Strike')

let project: TestProject
let store: ProjectStore

function ask<N extends CallName>(
  name: N,
  args: CallArguments<N>,
): Promise<CallResult<CallReply<N>>> {
  return call(project.workbench, project.host, name, args)
}

/** As another person's program would. */
async function marks(
  annotator: string,
  spans: readonly Span[],
  status: 'done' | 'in-progress' = 'done',
): Promise<void> {
  const sorted = spans.toSorted(compareSpans)
  const set = { ...emptySet(ARTICLE.id, annotator), status, spans: sorted }
  valueOf(await store.updateDocument(ARTICLE.id, annotator, () => ok(newDocument(set))))
}

const strike = (id: string, quote = 'air strike'): Span => spanOn(TEXT, quote, { id })

beforeEach(async () => {
  project = await makeTestProject('The first article of all.')
  const current = project.workbench.current?.store
  if (current === undefined) throw new Error('No project is open')
  store = current
  await addArticle(store, ARTICLE)
  await marks('ben', [strike('b1'), strike('b2', '34 soldiers')])
  await marks('cy', [strike('c1', 'An air strike'), strike('c2', '34 soldiers')])
})

const open = async (): Promise<CallReply<'review.open'>> =>
  valueOf(await ask('review.open', { article: ARTICLE.id }))

async function take(annotator: string, id = 'v1'): Promise<Verdict> {
  const { sets } = await open()
  const item = reviewItems(sets, []).find(({ group }) => group?.kind === 'bounds')
  if (item === undefined) throw new Error('Nothing is disputed')
  return takeVersion(item, annotator, { by: 'ann', at: NOW, step: 's1', newId: () => id })
}

const record = (records: readonly Verdict[]) =>
  ask('review.record', { project: store.folder, article: ARTICLE.id, records })

describe('review.record', () => {
  it('keeps a verdict on disk, in code points, in the person’s own file', async () => {
    valueOf(await record([await take('ben')]))
    const file = join(store.folder, reviewFile(ARTICLE.id, 'ann'))
    const stored = JSON.parse(await readFile(file, 'utf8')) as {
      records: { outcome: { start: number; text: string }[] }[]
    }
    const [span] = stored.records[0]?.outcome ?? []
    expect(span).toMatchObject({ start: TEXT.indexOf('air strike') - 1, text: 'air strike' })

    const again = valueOf(await ProjectStore.open(store.folder))
    expect(valueOf(await again.reviews.logs(ARTICLE.id))).toMatchObject([
      { by: 'ann', records: [{ id: 'v1', took: 'ben' }] },
    ])
    await again.close()
  })

  it('adds what is sent twice only once, and never says anything else instead', async () => {
    const verdict = await take('ben')
    valueOf(await record([verdict]))
    valueOf(await record([verdict]))
    expect((await open()).records).toEqual([verdict])
    const other = errorOf(await record([{ ...verdict, took: 'cy' }]))
    expect(other).toMatchObject({ code: 'refused' })
    expect((await open()).records).toEqual([verdict])
  })

  it.each<readonly [string, (verdict: Verdict) => Verdict, RegExp]>([
    ['signed by another person', (verdict) => ({ ...verdict, by: 'ben' }), /signed by "ben"/],
    [
      'with a label that there is not',
      (verdict) => ({
        ...verdict,
        outcome: verdict.outcome.map((span) => ({ ...span, label: 'weapon' })),
      }),
      /no label "weapon"/,
    ],
    [
      'that cuts a character in two',
      (verdict) => ({
        ...verdict,
        outcome: verdict.outcome.map((span) => ({ ...span, start: 1 })),
      }),
      /cuts a character/,
    ],
    [
      'about nothing',
      (verdict) => ({ ...verdict, ground: [], outcome: [], replaces: [] }),
      /about nothing/,
    ],
  ])('refuses a verdict %s', async (_what, change, message) => {
    const refused: CallFailure = errorOf(await record([change(await take('ben'))]))
    expect(refused.message).toMatch(message)
    expect((await open()).records).toEqual([])
  })

  it('restores a damaged file of a review from its last good copy, and tells it', async () => {
    valueOf(await record([await take('ben')]))
    valueOf(await record([{ ...verdictOn([], { id: 'v2', by: 'ann' }), outcome: [strike('r')] }]))
    await project.workbench.close()
    const file = join(store.folder, reviewFile(ARTICLE.id, 'ann'))
    await writeFile(file, '{"format":"rubricator-rev')
    const again = valueOf(await ProjectStore.open(store.folder, { mends: true }))
    const logs = valueOf(await again.reviews.logs(ARTICLE.id))
    expect(logs[0]?.records.map(({ id }) => id)).toContain('v1')
    expect(again.problems.map((problem) => problem.file)).toContain(reviewFile(ARTICLE.id, 'ann'))
    await again.close()
  })
})

describe('review.open', () => {
  it('hides others’ sets from somebody whose own is begun and not done', async () => {
    await marks('ann', [strike('a1')], 'in-progress')
    const blind = await open()
    expect(blind.sets.map(({ annotator }) => annotator)).toEqual(['ann'])
    expect(blind.hidden).toEqual(['ben', 'cy'])
    await marks('ann', [strike('a1')])
    expect((await open()).hidden).toEqual([])
  })

  it('hides nothing in a project that nobody marks blind, from then on', async () => {
    await marks('ann', [strike('a1')], 'in-progress')
    valueOf(await ask('project.blind', { project: store.folder, blind: false }))
    expect((await open()).hidden).toEqual([])
    const read = valueOf(await ProjectStore.open(store.folder))
    expect(read.project.blind).toBe(false)
    valueOf(await ask('project.blind', { project: store.folder, blind: true }))
    expect((await open()).hidden).toEqual(['ben', 'cy'])
  })
})

async function queue(): Promise<CallReply<'review.queue'>> {
  return valueOf(await ask('review.queue', {}))
}

describe('review.queue', () => {
  it('counts what is open, agreed and decided', async () => {
    expect(await queue()).toMatchObject([
      { article: ARTICLE.id, status: 'to-review', items: 2, open: 1, agreed: 1, f1: 0.5 },
    ])
    valueOf(await record([await take('ben')]))
    expect(await queue()).toMatchObject([{ status: 'in-review', open: 0, agreed: 1, changed: 0 }])
    await marks('cy', [strike('c1', 'An air'), strike('c2', '34 soldiers')])
    expect(await queue()).toMatchObject([{ open: 1, changed: 1 }])
  })
})

describe('review.decidePhrase', () => {
  it('finds a phrase with how it was marked, and decides on all of it', async () => {
    const phrase = 'AIR STRIKE'
    const found = valueOf(await ask('review.phrase', { phrase, from: 0 }))
    expect(found).toMatchObject({
      places: [
        {
          phrase: 'air strike',
          marks: [{ annotator: 'ben' }, { annotator: 'cy' }],
          decided: null,
        },
      ],
      next: null,
    })
    const places = found.places.map(({ article, start, end }) => ({ article, start, end }))
    const decision = { project: store.folder, places, label: 'actor', reason: 'Guideline 2' }
    const [{ article } = { article: '' }] = places
    const done = valueOf(await ask('review.decidePhrase', decision))
    expect(done).toMatchObject({ decided: 1, articles: [article] })
    const after = valueOf(await ask('review.phrase', { phrase, from: 0 }))
    expect(after.places[0]?.decided).toEqual([{ label: 'actor', attributes: {} }])
    const again = valueOf(await ask('review.decidePhrase', decision))
    expect(again, 'once is enough').toMatchObject({ decided: 0, articles: [] })

    const { step, articles } = done
    const withdraw = { project: store.folder, step, articles }
    expect(valueOf(await ask('review.withdrawStep', withdraw))).toBe(1)
    const undone = valueOf(await ask('review.phrase', { phrase, from: 0 }))
    expect(undone).toEqual(found)
    expect(valueOf(await ask('review.withdrawStep', withdraw)), 'once is enough').toBe(0)
  })
})

it('a phrase is decided with the values that were given it, and they are exported', async () => {
  await marks('cy', [{ ...strike('c1', 'An air strike'), attributes: { means: 'air' } }])
  const before = valueOf(await ask('review.phrase', { phrase: 'air strike', from: 0 }))
  expect(before.places[0]?.marks).toMatchObject([
    { attributes: {} },
    { attributes: { means: 'air' } },
  ])
  const places = before.places.map(({ article, start, end }) => ({ article, start, end }))
  valueOf(
    await ask('review.decidePhrase', {
      project: store.folder,
      places,
      label: 'actor',
      reason: null,
    }),
  )
  const after = valueOf(await ask('review.phrase', { phrase: 'air strike', from: 0 }))
  expect(after.places[0]?.decided).toEqual([{ label: 'actor', attributes: { means: 'air' } }])
  valueOf(await ask('export.adjudicated', {}))
  const line = JSON.parse(project.host.delivered[0] ?? '') as object
  expect(line).toMatchObject({
    spans: [{ text: 'air strike', attributes: { means: 'air' } }],
    review: {
      verdicts: [
        {
          ground: [
            { id: 'c1', attributes: { means: 'air' } },
            { id: 'b1', attributes: {} },
          ],
        },
      ],
    },
  })
})

describe('export.adjudicated', () => {
  it('tells what is missing, and writes each set with its verdicts', async () => {
    expect(errorOf(await ask('export.adjudicated', {})).message).toMatch(/Nothing is/)
    valueOf(await record([await take('ben')]))
    const summary = valueOf(await ask('review.summary', {}))
    expect(summary).toEqual({
      lines: 1,
      unreviewed: 1,
      unapproved: 1,
      open: 0,
      untaken: 1,
      withoutLabel: 0,
    })
    valueOf(await ask('export.adjudicated', {}))
    const line = JSON.parse(project.host.delivered[0] ?? '') as object
    expect(line).toMatchObject({
      annotator: 'adjudicated',
      status: 'in-progress',
      spans: [{ id: 'b1', text: 'air strike' }],
      review: {
        status: 'in-review',
        verdicts: [
          { took: 'ben', stands: true, spans: ['b1'], ground: [{ text: 'An air strike' }, {}] },
        ],
      },
    })
  })
})

const log = (): string => join(store.folder, reviewFile(ARTICLE.id, 'ann'))

describe('an export of adjudicated sets with a file that cannot be used', () => {
  beforeEach(async () => {
    valueOf(await record([await take('ben')]))
  })

  it('names a log that is damaged while the project is open, and leaves no article out', async () => {
    const sound = await readFile(log(), 'utf8')
    const text = sound.replace('"outcome"', '"outcomes"')
    await writeFile(log(), text)
    const { message } = errorOf(await ask('review.summary', {}))
    expect(message).toContain(reviewFile(ARTICLE.id, 'ann'))
    expect(errorOf(await ask('export.adjudicated', {})).message).toBe(message)
    expect(await readFile(log(), 'utf8'), 'it is left as it is').toBe(text)

    await writeFile(log(), sound)
    const summary = async (): Promise<unknown> => await ask('review.summary', {})
    await expect.poll(summary, { timeout: 6000 }).toMatchObject({ value: { unapproved: 1 } })
  })

  it('restores a log that was cut short, and leaves nothing out', async () => {
    const again = await take('cy', 'v2')
    valueOf(await record([{ ...again, replaces: ['v1'] }]))
    await project.workbench.close()
    const opened = valueOf(await ProjectStore.open(store.folder, { mends: true }))
    await writeFile(log(), '{"format"')
    const entries = await new ReviewQueue(opened).entries(() => undefined)
    expect(entries).toMatchObject([{ status: 'in-review' }])
    expect(opened.problems.at(-1)?.reason).toMatch(/is again as it was before its last change/)
    await opened.close()
  })

  it('does not take a log that has gone for one that says nothing', async () => {
    const sound = await readFile(log())
    // As after the project was opened anew: nothing of it is in memory.
    const opened = valueOf(await ProjectStore.open(store.folder))
    await rm(log())
    await expect(opened.reviews.logs(ARTICLE.id)).rejects.toThrow(/it is not there any more/)
    await expect(new ReviewQueue(opened).entries(() => undefined)).rejects.toThrow(/not there/)
    await writeFile(log(), sound)
    expect(await new ReviewQueue(opened).entries(() => undefined)).toMatchObject([{ items: 2 }])
    await opened.close()
  })

  it('tells how many spans it leaves out because their label was deleted', async () => {
    const change = { type: 'remove', label: 'actor' } as const
    valueOf(await ask('labels.change', { project: store.folder, change }))
    expect(valueOf(await ask('review.summary', {}))).toMatchObject({ lines: 1, withoutLabel: 1 })
    valueOf(await ask('export.adjudicated', {}))
    expect(JSON.parse(project.host.delivered[0] ?? '')).toMatchObject({ spans: [] })
  })
})

const rescue = (said: ReviewRecord): Promise<CallResult<unknown>> =>
  ask('export.unsavedReviews', {
    project: store.folder,
    reviews: [{ article: ARTICLE.id, ground: null, records: [said] }],
  })

async function takeRescued(): Promise<void> {
  const bytes = new TextEncoder().encode(project.host.delivered[0])
  const files = [{ name: 'unsaved-review.rubricator-pack.jsonl', bytes }]
  const staging = valueOf(await ask('import.offer', { import: null, files }))
  const choices = { addArticles: false, labels: [] }
  const taken = { project: store.folder, import: staging.import, index: 0, choices }
  valueOf(await ask('packs.take', taken))
}

describe('export.unsavedReviews', () => {
  it('gets verdicts out of a window whose project has gone, and into the project again', async () => {
    const verdict = await take('ben')
    const { text, meta } = await open()
    const aside = `${store.folder}-aside`
    await rename(store.folder, aside)
    const reviews = [{ article: ARTICLE.id, ground: { text, meta }, records: [verdict] }]
    const outcome = valueOf(await ask('export.unsavedReviews', { project: store.folder, reviews }))
    expect(outcome).toMatchObject({ path: 'unsaved-review.rubricator-pack.jsonl', lines: 3 })
    await rename(aside, store.folder)

    await takeRescued()
    expect((await open()).records).toEqual([verdict])
  })

  it('takes what was said in two places of the window about one article as one', async () => {
    const verdict = await take('ben')
    const { text, meta } = await open()
    const comment = { kind: 'comment', id: 'c1', by: 'ann', at: NOW, step: 's2' } as const
    const words = { ...comment, text: 'Why?', thread: null, mark: null }
    const reviews = [
      { article: ARTICLE.id, ground: null, records: [words] },
      { article: ARTICLE.id, ground: { text, meta }, records: [verdict, words] },
    ]
    valueOf(await ask('export.unsavedReviews', { project: store.folder, reviews }))
    await takeRescued()
    expect((await open()).records).toHaveLength(2)
  })

  it('needs no text for words that are about no mark', async () => {
    const comment = { kind: 'comment', id: 'c1', by: 'ann', at: NOW, step: 's1' } as const
    const words = { ...comment, text: '«Why?» 😀', thread: null, mark: null }
    valueOf(await rescue(words))
    expect(project.host.delivered[0]).toContain('«Why?» 😀')
    const mark = { annotator: 'ben', span: strike('b1') }
    expect(errorOf(await rescue({ ...words, mark })).message).toMatch(/does not lie in its text/)
    expect(errorOf(await rescue({ ...words, by: 'ben' })).message).toMatch(/it is by "ben"/)
  })
})

describe('labels.change', () => {
  it('takes verdicts along to the new name, and back', async () => {
    valueOf(await record([await take('ben')]))
    const change = { type: 'rename', label: 'actor', to: 'agent' } as const
    valueOf(await ask('labels.change', { project: store.folder, change }))
    const isDecided = async (): Promise<readonly string[]> => {
      const { sets, records } = await open()
      const verdicts = records.filter((each): each is Verdict => each.kind === 'verdict')
      return reviewItems(sets, verdicts).map(({ state }) => state)
    }
    expect(await isDecided()).toEqual(['decided', 'open'])
    expect((await open()).records).toMatchObject([{ outcome: [{ label: 'agent' }] }])
    const { latest } = valueOf(await ask('labels.list', {}))
    const undo = { project: store.folder, change: latest?.id ?? '' }
    valueOf(await ask('labels.undo', undo))
    expect(await isDecided()).toEqual(['decided', 'open'])
  })
})

it('reads what a colleague has said, when it comes by git or a file sync', async () => {
  const other = valueOf(await ProjectStore.open(store.folder))
  const verdict = { ...(await take('cy')), by: 'dee' }
  valueOf(await other.reviews.add(ARTICLE.id, 'dee', [verdict]))
  await other.close()
  await expect
    .poll(async () => (await open()).records.map(({ by }) => by), { timeout: 6000 })
    .toEqual(['dee'])
})

it('tells what was said on an article that is not there, until the article is', async () => {
  valueOf(await record([await take('ben')]))
  const article = join(store.folder, articleFile(ARTICLE.id))
  const content = await readFile(article)
  const opened = valueOf(await ProjectStore.open(store.folder))
  await rm(article)
  await opened.lookAgain([ARTICLE.id])
  expect(opened.problems).toContainEqual(
    expect.objectContaining({ file: reviewFile(ARTICLE.id, 'ann'), severity: 'broken' }),
  )
  await writeFile(article, content)
  await opened.lookAgain([ARTICLE.id])
  expect(opened.problems.map(({ file }) => file)).not.toContain(reviewFile(ARTICLE.id, 'ann'))
  await opened.close()
})
