import { expect, it } from 'vitest'
import {
  describeLabelChange,
  describeUndo,
  foretellLabelChange,
  nameLabelChange,
  proposeLabelChange,
} from './label-words.ts'

const counts = { spans: 1204, sets: 310, annotators: 3 }
const one = { spans: 1, sets: 1, annotators: 1 }
const none = { spans: 0, sets: 0, annotators: 0 }
const rename = { type: 'rename', label: 'actor', to: 'agent' } as const
const merge = { type: 'merge', label: 'actor', into: 'claim' } as const
const remove = { type: 'remove', label: 'actor' } as const

it('says what will happen', () => {
  expect(foretellLabelChange(rename, counts)).toBe(
    'Renames 1,204 spans in 310 sets of 3 annotators.',
  )
  expect(foretellLabelChange(merge, one)).toContain(
    'Gives 1 span in 1 set of 1 annotator the label “claim”.',
  )
  expect(foretellLabelChange(remove, counts)).toContain('Deletes 1,204 spans')
  expect(foretellLabelChange(remove, none)).toContain('nothing else changes')
})

it('says what has happened', () => {
  expect(describeLabelChange(rename, none)).toBe('Renamed “actor” to “agent”.')
  expect(describeLabelChange(merge, one)).toContain('Merged “actor” into “claim”: 1 span')
  expect(describeLabelChange(remove, counts)).toContain('Deleted “actor”: 1,204 spans')
  expect(describeUndo(remove, one)).toBe('“actor” is back, with 1 span in 1 set of 1 annotator.')
  expect(describeUndo(remove, none)).toBe('“actor” is back.')
})

it('names a change', () => {
  expect([rename, merge, remove].map(nameLabelChange)).toEqual([
    '“actor” renamed to “agent”',
    '“actor” merged into “claim”',
    '“actor” deleted',
  ])
})

it('asks about a change, and keeps an Arabic name from turning the sentence round', () => {
  expect([rename, merge, remove].map(proposeLabelChange)).toEqual([
    'Rename “actor” to “agent”',
    'Merge “actor” into “claim”',
    'Delete “actor”',
  ])
  expect(proposeLabelChange({ ...rename, to: 'قائل' })).toBe('Rename “actor” to “\u2068قائل\u2069”')
})
