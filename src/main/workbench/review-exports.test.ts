import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { errorOf, NOW, valueOf } from '../../../tests/support/builders.ts'
import { ARTICLE, ReviewDesk, strike } from '../../../tests/support/review-desk.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { ReviewRecord } from '../../core/review/log/record.ts'
import { reviewFile } from '../store/project-layout.ts'
import { ProjectStore } from '../store/project-store.ts'
import { ReviewQueue } from './review/review-queue.ts'

let desk: ReviewDesk

beforeEach(async () => {
  desk = await ReviewDesk.make()
})

describe('export.adjudicated', () => {
  it('tells what is missing, and writes each set with its verdicts', async () => {
    expect(errorOf(await desk.ask('export.adjudicated', {})).message).toMatch(/Nothing is/)
    valueOf(await desk.record([await desk.take('ben')]))
    const summary = valueOf(await desk.ask('review.summary', {}))
    expect(summary).toEqual({
      lines: 1,
      unreviewed: 1,
      unapproved: 1,
      open: 0,
      untaken: 1,
      withoutLabel: 0,
    })
    valueOf(await desk.ask('export.adjudicated', {}))
    const line = JSON.parse(desk.project.host.delivered[0] ?? '') as object
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

const log = (): string => join(desk.store.folder, reviewFile(ARTICLE.id, 'ann'))

describe('an export of adjudicated sets with a file that cannot be used', () => {
  beforeEach(async () => {
    valueOf(await desk.record([await desk.take('ben')]))
  })

  it('names a log that is damaged while the project is open, and leaves no article out', async () => {
    const sound = await readFile(log(), 'utf8')
    const text = sound.replace('"outcome"', '"outcomes"')
    await writeFile(log(), text)
    const { message } = errorOf(await desk.ask('review.summary', {}))
    expect(message).toContain(reviewFile(ARTICLE.id, 'ann'))
    expect(errorOf(await desk.ask('export.adjudicated', {})).message).toBe(message)
    expect(await readFile(log(), 'utf8'), 'it is left as it is').toBe(text)

    await writeFile(log(), sound)
    const summary = async (): Promise<unknown> => await desk.ask('review.summary', {})
    await expect.poll(summary, { timeout: 6000 }).toMatchObject({ value: { unapproved: 1 } })
  })

  it('restores a log that was cut short, and leaves nothing out', async () => {
    const again = await desk.take('cy', 'v2')
    valueOf(await desk.record([{ ...again, replaces: ['v1'] }]))
    await desk.project.workbench.close()
    const opened = valueOf(await ProjectStore.open(desk.store.folder, { mends: true }))
    await writeFile(log(), '{"format"')
    const entries = await new ReviewQueue(opened).entries(() => undefined)
    expect(entries).toMatchObject([{ status: 'in-review' }])
    expect(opened.problems.at(-1)?.reason).toMatch(/is again as it was before its last change/)
    await opened.close()
  })

  it('does not take a log that has gone for one that says nothing', async () => {
    const sound = await readFile(log())
    // As after the project was opened anew: nothing of it is in memory.
    const opened = valueOf(await ProjectStore.open(desk.store.folder))
    await rm(log())
    await expect(opened.reviews.logs(ARTICLE.id)).rejects.toThrow(/it is not there any more/)
    await expect(new ReviewQueue(opened).entries(() => undefined)).rejects.toThrow(/not there/)
    await writeFile(log(), sound)
    expect(await new ReviewQueue(opened).entries(() => undefined)).toMatchObject([{ items: 2 }])
    await opened.close()
  })

  it('tells how many spans it leaves out because their label was deleted', async () => {
    const change = { type: 'remove', label: 'actor' } as const
    valueOf(await desk.ask('labels.change', { project: desk.store.folder, change }))
    expect(valueOf(await desk.ask('review.summary', {}))).toMatchObject({
      lines: 1,
      withoutLabel: 1,
    })
    valueOf(await desk.ask('export.adjudicated', {}))
    expect(JSON.parse(desk.project.host.delivered[0] ?? '')).toMatchObject({ spans: [] })
  })
})

const rescue = (said: ReviewRecord): Promise<CallResult<unknown>> =>
  desk.ask('export.unsavedReviews', {
    project: desk.store.folder,
    reviews: [{ article: ARTICLE.id, ground: null, records: [said] }],
  })

async function takeRescued(): Promise<void> {
  const bytes = new TextEncoder().encode(desk.project.host.delivered[0])
  const files = [{ name: 'unsaved-review.rubricator-pack.jsonl', bytes }]
  const staging = valueOf(await desk.ask('import.offer', { import: null, files }))
  const choices = { addArticles: false, labels: [] }
  const taken = { project: desk.store.folder, import: staging.import, index: 0, choices }
  valueOf(await desk.ask('packs.take', taken))
}

describe('export.unsavedReviews', () => {
  it('gets verdicts out of a window whose project has gone, and into the project again', async () => {
    const verdict = await desk.take('ben')
    const { text, meta } = await desk.open()
    const aside = `${desk.store.folder}-aside`
    await rename(desk.store.folder, aside)
    const reviews = [{ article: ARTICLE.id, ground: { text, meta }, records: [verdict] }]
    const outcome = valueOf(
      await desk.ask('export.unsavedReviews', { project: desk.store.folder, reviews }),
    )
    expect(outcome).toMatchObject({ path: 'unsaved-review.rubricator-pack.jsonl', lines: 3 })
    await rename(aside, desk.store.folder)

    await takeRescued()
    expect((await desk.open()).records).toEqual([verdict])
  })

  it('takes what was said in two places of the window about one article as one', async () => {
    const verdict = await desk.take('ben')
    const { text, meta } = await desk.open()
    const comment = { kind: 'comment', id: 'c1', by: 'ann', at: NOW, step: 's2' } as const
    const words = { ...comment, text: 'Why?', thread: null, mark: null }
    const reviews = [
      { article: ARTICLE.id, ground: null, records: [words] },
      { article: ARTICLE.id, ground: { text, meta }, records: [verdict, words] },
    ]
    valueOf(await desk.ask('export.unsavedReviews', { project: desk.store.folder, reviews }))
    await takeRescued()
    expect((await desk.open()).records).toHaveLength(2)
  })

  it('needs no text for words that are about no mark', async () => {
    const comment = { kind: 'comment', id: 'c1', by: 'ann', at: NOW, step: 's1' } as const
    const words = { ...comment, text: '«Why?» 😀', thread: null, mark: null }
    valueOf(await rescue(words))
    expect(desk.project.host.delivered[0]).toContain('«Why?» 😀')
    const mark = { annotator: 'ben', span: strike('b1') }
    expect(errorOf(await rescue({ ...words, mark })).message).toMatch(/does not lie in its text/)
    expect(errorOf(await rescue({ ...words, by: 'ben' })).message).toMatch(/it is by "ben"/)
  })
})
