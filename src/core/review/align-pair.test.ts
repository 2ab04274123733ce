import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf, spansOfOne } from '../../../tests/support/review.ts'
import { bestWorth, worthOf } from '../../../tests/support/plain-alignment.ts'
import type { Span } from '../annotation/span.ts'
import { alignPair, type PairAlignment } from './align-pair.ts'

const names = (spans: readonly Span[]): string => spans.map(({ id }) => id).join(' ')

/** Names of pairs and of what is left, as a table can hold them. */
function told({ pairs, onlyA, onlyB }: PairAlignment): string {
  return [pairs.map(([a, b]) => `${a.id}-${b.id}`).join(' '), names(onlyA), names(onlyB)].join(
    ' | ',
  )
}

describe('alignPair', () => {
  it.each<readonly [name: string, a: readonly Span[], b: readonly Span[], alignment: string]>([
    ['nothing', [], [], ' |  | '],
    ['equal spans', [spanOf('a', 0, 5)], [spanOf('x', 0, 5)], 'a-x |  | '],
    ['spans that overlap', [spanOf('a', 0, 5)], [spanOf('x', 4, 9)], 'a-x |  | '],
    ['not what only touches', [spanOf('a', 0, 5)], [spanOf('x', 5, 9)], ' | a | x'],
    [
      'the most text in all, not the best pair first',
      [spanOf('a', 0, 12), spanOf('b', 10, 20)],
      [spanOf('x', 0, 4), spanOf('y', 5, 15)],
      'a-x b-y |  | ',
    ],
    [
      'equal bounds before more pairs of the same text',
      [spanOf('a', 0, 10), spanOf('b', 0, 5)],
      [spanOf('x', 0, 10), spanOf('y', 5, 10)],
      'a-x | b | y',
    ],
    [
      'the closer bounds where the text is the same',
      [spanOf('a', 0, 9), spanOf('b', 2, 5)],
      [spanOf('x', 3, 5)],
      'b-x | a | ',
    ],
    [
      'a label before more text of another',
      [spanOf('a', 0, 9), spanOf('b', 8, 12, 'actor')],
      [spanOf('x', 0, 9, 'actor')],
      'b-x | a | ',
    ],
    [
      'what is left, across labels',
      [spanOf('a', 0, 9), spanOf('b', 2, 9, 'date')],
      [spanOf('x', 0, 9), spanOf('y', 2, 8, 'actor')],
      'a-x b-y |  | ',
    ],
    [
      'equal attributes, of spans else alike',
      [spanOf('a', 0, 9), { ...spanOf('b', 0, 9), attributes: { certainty: 'high' } }],
      [{ ...spanOf('x', 0, 9), attributes: { certainty: 'high' } }],
      'b-x | a | ',
    ],
  ])('pairs %s', (_name, a, b, alignment) => {
    expect(told(alignPair(a, b))).toBe(alignment)
  })

  it('pairs the most text within a label, then equal bounds, more pairs, closer bounds', () => {
    const ofOneLabel = spansOfOne('ada', { maxLength: 5, labels: ['claim'] })
    fc.assert(
      fc.property(ofOneLabel, ofOneLabel, (a, b) => {
        expect(worthOf(alignPair(a, b).pairs)).toEqual(bestWorth(a, b))
      }),
      { numRuns: 500 },
    )
  })

  it('pairs the most text of what is left across labels', () => {
    fc.assert(
      fc.property(
        spansOfOne('ada', { maxLength: 5 }),
        spansOfOne('bo', { maxLength: 5 }),
        (a, b) => {
          const { pairs, onlyA, onlyB } = alignPair(a, b)
          const across = pairs.filter(([one, other]) => one.label !== other.label)
          const leftA = [...onlyA, ...across.map(([span]) => span)]
          const leftB = [...onlyB, ...across.map(([, span]) => span)]
          expect(worthOf(across)).toEqual(bestWorth(leftA, leftB))
          for (const label of ['claim', 'actor', 'date']) {
            const within = pairs.filter(
              ([one, other]) => one.label === label && other.label === label,
            )
            const isOfLabel = (span: Span): boolean => span.label === label
            expect(worthOf(within)).toEqual(bestWorth(a.filter(isOfLabel), b.filter(isOfLabel)))
          }
        },
      ),
    )
  })

  it('is the same from both sides and in any order, and has every span once', () => {
    fc.assert(
      fc.property(spansOfOne('ada'), spansOfOne('bo'), (a, b) => {
        const { pairs, onlyA, onlyB } = alignPair(a, b)
        const turned = alignPair(b.toReversed(), a.toReversed())
        expect(new Set(turned.pairs.map(([two, one]) => `${one.id} ${two.id}`))).toEqual(
          new Set(pairs.map(([one, two]) => `${one.id} ${two.id}`)),
        )
        expect(turned.onlyA).toEqual(onlyB)
        expect(turned.onlyB).toEqual(onlyA)
        expect(
          [...pairs.map(([span]) => span.id), ...onlyA.map(({ id }) => id)].toSorted(),
        ).toEqual(a.map(({ id }) => id).toSorted())
        expect(
          [...pairs.map(([, span]) => span.id), ...onlyB.map(({ id }) => id)].toSorted(),
        ).toEqual(b.map(({ id }) => id).toSorted())
      }),
    )
  })
})
