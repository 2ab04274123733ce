import { expect, it } from 'vitest'
import type { PackPreview, VersionView } from '../../contract/pack-models.ts'
import { describePreview } from './pack-words.ts'

const figure: VersionView = {
  label: 'casualty figure',
  quote: '34 soldiers',
  note: null,
  attributes: { count: 34, outcome: 'wounded' },
}

function linesFor(here: VersionView | null, theirs: VersionView): string {
  const place = { article: 'Strike', annotator: 'Ana' }
  const preview: PackPreview = {
    project: 'Idlib',
    made: '2026-03-01T10:00:00.000Z',
    by: null,
    sets: { new: 0, updated: 1, same: 0, older: 0, leftOut: 0 },
    changes: [],
    conflicts: { count: 1, first: [{ kind: 'span', ...place, here, theirs, taken: 'theirs' }] },
    articles: { addable: 0, unknown: { count: 0, first: [] } },
    labels: [],
    spansLeftOut: 0,
    records: 0,
    problems: [],
  }
  return describePreview(preview)
}

it('says of a conflict in which values the two versions differ', () => {
  const theirs = { ...figure, note: 'sure', attributes: { count: 34, hedged: true } }
  expect(linesFor(figure, theirs)).toContain(
    'here casualty figure "34 soldiers" (hedged not given, outcome wounded); in the pack casualty figure' +
      ' "34 soldiers" (hedged yes, outcome not given; note: "sure"); the pack is later',
  )
})

it('says all that is brought back of what was removed here', () => {
  expect(linesFor(null, figure)).toContain(
    'here removed; in the pack casualty figure "34 soldiers" (count 34, outcome wounded)',
  )
})
