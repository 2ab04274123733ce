import { describe, expect, test } from 'vitest'
import { spanOf } from '../../../../tests/support/review.ts'
import type { Span } from '../../annotation/span.ts'
import type { AlignedGroup } from '../align-sets.ts'
import { edgePatternsOf, type EdgePattern } from './edge-patterns.ts'

const by = (annotator: string, span: Span): AlignedGroup['marked'][number] => ({
  annotator,
  spans: [span],
})

/** The place that two annotators have marked: the one in square, the other in round brackets. */
function placeIn(drawn: string): { readonly text: string; readonly place: AlignedGroup } {
  const text = drawn.replaceAll(/[[\]()]/gu, '')
  const at = (sign: string): number =>
    drawn.slice(0, drawn.indexOf(sign)).replaceAll(/[[\]()]/gu, '').length
  const marked = [by('ada', spanOf('a', at('['), at(']'))), by('bo', spanOf('b', at('('), at(')')))]
  return { text, place: { kind: 'bounds', marked, missing: [] } }
}

describe('the pattern of an edge', () => {
  test.each<readonly [string, readonly EdgePattern[]]>([
    ['[ (Idlib)]', ['space']],
    ['[(Idlib),] he said', ['punctuation']],
    ['[“(Idlib)”]', ['punctuation']],
    ['[the (governor)]', ['determiner']],
    ['[and (the men) ]', ['conjunction', 'space']],
    ['[that (the men had died)]', ['conjunction']],
    ['[on (Friday)]', ['preposition']],
    ['[on the (second day)]', ['preposition']],
    ['[at least (34)] soldiers', ['hedge']],
    ['[No fewer than (34)]', ['hedge']],
    ['[about (forty)]', ['hedge']],
    ['[an estimated (1,200)]', ['hedge']],
    ['[about (the talks)]', ['words']],
    ['[President (Erdogan)]', ['title']],
    ['[the Turkish foreign minister (Mevlut Cavusoglu)]', ['title']],
    ['[the minister (resigned)]', ['words']],
    ['[the men had died(, the governor said)]', ['words']],
    ['[(the men had died), the governor said]', ['attribution']],
    ['[(34) soldiers]', ['counted']],
    ['[(forty) of its soldiers]', ['counted']],
    ['[(the men had died) near the crossroads on Friday night]', ['clause']],
    ['[the (men] had died)', ['determiner', 'words']],
    ['[at least (34) soldiers]', ['hedge', 'counted']],
  ])('%s is %j', (drawn, patterns) => {
    const { text, place } = placeIn(drawn)
    const isApart =
      drawn.indexOf('(') > drawn.indexOf(']') || drawn.indexOf('[') > drawn.indexOf(')')
    expect(isApart).toBe(false)
    expect([...edgePatternsOf(place, text, 'en')]).toEqual(patterns)
  })

  test('is told by words in English alone', () => {
    const { text, place } = placeIn('[at least (34) soldiers,]')
    expect([...edgePatternsOf(place, text, null)]).toEqual(['hedge', 'counted'])
    expect([...edgePatternsOf(place, text, 'en-GB')]).toEqual(['hedge', 'counted'])
    expect([...edgePatternsOf(place, text, 'enm')]).toEqual(['words', 'counted'])
    expect([...edgePatternsOf(place, text, 'tr')]).toEqual(['words', 'counted'])
  })

  test('is none where labels differ, or nothing does', () => {
    const { text, place } = placeIn('[the (governor)]')
    const [one, other] = place.marked
    const relabelled = other?.spans.map((span) => ({ ...span, label: 'actor' })) ?? []
    const marked = [one, { annotator: 'bo', spans: relabelled }].flatMap((each) => each ?? [])
    expect([...edgePatternsOf({ ...place, marked }, text, 'en')]).toEqual([])
    const alike = { ...place, marked: place.marked.slice(0, 1) }
    expect([...edgePatternsOf(alike, text, 'en')]).toEqual([])
  })
})
