import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { EditSchema, simpleEditsOf, type Edit } from './edit.ts'

const done: Edit = { type: 'status', status: 'done' }
const group: Edit = { type: 'group', edits: [done, { type: 'remove', id: 'x' }] }

describe('EditSchema', () => {
  it.each([done, group])('takes $type', (edit) => {
    expect(v.parse(EditSchema, edit)).toEqual(edit)
  })

  it.each<[string, unknown]>([
    ['an empty group', { type: 'group', edits: [] }],
    ['a group in a group', { type: 'group', edits: [group] }],
    ['an unknown type', { type: 'clear' }],
    ['an unknown field', { ...done, force: true }],
    ['a negative offset', { type: 'move', id: 'x', start: -1, end: 2 }],
    ['an offset that is no number', { type: 'move', id: 'x', start: '0', end: 2 }],
    ['an unknown status', { type: 'status', status: 'finished' }],
  ])('refuses %s', (_what, edit) => {
    expect(v.is(EditSchema, edit)).toBe(false)
  })
})

describe('simpleEditsOf', () => {
  it('gives the parts of a group, and a simple edit alone', () => {
    expect(simpleEditsOf(group)).toHaveLength(2)
    expect(simpleEditsOf(done)).toEqual([done])
  })
})
