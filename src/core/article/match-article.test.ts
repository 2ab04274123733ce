import { describe, expect, it } from 'vitest'
import {
  matchesMetadata,
  matchesSet,
  type MetadataFilter,
  type SetFilter,
} from './match-article.ts'
import { foldForSearch } from './search-terms.ts'

describe('matchesMetadata', () => {
  const any: MetadataFilter = { outlet: null, from: null, to: null }
  const wire = { outlet: 'Harbour Wire', published: '2020-02-28T23:30+08:00' }
  const unknown = { outlet: null, published: null }

  it.each<[string, typeof wire | typeof unknown, Partial<MetadataFilter>, boolean]>([
    ['nothing asked', wire, {}, true],
    ['nothing asked of nothing known', unknown, {}, true],
    ['the outlet', wire, { outlet: 'Harbour Wire' }, true],
    ['an outlet that is only like it', wire, { outlet: 'harbour wire' }, false],
    ['an outlet that is not known', unknown, { outlet: 'Harbour Wire' }, false],
    ['the first day', wire, { from: '2020-02-28' }, true],
    ['a day too late to begin', wire, { from: '2020-02-29' }, false],
    ['the last day', wire, { to: '2020-02-28' }, true],
    ['a day too early to end', wire, { to: '2020-02-27' }, false],
    ['both days the same', wire, { from: '2020-02-28', to: '2020-02-28' }, true],
    ['the wrong way round', wire, { from: '2020-03-01', to: '2020-02-01' }, false],
    ['any day of an article without one', unknown, { from: '0001-01-01' }, false],
    ['any day until one', unknown, { to: '9999-12-31' }, false],
    ['outlet and day', wire, { outlet: 'Harbour Wire', to: '2020-01-01' }, false],
  ])('%s', (_what, meta, filter, expected) => {
    expect(matchesMetadata(meta, { ...any, ...filter })).toBe(expected)
  })
})

describe('matchesSet', () => {
  const any: SetFilter = { status: null, label: null, note: '' }
  const set = {
    status: 'done' as const,
    labels: [
      { name: 'actor', spans: 1 },
      { name: 'date', spans: 1 },
    ],
    notes: foldForSearch('Of Hatay?'),
  }

  it.each<[string, typeof set | undefined, Partial<SetFilter>, boolean]>([
    ['nothing asked', set, {}, true],
    ['nothing asked where there is no set', undefined, {}, true],
    ['its status', set, { status: 'done' }, true],
    ['another status', set, { status: 'in-progress' }, false],
    ['not started where there is no set', undefined, { status: 'not-started' }, true],
    ['done where there is no set', undefined, { status: 'done' }, false],
    ['a label', set, { label: 'date' }, true],
    ['a label that it has no span of', set, { label: 'claim' }, false],
    ['a label where there is no set', undefined, { label: 'date' }, false],
    ['a note', set, { note: 'HATAY' }, true],
    ['a note on a span of another label', set, { label: 'date', note: 'hatay' }, true],
    ['a note that nobody wrote', set, { note: 'idlib' }, false],
    ['a note where there is no set', undefined, { note: 'hatay' }, false],
  ])('%s', (_what, given, filter, expected) => {
    const note = foldForSearch(filter.note ?? '')
    expect(matchesSet(given, { ...any, ...filter, note })).toBe(expected)
  })
})
