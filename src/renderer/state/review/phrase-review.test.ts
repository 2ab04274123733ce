import { describe, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../../../tests/support/open-workspace.ts'
import type { PhrasePlace } from '../../../contract/review-models.ts'
import { fail, ok } from '../../../core/result.ts'
import { decidePhrase } from './decide-phrase.ts'

function place(article: string, start: number, more: Partial<PhrasePlace> = {}): PhrasePlace {
  return {
    article,
    title: `About ${article}`,
    start,
    end: start + 4,
    before: 'in ',
    phrase: 'town',
    after: ' today',
    marks: [],
    decided: null,
    ...more,
  }
}

const marked = (label: string): Partial<PhrasePlace> => ({
  marks: [{ annotator: 'ann', label, start: 0, end: 4, attributes: {} }],
})
const PLACES = [
  place('a', 0, marked('actor')),
  place('a', 9, marked('actor')),
  place('b', 4, { ...marked('claim'), decided: [{ label: 'claim', attributes: {} }] }),
]

async function setUp() {
  const opened = await openWorkspace('In town.')
  const { workspace, bridge } = opened
  bridge.answers['review.phrase'] = ({ from }) =>
    ok({
      places: PLACES.slice(from, from + 2) as never,
      hidden: from,
      next: from === 0 ? 2 : null,
    })
  bridge.answers['review.queue'] = () => ok([])
  bridge.answers['review.decidePhrase'] = ({ places }) =>
    ok({ decided: places.length, articles: ['a'], step: 's1' })
  bridge.answers['review.withdrawStep'] = () => ok(1)
  await workspace.phrases.open(' town ')
  return { ...opened, phrases: workspace.phrases }
}

describe('PhraseReview', () => {
  it('finds all places, part by part, and proposes the label of most marks', async () => {
    const { phrases, bridge } = await setUp()
    expect(bridge.argumentsOf('review.phrase')).toEqual([
      { phrase: 'town', from: 0 },
      { phrase: 'town', from: 2 },
    ])
    expect(phrases.places.get()).toEqual(PLACES)
    expect([phrases.articles.get(), phrases.hidden.get()]).toEqual([2, 2])
    expect(phrases.label.get()).toBe('actor')
    expect(phrases.isSearching.get()).toBe(false)
  })

  it('ticks what is not decided, and as the person wants', async () => {
    const { phrases } = await setUp()
    expect(phrases.ticked.get()).toEqual(PLACES.slice(0, 2))
    phrases.toggle(PLACES[0]!)
    phrases.toggle(PLACES[2]!)
    expect(phrases.ticked.get()).toEqual(PLACES.slice(1))
    phrases.toggleAll()
    expect(phrases.ticked.get()).toEqual(PLACES)
    phrases.toggleAll()
    expect(phrases.ticked.get()).toEqual([])
  })

  it('moves within the list', async () => {
    const { phrases } = await setUp()
    for (const [steps, at] of [
      [1, 1],
      [Infinity, 2],
      [1, 2],
      [-9, 0],
    ] as const) {
      phrases.move(steps)
      expect(phrases.current.get()).toBe(at)
    }
  })

  it('decides what is ticked, and takes it back in all articles', async () => {
    const { phrases, workspace, bridge } = await setUp()
    phrases.reason.set(' Always. ')
    phrases.move(1)
    await decidePhrase(workspace)
    expect(bridge.argumentsOf('review.decidePhrase')).toEqual([
      {
        project: '/news',
        places: PLACES.slice(0, 2).map(({ article, start, end }) => ({ article, start, end })),
        label: 'actor',
        reason: 'Always.',
      },
    ])
    const { current } = workspace.notices
    expect(current.get()?.text).toBe('Decided 2 places in 1 article.')
    expect([phrases.current.get(), phrases.isDeciding.get()]).toEqual([1, false])
    current.get()?.action?.run()
    await vi.waitFor(() => expect(current.get()?.text).toContain('back'))
    expect(bridge.argumentsOf('review.withdrawStep')).toEqual([
      { project: '/news', step: 's1', articles: ['a'] },
    ])
  })

  it('says why it could not be decided', async () => {
    const { phrases, workspace, bridge } = await setUp()
    bridge.answers['review.decidePhrase'] = () => fail({ code: 'storage', message: 'Disk full' })
    await decidePhrase(workspace)
    expect(workspace.notices.current.get()).toMatchObject({ kind: 'problem', text: 'Disk full' })
    expect(phrases.isDeciding.get()).toBe(false)
    expect(phrases.ticked.get()).toHaveLength(2)
  })

  it('drops what comes late for another phrase, and is closed by another article', async () => {
    const { phrases, bridge } = await setUp()
    let answer: (() => void) | undefined
    bridge.answers['review.phrase'] = async () => {
      await new Promise<void>((resolve) => (answer = resolve))
      return ok({ places: PLACES as never, hidden: 0, next: null })
    }
    const late = phrases.find('late')
    await vi.waitFor(() => expect(answer).toBeDefined())
    phrases.close()
    answer?.()
    await late
    expect([phrases.places.get(), phrases.isOpen.get()]).toEqual([[], false])
  })
})
