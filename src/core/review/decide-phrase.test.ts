import { describe, expect, it } from 'vitest'
import { setBy, spanOf } from '../../../tests/support/review.ts'
import { instant } from '../../../tests/support/review-records.ts'
import type { AnnotationSet } from '../annotation/annotation-set.ts'
import type { Attributes } from '../annotation/attribute.ts'
import { adjudicatedSet } from './adjudicated-set.ts'
import { decidePhrase } from './decide-phrase.ts'
import { reviewItems } from './review-items.ts'
import { decideOwn, type Decision } from './verdicts.ts'

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

function marked(
  annotator: string,
  attributes: Attributes,
  span = spanOf(annotator, 10, 20, 'actor'),
): AnnotationSet {
  return setBy(annotator, { ...span, attributes })
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

  describe('keeps values', () => {
    const killed = { outcome: 'killed' }
    const wounded = { outcome: 'wounded' }
    const [plain, whole] = [spanOf('cy', 12, 20, 'actor'), spanOf('di', 10, 20, 'claim')]

    it.each<readonly [name: string, sets: readonly AnnotationSet[], values: Attributes]>([
      ['of the mark that is the same', [marked('ada', killed)], killed],
      [
        'that most gave',
        [marked('ada', killed), marked('bo', wounded), marked('cy', wounded)],
        wounded,
      ],
      [
        'of the first where as many gave others',
        [marked('ada', killed), marked('bo', wounded)],
        killed,
      ],
      [
        'that somebody gave, of those who gave none',
        [marked('ada', {}), marked('bo', killed)],
        killed,
      ],
      [
        'of marks that are the same before others',
        [marked('ada', killed), marked('cy', wounded, plain)],
        killed,
      ],
      ['of marks with its label', [marked('cy', wounded, plain)], wounded],
      [
        'of those before others',
        [marked('cy', wounded, plain), marked('di', killed, whole)],
        wounded,
      ],
      ['of a mark that gets another label', [marked('di', killed, whole)], killed],
    ])('%s', (_name, sets, values) => {
      const verdicts = decidePhrase(reviewItems(sets, []), PHRASE, WANTED, DECISION)
      const { spans } = adjudicatedSet(verdicts, LABELS)
      expect(spans.map(({ span }) => span.attributes)).toEqual([values])
      expect(spans[0]?.span).toMatchObject(PHRASE)
    })

    it('takes the version of somebody who gave them', () => {
      const sets = [marked('ada', {}), marked('bo', killed)]
      const [verdict] = decidePhrase(reviewItems(sets, []), PHRASE, WANTED, DECISION)
      expect(verdict).toMatchObject({ took: 'bo', outcome: [{ id: 'bo', attributes: killed }] })
    })

    it('that were decided before, whatever the marks have', () => {
      const sets = [marked('cy', wounded, plain), marked('di', wounded, whole)]
      const items = reviewItems(sets, [])
      const own = { ...WANTED, label: 'claim', attributes: killed }
      const verdicts = items.map((item) => decideOwn(item, [own], DECISION))
      const again = decidePhrase(reviewItems(sets, verdicts), PHRASE, WANTED, DECISION)
      expect(adjudicatedSet(again, LABELS).spans.map(({ span }) => span.attributes)).toEqual([
        killed,
      ])
    })
  })

  it('says nothing where all is decided so', () => {
    const sets = [setBy('ada', same), setBy('bo', part)]
    const verdicts = decidePhrase(reviewItems(sets, []), PHRASE, WANTED, DECISION)
    const decided = reviewItems(sets, verdicts)
    expect(decidePhrase(decided, PHRASE, WANTED, DECISION)).toEqual([])
    expect(decidePhrase(decided, PHRASE, null, DECISION)).toHaveLength(1)
  })
})
