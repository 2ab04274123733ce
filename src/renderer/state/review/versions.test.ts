import { describe, expect, it } from 'vitest'
import { setBy, spanOf } from '../../../../tests/support/review.ts'
import type { Attributes } from '../../../core/annotation/attribute.ts'
import { reviewItems, type ReviewItem } from '../../../core/review/review-items.ts'
import { likelyVersion, namesInDispute, shortKind, versionsOf } from './versions.ts'

const NAMES: Readonly<Record<string, string>> = { ada: 'Ada', bo: 'Bo', cy: 'Cy' }
const nameOf = (id: string): string => NAMES[id] ?? id

/** One place that each annotator marked alike, with values of their own. */
function placeWith(...values: readonly Attributes[]): ReviewItem {
  const sets = values.map((attributes, index) => {
    const annotator = Object.keys(NAMES)[index] ?? ''
    return setBy(annotator, { ...spanOf(annotator, 0, 5, 'casualty figure'), attributes })
  })
  const [item] = reviewItems(sets, [])
  if (item === undefined) throw new Error('There is one')
  return item
}

describe('shortKind', () => {
  it.each<readonly [words: string, values: readonly Attributes[]]>([
    ['outcome: killed / wounded', [{ outcome: 'killed' }, { outcome: 'wounded' }]],
    ['outcome: not given / wounded', [{ count: 34 }, { count: 34, outcome: 'wounded' }]],
    ['count: 34 / 35', [{ count: 34 }, { count: 35 }, { count: 34 }]],
    [
      'count: 34 / 35, exact: yes / no',
      [
        { count: 34, exact: true },
        { count: 35, exact: false },
      ],
    ],
    [
      'who: soldiers of the second… / not given',
      [{ who: 'soldiers of the second army corps' }, {}],
    ],
    ['agreed', [{ count: 34 }, { count: 34 }]],
  ])('says %s', (words, values) => {
    expect(shortKind(placeWith(...values), nameOf)).toBe(words)
  })

  it('says what it said of other kinds', () => {
    const kinds = reviewItems(
      [
        setBy('ada', spanOf('a1', 0, 5), spanOf('a2', 10, 15), spanOf('a3', 20, 25)),
        setBy('bo', spanOf('b1', 0, 4), spanOf('b2', 10, 15, 'actor')),
      ],
      [],
    ).map((item) => shortKind(item, nameOf))
    expect(kinds).toEqual(['bounds', 'actor / claim', 'only Ada'])
  })
})

describe('namesInDispute', () => {
  it('are of marks with one label: another has other attributes', () => {
    const toll = spanOf('a', 0, 5, 'casualty figure')
    const [item] = reviewItems(
      [
        setBy('ada', { ...toll, attributes: { count: 34, outcome: 'killed' } }),
        setBy('bo', { ...toll, id: 'b', attributes: { count: 34 } }),
        setBy('cy', spanOf('c', 0, 5, 'claim')),
      ],
      [],
    )
    expect(item && namesInDispute(item, 'casualty figure')).toEqual(['outcome'])
    expect(item && namesInDispute(item, 'claim')).toEqual([])
  })
})

describe('likelyVersion', () => {
  it('is the one that most share, values and all', () => {
    const item = placeWith({ count: 34 }, { count: 35 }, { count: 35 })
    expect(likelyVersion(item, versionsOf(item, ['ada', 'bo', 'cy']))).toBe(1)
  })
})
