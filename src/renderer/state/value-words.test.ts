import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../core/annotation/attribute.ts'
import { spokenValues, valuesLine } from './value-words.ts'

const attributes: readonly Attribute[] = [
  { name: 'outcome', type: 'choice', choices: ['killed'] },
  { name: 'count', type: 'number', minimum: 0, maximum: null },
  { name: 'quoted', type: 'boolean' },
]

describe('the values of a span in words', () => {
  it('stand in the order of the attributes, with those of another label behind them', () => {
    const values = { certainty: 'high', count: 34, outcome: 'killed' }
    expect(valuesLine(values, attributes)).toBe('killed · 34 · high')
    expect(spokenValues(values, attributes)).toBe('outcome killed, count 34, certainty high')
  })

  it('name what is yes or no', () => {
    expect(valuesLine({ quoted: true }, attributes)).toBe('quoted')
    expect(valuesLine({ quoted: false }, attributes)).toBe('quoted: no')
    expect(spokenValues({ quoted: true }, attributes)).toBe('quoted yes')
  })

  it('are nothing where there are none', () => {
    expect(valuesLine({}, attributes)).toBe('')
    expect(spokenValues({}, attributes)).toBe('')
  })

  it('are cut where they are long, and stay in one line', () => {
    const line = valuesLine({ who: `a\nb ${'long '.repeat(20)}` }, [])
    expect(line).toMatch(/^a b long .+…$/u)
    expect(line.length).toBeLessThanOrEqual(41)
  })
})
