import { describe, expect, it } from 'vitest'
import type { Attributes } from './attribute.ts'
import {
  differingNames,
  differingValues,
  valueInWords,
  valuesBeside,
  valuesInWords,
} from './differing-values.ts'

describe('differingValues', () => {
  it('are those that were given, changed and taken away, by name', () => {
    const from = { outcome: 'killed', count: 34, hedged: true }
    const to = { who: 'soldiers', count: 34, outcome: 'wounded' }
    expect(differingValues(from, to)).toEqual([
      { name: 'hedged', from: true, to: null },
      { name: 'outcome', from: 'killed', to: 'wounded' },
      { name: 'who', from: null, to: 'soldiers' },
    ])
    expect(differingValues(from, from)).toEqual([])
  })

  it('differ by their type, too', () => {
    expect(differingValues({ count: 34 }, { count: '34' })).toHaveLength(1)
  })
})

describe('differingNames', () => {
  it('looks at all of them', () => {
    const all: readonly Attributes[] = [
      { count: 34, outcome: 'killed' },
      { count: 34 },
      { count: 34, نتيجة: 'x' },
    ]
    expect(differingNames(all)).toEqual(['outcome', 'نتيجة'])
    expect(differingNames(all.slice(0, 1))).toEqual([])
    expect(differingNames([])).toEqual([])
  })
})

describe('in words', () => {
  it('are in one line, and not longer than asked for', () => {
    expect(valueInWords('two\nlines of words', 10)).toBe('two lines…')
    expect(valueInWords(false, 10)).toBe('no')
    expect(valueInWords(null, 10)).toBe('not given')
    expect(valuesInWords({ count: 34, outcome: 'killed' }, 10)).toBe('count 34, outcome killed')
    expect(valuesInWords({}, 10)).toBe('')
  })

  it('are told beside another span’s where they are not the same', () => {
    const [one, other] = [
      { count: 34, outcome: 'killed' },
      { count: 34, hedged: true },
    ]
    expect(valuesBeside(one, other, 10)).toBe('hedged not given, outcome killed')
    expect(valuesBeside(other, one, 10)).toBe('hedged yes, outcome not given')
    expect(valuesBeside(one, null, 10)).toBe('count 34, outcome killed')
    expect(valuesBeside(one, one, 10)).toBe('')
  })
})
