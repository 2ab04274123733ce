import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LABEL_SET, labelForName, LabelSetSchema, type Label } from './label-set.ts'

const addTo = (names: readonly string[]): readonly Label[] =>
  names.reduce<readonly Label[]>(
    (labels, name) => [...labels, labelForName(name, labels)],
    DEFAULT_LABEL_SET,
  )

describe('LabelSetSchema', () => {
  const [claim, actor] = DEFAULT_LABEL_SET as [Label, Label]

  it('takes the labels of a new project', () => {
    expect(v.is(LabelSetSchema, DEFAULT_LABEL_SET)).toBe(true)
  })

  it.each<[string, readonly object[]]>([
    ['two of one name', [claim, { ...actor, name: 'claim' }]],
    ['a name with white space at an end', [{ ...claim, name: 'claim ' }]],
    ['two of one key', [claim, { ...actor, key: claim.key }]],
    ['a key that is no digit', [{ ...claim, key: 'q' }]],
    ['the key 0', [{ ...claim, key: '0' }]],
    ['a hue of its own', [{ ...claim, hue: '#ff0000' }]],
  ])('refuses %s', (_what, labels) => {
    expect(v.is(LabelSetSchema, labels)).toBe(false)
  })

  it('takes several labels without a key', () => {
    const labels = [claim, actor].map((label) => ({ ...label, key: null }))
    expect(v.is(LabelSetSchema, labels)).toBe(true)
  })
})

describe('labelForName', () => {
  it('gives free keys as long as there are any, and pairs of hue and line that differ', () => {
    const labels = addTo(Array.from({ length: 12 }, (_, index) => `label ${index}`))
    expect(labels.map(({ key }) => key).join()).toBe('1,2,3,4,5,6,7,8,9,,,,,,,')
    expect(new Set(labels.map(({ hue, line }) => `${hue} ${line}`)).size).toBe(labels.length)
    expect(v.is(LabelSetSchema, labels)).toBe(true)
  })

  it('fills a gap between the keys', () => {
    const [first, , third] = DEFAULT_LABEL_SET as [Label, Label, Label]
    expect(labelForName('place', [first, third]).key).toBe('2')
  })

  it.each([
    ['place', 'P'],
    ['ßeta', 'S'],
    ['ﬃ', 'F'],
    ['ΐ', 'Ι'],
    ['👍🏽 good', '👍'],
    ['حدث', 'ح'],
    ['1st', '1'],
  ])('takes a letter from %j that a project can keep', (name, letter) => {
    const label = labelForName(name, [])
    expect(label.letter).toBe(letter)
    expect(v.is(LabelSetSchema, [label])).toBe(true)
  })
})
