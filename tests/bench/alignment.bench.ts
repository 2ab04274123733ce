import { bench, describe } from 'vitest'
import type { Span } from '../../src/core/annotation/span.ts'
import { alignPair } from '../../src/core/review/align-pair.ts'
import { alignSets } from '../../src/core/review/align-sets.ts'
import { overlapOf } from '../../src/core/review/overlap.ts'
import { setBy, spanOf } from '../support/review.ts'
import { newsOf, spansOver } from './samples.ts'

/*
 * The baseline looks at every pair of spans and takes those that share the most text first. It is
 * neither exact nor one label before the others; it is what the exact alignment costs beside.
 */

const options = { time: 500, iterations: 5, warmupTime: 100, warmupIterations: 2 }

/** What a second annotator makes of the same text: much alike, some bounds and labels different, some not marked. */
function seenAnew(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span, index) => {
    if (index % 11 === 0) return []
    const start = index % 5 === 0 ? span.start + 3 : span.start
    return [{ ...span, id: `t${index}`, start, label: index % 17 === 0 ? 'actor' : span.label }]
  })
}

/** Spans of one label that each hold the next: every one overlaps every other. */
function nested(count: number, start: number): readonly Span[] {
  return Array.from({ length: count }, (_, index) =>
    spanOf(`n${index}`, start + index * 2, start + count * 5 - index * 3),
  )
}

function alignPlainly(a: readonly Span[], b: readonly Span[]): readonly (readonly [Span, Span])[] {
  const candidates = a.flatMap((one) =>
    b.filter((other) => overlapOf(one, other) > 0).map((other) => [one, other] as const),
  )
  const used = new Set<Span>()
  return candidates
    .toSorted(([a1, b1], [a2, b2]) => overlapOf(a2, b2) - overlapOf(a1, b1))
    .filter(([one, other]) => {
      if (used.has(one) || used.has(other)) return false
      used.add(one).add(other)
      return true
    })
}

for (const count of [1000, 10_000]) {
  const a = spansOver(newsOf(count * 50), count)
  const b = seenAnew(a)

  describe(`${count} spans a side on ${count * 50} characters`, () => {
    bench('alignPair', () => void alignPair(a, b), options)
    bench('baseline: every pair of spans', () => void alignPlainly(a, b), options)
    bench(
      'alignSets, two annotators',
      () => void alignSets([setBy('ada', ...a), setBy('bo', ...b)]),
      options,
    )
    bench(
      'alignSets, three annotators',
      () => void alignSets([setBy('ada', ...a), setBy('bo', ...b), setBy('cy', ...seenAnew(b))]),
      options,
    )
  })
}

for (const count of [300, 1000]) {
  const [a, b] = [nested(count, 0), nested(count, 1)]

  describe(`${count} spans a side, all over each other`, () => {
    bench('alignPair', () => void alignPair(a, b), options)
    bench('baseline: every pair of spans', () => void alignPlainly(a, b), options)
  })
}
