import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setBy, spanOf, spansOfOne } from '../../../tests/support/review.ts'
import type { AnnotationSet } from '../annotation/annotation-set.ts'
import type { Span } from '../annotation/span.ts'
import { alignPair } from './align-pair.ts'
import { alignSets, type AlignedGroup } from './align-sets.ts'

/** A group in a line: its kind, who marked which spans, who is missing. */
function told({ kind, marked, missing }: AlignedGroup): string {
  const marks = marked.map(({ annotator, spans }) => {
    return `${annotator}:${spans.map(({ id }) => id).join('+')}`
  })
  const others = missing.length > 0 ? [`without ${missing.join(' ')}`] : []
  return [kind, ...marks, ...others].join(' ')
}

const certain = (span: Span): Span => ({ ...span, attributes: { certainty: 'high' } })

/** What two people can agree on. */
const contentOf = ({ label, start, end, attributes }: Span): string =>
  JSON.stringify([label, start, end, attributes])

const withoutIds = (groups: readonly AlignedGroup[]): unknown =>
  groups.map(({ marked, ...group }) => ({
    ...group,
    marked: marked.map(({ annotator, spans }) => ({ annotator, spans: spans.map(contentOf) })),
  }))

const threeSets = fc
  .tuple(spansOfOne('ada'), spansOfOne('bo'), spansOfOne('cy'))
  .map(([ada, bo, cy]) => [setBy('ada', ...ada), setBy('bo', ...bo), setBy('cy', ...cy)])

const twoSets = threeSets.map((sets) => sets.slice(0, 2))

