import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { ARTICLE, ReviewDesk, strike, TEXT } from '../../../tests/support/review-desk.ts'
import { verdictOn } from '../../../tests/support/review-records.ts'
import type { CallReply } from '../../contract/calls.ts'
import type { CallFailure } from '../../contract/failure.ts'
import type { Verdict } from '../../core/review/log/record.ts'
import { reviewItems } from '../../core/review/review-items.ts'
import { articleFile, reviewFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'

let desk: ReviewDesk

beforeEach(async () => {
  desk = await ReviewDesk.make()
})

describe('review.record', () => {
  it('keeps a verdict on disk, in code points, in the person’s own file', async () => {
    valueOf(await desk.record([await desk.take('ben')]))
    const file = join(desk.store.folder, reviewFile(ARTICLE.id, 'ann'))
    const stored = JSON.parse(await readFile(file, 'utf8')) as {
      records: { outcome: { start: number; text: string }[] }[]
    }
    const [span] = stored.records[0]?.outcome ?? []
    expect(span).toMatchObject({ start: TEXT.indexOf('air strike') - 1, text: 'air strike' })

    const again = valueOf(await ProjectStore.open(desk.store.folder))
    expect(valueOf(await again.reviews.logs(ARTICLE.id))).toMatchObject([
      { by: 'ann', records: [{ id: 'v1', took: 'ben' }] },
    ])
    await again.close()
  })

  it('adds what is sent twice only once, and never says anything else instead', async () => {
    const verdict = await desk.take('ben')
    valueOf(await desk.record([verdict]))
    valueOf(await desk.record([verdict]))
    expect((await desk.open()).records).toEqual([verdict])
    const other = errorOf(await desk.record([{ ...verdict, took: 'cy' }]))
    expect(other).toMatchObject({ code: 'refused' })
    expect((await desk.open()).records).toEqual([verdict])
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
    const refused: CallFailure = errorOf(await desk.record([change(await desk.take('ben'))]))
    expect(refused.message).toMatch(message)
    expect((await desk.open()).records).toEqual([])
  })

  it('restores a damaged file of a review from its last good copy, and tells it', async () => {
    valueOf(await desk.record([await desk.take('ben')]))
    valueOf(
      await desk.record([{ ...verdictOn([], { id: 'v2', by: 'ann' }), outcome: [strike('r')] }]),
    )
    await desk.project.workbench.close()
    const file = join(desk.store.folder, reviewFile(ARTICLE.id, 'ann'))
    await writeFile(file, '{"format":"rubricator-rev')
    const again = valueOf(await ProjectStore.open(desk.store.folder, { mends: true }))
    const logs = valueOf(await again.reviews.logs(ARTICLE.id))
    expect(logs[0]?.records.map(({ id }) => id)).toContain('v1')
    expect(again.problems.map((problem) => problem.file)).toContain(reviewFile(ARTICLE.id, 'ann'))
    await again.close()
  })
})

describe('review.open', () => {
  it('hides others’ sets from somebody whose own is begun and not done', async () => {
    await desk.marks('ann', [strike('a1')], 'in-progress')
    const blind = await desk.open()
    expect(blind.sets.map(({ annotator }) => annotator)).toEqual(['ann'])
    expect(blind.hidden).toEqual(['ben', 'cy'])
    await desk.marks('ann', [strike('a1')])
    expect((await desk.open()).hidden).toEqual([])
  })

  it('hides nothing in a project that nobody marks blind, from then on', async () => {
    await desk.marks('ann', [strike('a1')], 'in-progress')
    valueOf(await desk.ask('project.blind', { project: desk.store.folder, blind: false }))
    expect((await desk.open()).hidden).toEqual([])
    const read = valueOf(await ProjectStore.open(desk.store.folder))
    expect(read.project.blind).toBe(false)
    valueOf(await desk.ask('project.blind', { project: desk.store.folder, blind: true }))
    expect((await desk.open()).hidden).toEqual(['ben', 'cy'])
  })
})

async function queue(): Promise<CallReply<'review.queue'>> {
  return valueOf(await desk.ask('review.queue', {}))
}

describe('review.queue', () => {
  it('counts what is open, agreed and decided', async () => {
    expect(await queue()).toMatchObject([
      { article: ARTICLE.id, status: 'to-review', items: 2, open: 1, agreed: 1, f1: 0.5 },
    ])
    valueOf(await desk.record([await desk.take('ben')]))
    expect(await queue()).toMatchObject([{ status: 'in-review', open: 0, agreed: 1, changed: 0 }])
    await desk.marks('cy', [strike('c1', 'An air'), strike('c2', '34 soldiers')])
    expect(await queue()).toMatchObject([{ open: 1, changed: 1 }])
  })
})

describe('review.decidePhrase', () => {
  it('finds a phrase with how it was marked, and decides on all of it', async () => {
    const phrase = 'AIR STRIKE'
    const found = valueOf(await desk.ask('review.phrase', { phrase, from: 0 }))
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
    const decision = { project: desk.store.folder, places, label: 'actor', reason: 'Guideline 2' }
    const [{ article } = { article: '' }] = places
    const done = valueOf(await desk.ask('review.decidePhrase', decision))
    expect(done).toMatchObject({ decided: 1, articles: [article] })
    const after = valueOf(await desk.ask('review.phrase', { phrase, from: 0 }))
    expect(after.places[0]?.decided).toEqual([{ label: 'actor', attributes: {} }])
    const again = valueOf(await desk.ask('review.decidePhrase', decision))
    expect(again, 'once is enough').toMatchObject({ decided: 0, articles: [] })

    const { step, articles } = done
    const withdraw = { project: desk.store.folder, step, articles }
    expect(valueOf(await desk.ask('review.withdrawStep', withdraw))).toBe(1)
    const undone = valueOf(await desk.ask('review.phrase', { phrase, from: 0 }))
    expect(undone).toEqual(found)
    expect(valueOf(await desk.ask('review.withdrawStep', withdraw)), 'once is enough').toBe(0)
  })
})

it('a phrase is decided with the values that were given it, and they are exported', async () => {
  await desk.marks('cy', [{ ...strike('c1', 'An air strike'), attributes: { means: 'air' } }])
  const before = valueOf(await desk.ask('review.phrase', { phrase: 'air strike', from: 0 }))
  expect(before.places[0]?.marks).toMatchObject([
    { attributes: {} },
    { attributes: { means: 'air' } },
  ])
  const places = before.places.map(({ article, start, end }) => ({ article, start, end }))
  valueOf(
    await desk.ask('review.decidePhrase', {
      project: desk.store.folder,
      places,
      label: 'actor',
      reason: null,
    }),
  )
  const after = valueOf(await desk.ask('review.phrase', { phrase: 'air strike', from: 0 }))
  expect(after.places[0]?.decided).toEqual([{ label: 'actor', attributes: { means: 'air' } }])
  valueOf(await desk.ask('export.adjudicated', {}))
  const line = JSON.parse(desk.project.host.delivered[0] ?? '') as object
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

describe('labels.change', () => {
  it('takes verdicts along to the new name, and back', async () => {
    valueOf(await desk.record([await desk.take('ben')]))
    const change = { type: 'rename', label: 'actor', to: 'agent' } as const
    valueOf(await desk.ask('labels.change', { project: desk.store.folder, change }))
    const isDecided = async (): Promise<readonly string[]> => {
      const { sets, records } = await desk.open()
      const verdicts = records.filter((each): each is Verdict => each.kind === 'verdict')
      return reviewItems(sets, verdicts).map(({ state }) => state)
    }
    expect(await isDecided()).toEqual(['decided', 'open'])
    expect((await desk.open()).records).toMatchObject([{ outcome: [{ label: 'agent' }] }])
    const { latest } = valueOf(await desk.ask('labels.list', {}))
    const undo = { project: desk.store.folder, change: latest?.id ?? '' }
    valueOf(await desk.ask('labels.undo', undo))
    expect(await isDecided()).toEqual(['decided', 'open'])
  })
})

it('reads what a colleague has said, when it comes by git or a file sync', async () => {
  const other = valueOf(await ProjectStore.open(desk.store.folder))
  const verdict = { ...(await desk.take('cy')), by: 'dee' }
  valueOf(await other.reviews.add(ARTICLE.id, 'dee', [verdict]))
  await other.close()
  await expect
    .poll(async () => (await desk.open()).records.map(({ by }) => by), { timeout: 6000 })
    .toEqual(['dee'])
})

it('tells what was said on an article that is not there, until the article is', async () => {
  valueOf(await desk.record([await desk.take('ben')]))
  const article = join(desk.store.folder, articleFile(ARTICLE.id))
  const content = await readFile(article)
  const opened = valueOf(await ProjectStore.open(desk.store.folder))
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
