import { describe, expect, it } from 'vitest'
import { setBy, spanOf } from '../../../tests/support/review.ts'
import { instant } from '../../../tests/support/review-records.ts'
import { adjudicatedSet } from './adjudicated-set.ts'
import { decidePhrase } from './decide-phrase.ts'
import { reviewItems } from './review-items.ts'
import type { Decision } from './verdicts.ts'

let count = 0
const DECISION: Decision = { by: 'rev', at: instant(0), step: 's', newId: () => `v${count++}` }
const PHRASE = { start: 10, end: 20 }
const WANTED = spanOf('new', 10, 20, 'actor')

/** The spans of the adjudicated set after a decision, as text. */
function after(sets: Parameters<typeof reviewItems>[0], wanted: typeof WANTED | null): unknown {
  const verdicts = decidePhrase(reviewItems(sets, []), PHRASE, wanted, DECISION)
  return adjudicatedSet(verdicts, LABELS).spans.map(
    ({ span }) => `${span.id} ${span.start}-${span.end}`,
  )
}

const LABELS = new Set(['claim', 'actor', 'date'])

describe('decidePhrase', () => {
  const same = spanOf('a', 10, 20, 'actor')
  const part = spanOf('b', 12, 20, 'claim')
  const sentence = spanOf('c', 0, 60, 'claim')

  it.each<readonly [name: string, sets: Parameters<typeof reviewItems>[0], spans: string]>([
    ['takes the mark that is the same', [setBy('ada', same), setBy('bo', part)], 'a 10-20'],
    ['puts the phrase in the place of others', [setBy('ada', part)], 'new 10-20'],
    ['adds it where nobody marked', [setBy('ada')], 'new 10-20'],
    ['leaves a sentence alone that holds it', [setBy('ada', sentence)], 'new 10-20'],
  ])('%s', (_name, sets, spans) => {
    expect(after(sets, WANTED)).toEqual([spans])
  })

  it('rejects what is about the phrase and nothing else', () => {
    const rejected = (sets: Parameters<typeof reviewItems>[0]): unknown =>
      decidePhrase(reviewItems(sets, []), PHRASE, null, DECISION).map(({ ground }) =>
        ground.map(({ span }) => span.id),
      )
    expect(rejected([setBy('ada', same), setBy('bo', part)])).toEqual([['a', 'b']])
    expect(rejected([setBy('ada', same, sentence), setBy('bo', part)])).toEqual([['a']])
    const verdicts = decidePhrase(reviewItems([setBy('ada', same)], []), PHRASE, null, DECISION)
    expect(adjudicatedSet(verdicts, LABELS).spans).toEqual([])
  })

  it('says nothing where all is decided so', () => {
    const sets = [setBy('ada', same), setBy('bo', part)]
    const verdicts = decidePhrase(reviewItems(sets, []), PHRASE, WANTED, DECISION)
    const decided = reviewItems(sets, verdicts)
    expect(decidePhrase(decided, PHRASE, WANTED, DECISION)).toEqual([])
    expect(decidePhrase(decided, PHRASE, null, DECISION)).toHaveLength(1)
  })
})