describe('alignSets', () => {
  it.each<readonly [name: string, sets: readonly AnnotationSet[], groups: readonly string[]]>([
    ['no sets', [], []],
    [
      'agreement, whatever the notes say',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo', { ...spanOf('b', 0, 5), note: 'sure?' })],
      ['agreed ada:a bo:b'],
    ],
    [
      'different bounds',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo', spanOf('b', 0, 6))],
      ['bounds ada:a bo:b'],
    ],
    [
      'different labels',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo', spanOf('b', 0, 5, 'actor'))],
      ['label ada:a bo:b'],
    ],
    [
      'different attributes',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo', certain(spanOf('b', 0, 5)))],
      ['attributes ada:a bo:b'],
    ],
    [
      'what one alone has marked',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo')],
      ['missing ada:a without bo'],
    ],
    [
      'what two of three have marked alike',
      [setBy('cy', spanOf('c', 0, 5)), setBy('bo'), setBy('ada', spanOf('a', 0, 5))],
      ['missing ada:a cy:c without bo'],
    ],
    [
      'different bounds with one missing',
      [setBy('ada', spanOf('a', 0, 5)), setBy('bo'), setBy('cy', spanOf('c', 1, 5))],
      ['bounds ada:a cy:c without bo'],
    ],
    [
      'one span within another by one annotator',
      [setBy('ada', spanOf('a', 0, 9), spanOf('a2', 2, 5)), setBy('bo', spanOf('b', 0, 9))],
      ['duplicates ada:a+a2 bo:b'],
    ],
    [
      'one span in two pieces by one annotator',
      [setBy('ada', spanOf('a', 0, 4), spanOf('a2', 5, 9)), setBy('bo', spanOf('b', 0, 9))],
      ['duplicates ada:a+a2 bo:b'],
    ],
    [
      'the same twice by one annotator alone',
      [setBy('ada', spanOf('a', 0, 4), spanOf('a2', 0, 4)), setBy('bo')],
      ['duplicates ada:a+a2 without bo'],
    ],
    [
      'three times, where the middle one has the counterpart',
      [
        setBy('ada', spanOf('a', 0, 9), spanOf('a2', 1, 8), spanOf('a3', 2, 4)),
        setBy('bo', spanOf('b', 1, 8)),
      ],
      ['duplicates ada:a+a2+a3 bo:b'],
    ],
    [
      'nesting that both have marked',
      [
        setBy('ada', spanOf('a', 0, 9), spanOf('a2', 2, 5)),
        setBy('bo', spanOf('b', 0, 9), spanOf('b2', 2, 5)),
      ],
      ['agreed ada:a bo:b', 'agreed ada:a2 bo:b2'],
    ],
    [
      'overlapping spans of one annotator that are no duplicates',
      [setBy('ada', spanOf('a', 0, 5), spanOf('a2', 4, 9)), setBy('bo')],
      ['missing ada:a without bo', 'missing ada:a2 without bo'],
    ],
    [
      'a third label between two equal ones',
      [
        setBy('ada', spanOf('a', 0, 5)),
        setBy('bo', spanOf('b', 0, 5, 'actor')),
        setBy('cy', spanOf('c', 0, 5)),
      ],
      ['label ada:a bo:b cy:c'],
    ],
    [
      'equal spans before those that only overlap',
      [
        setBy('ada', spanOf('a', 0, 5)),
        setBy('bo', spanOf('b', 0, 5)),
        setBy('cy', spanOf('c', 0, 4), spanOf('c2', 4, 5)),
      ],
      ['duplicates ada:a bo:b cy:c+c2'],
    ],
    [
      'two runs of text in their order',
      [setBy('ada', spanOf('a', 20, 25)), setBy('bo', spanOf('b', 0, 5))],
      ['missing bo:b without ada', 'missing ada:a without bo'],
    ],
  ])('finds %s', (_name, sets, groups) => {
    expect(alignSets(sets).map(told)).toEqual(groups)
  })

  it.each<readonly [name: string, sets: readonly AnnotationSet[]]>([
    ['sets of several articles', [setBy('ada'), { ...setBy('bo'), article: 'a2' }]],
    ['two sets of one annotator', [setBy('ada'), setBy('ada')]],
  ])('refuses %s', (_name, sets) => {
    expect(() => alignSets(sets)).toThrow(RangeError)
  })

  it('has every span in one group, and everybody as marking or missing', () => {
    fc.assert(
      fc.property(threeSets, (sets) => {
        const groups = alignSets(sets)
        const ids = groups.flatMap(({ marked }) => marked.flatMap(({ spans }) => spans))
        expect(ids.map(({ id }) => id).toSorted()).toEqual(
          sets.flatMap(({ spans }) => spans.map(({ id }) => id)).toSorted(),
        )
        for (const { marked, missing } of groups) {
          const annotators = [...marked.map(({ annotator }) => annotator), ...missing]
          expect(annotators.toSorted()).toEqual(['ada', 'bo', 'cy'])
        }
      }),
    )
  })

  it('does not depend on the order of sets or spans', () => {
    fc.assert(
      fc.property(threeSets, fc.nat({ max: 2 }), (sets, turn) => {
        const turned = [...sets.slice(turn), ...sets.slice(0, turn)]
          .toReversed()
          .map((set) => ({ ...set, spans: set.spans.toReversed() }))
        expect(alignSets(turned)).toEqual(alignSets(sets))
      }),
    )
  })

  it('does not depend on ids, but for spans that are else the same', () => {
    fc.assert(
      fc.property(threeSets, (sets) => {
        const renamed = sets.map((set) => ({
          ...set,
          spans: set.spans.map((span, index) => ({ ...span, id: `${9999 - index}` })),
        }))
        expect(withoutIds(alignSets(renamed))).toEqual(withoutIds(alignSets(sets)))
      }),
    )
  })

  it('holds the pairs of two sets, and agrees where bounds, label and attributes are equal', () => {
    fc.assert(
      fc.property(twoSets, ([ada = setBy('ada'), bo = setBy('bo')]) => {
        const groups = alignSets([ada, bo])
        const groupOf = new Map(
          groups.flatMap((group) =>
            group.marked.flatMap(({ spans }) => spans.map(({ id }) => [id, group] as const)),
          ),
        )
        for (const [a, b] of alignPair(ada.spans, bo.spans).pairs) {
          const group = groupOf.get(a.id)
          expect(groupOf.get(b.id)).toBe(group)
          if (group?.kind === 'duplicates') continue
          expect(group?.kind === 'agreed').toBe(contentOf(a) === contentOf(b))
        }
      }),
    )
  })

  it('is agreed throughout when all have marked the same, once', () => {
    fc.assert(
      fc.property(spansOfOne('ada'), (spans) => {
        const once = [
          ...new Map(
            spans.map((span) => [`${span.start} ${span.end} ${span.label}`, span]),
          ).values(),
        ]
        const groups = alignSets(['ada', 'bo', 'cy', 'di'].map((id) => setBy(id, ...once)))
        expect(groups.map(({ kind, marked }) => [kind, marked.length])).toEqual(
          once.map(() => ['agreed', 4]),
        )
      }),
    )
  })
})
