import { describe, expect, it } from 'vitest'
import { countRows, describeChange, describeTaken, describeUndone } from './pack-words.ts'

const NO_SETS = { new: 0, updated: 0, same: 0, older: 0, leftOut: 0 }
const CHANGE = { article: 'A title', annotator: 'Ann', added: 0, changed: 0, removed: 0 }

describe('countRows', () => {
  it('leaves out what is not there, and counts one as one', () => {
    expect(countRows({ ...NO_SETS, new: 1, older: 2 })).toEqual([
      { number: 1, what: 'set is new' },
      { number: 2, what: 'sets are older than here, and change nothing' },
    ])
    expect(countRows(NO_SETS)).toEqual([])
  })
})

describe('describeChange', () => {
  it.each([
    [{ ...CHANGE, type: 'new', added: 30 }, '30 spans'],
    [{ ...CHANGE, type: 'updated', added: 2, removed: 1 }, '2 added, 1 removed'],
    [{ ...CHANGE, type: 'updated' }, 'its status'],
  ] as const)('says of %o: %s', (change, words) => {
    expect(describeChange(change)).toBe(words)
  })
})

describe('describeTaken', () => {
  const summary = {
    sets: NO_SETS,
    conflicts: 0,
    articles: 0,
    labels: [],
    spansLeftOut: 0,
    records: 0,
    problems: [],
    pack: 'a-pack',
  }

  it.each([
    [{ ...summary, pack: null }, 'Nothing in the pack is new here.'],
    [summary, 'The pack is taken in.'],
    [
      { ...summary, articles: 5, sets: { ...NO_SETS, new: 1, updated: 2 }, records: 1 },
      '5 articles, 1 new set, 2 updated sets and 1 verdict or comment taken in.',
    ],
  ])('says what was done: %o', (told, words) => {
    expect(describeTaken(told)).toBe(words)
  })
})

describe('describeUndone', () => {
  it('says what was left', () => {
    const undone = { sets: 2, articles: 0, records: 0, keptSpans: 0, keptArticles: 0 }
    expect(describeUndone(undone)).toBe('The pack is undone: 2 sets as before.')
    expect(describeUndone({ ...undone, articles: 1, keptSpans: 3 })).toBe(
      'The pack is undone: 2 sets as before, 1 article taken out. 3 spans changed since and left.',
    )
  })
})
