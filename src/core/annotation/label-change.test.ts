import { describe, expect, it } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { changeLabelSet, restoreLabelSet, type LabelChange } from './label-change.ts'
import { DEFAULT_LABEL_SET, LabelSetSchema, type LabelSet } from './label-set.ts'
import * as v from 'valibot'

const namesOf = (labels: LabelSet): readonly string[] => labels.map(({ name }) => name)
const [claim, actor, date] = DEFAULT_LABEL_SET

describe('changeLabelSet', () => {
  it('renames a label where it stands, and keeps all else of it', () => {
    const renamed = valueOf(
      changeLabelSet(DEFAULT_LABEL_SET, { type: 'rename', label: 'actor', to: 'agent' }),
    )
    expect(namesOf(renamed)).toEqual(['claim', 'agent', 'date', 'casualty figure'])
    expect(renamed[1]).toEqual({ ...actor, name: 'agent' })
  })

  it.each<LabelChange>([
    { type: 'merge', label: 'claim', into: 'actor' },
    { type: 'remove', label: 'claim' },
  ])('takes the label of $type out', (change) => {
    const labels = valueOf(changeLabelSet(DEFAULT_LABEL_SET, change))
    expect(namesOf(labels)).toEqual(['actor', 'date', 'casualty figure'])
  })

  it.each<[string, LabelChange]>([
    ['There is no label “x” any more', { type: 'remove', label: 'x' }],
    ['There is a label “date” already', { type: 'rename', label: 'claim', to: 'date' }],
    ['There is no label “x” any more', { type: 'merge', label: 'claim', into: 'x' }],
    ['cannot be merged into itself', { type: 'merge', label: 'claim', into: 'claim' }],
  ])('refuses: %s', (reason, change) => {
    expect(errorOf(changeLabelSet(DEFAULT_LABEL_SET, change))).toContain(reason)
  })
})

describe('restoreLabelSet', () => {
  it.each<LabelChange>([
    { type: 'rename', label: 'actor', to: 'agent' },
    { type: 'merge', label: 'actor', into: 'date' },
    { type: 'remove', label: 'actor' },
  ])('brings back what $type has changed', (change) => {
    const changed = valueOf(changeLabelSet(DEFAULT_LABEL_SET, change))
    expect(valueOf(restoreLabelSet(changed, change, DEFAULT_LABEL_SET))).toEqual(DEFAULT_LABEL_SET)
  })

  it('leaves a key to the label that has it by now', () => {
    const change: LabelChange = { type: 'remove', label: 'claim' }
    const taken = [{ ...valueOf(changeLabelSet(DEFAULT_LABEL_SET, change))[0], key: '1' }]
    const restored = valueOf(restoreLabelSet(taken as LabelSet, change, DEFAULT_LABEL_SET))
    expect(restored[0]).toEqual({ ...claim, key: null })
    expect(v.is(LabelSetSchema, restored)).toBe(true)
  })

  it('lets a label of the same name be that was made since', () => {
    const again = [{ ...date, name: 'claim', key: null }] as LabelSet
    const change: LabelChange = { type: 'remove', label: 'claim' }
    expect(valueOf(restoreLabelSet(again, change, DEFAULT_LABEL_SET))).toEqual(again)
  })

  it('says what stands in the way', () => {
    const merge: LabelChange = { type: 'merge', label: 'claim', into: 'actor' }
    expect(errorOf(restoreLabelSet([], merge, DEFAULT_LABEL_SET))).toContain('“actor”')
    const rename: LabelChange = { type: 'rename', label: 'claim', to: 'assertion' }
    expect(errorOf(restoreLabelSet(DEFAULT_LABEL_SET, rename, DEFAULT_LABEL_SET))).toContain(
      '“assertion”',
    )
  })
})
