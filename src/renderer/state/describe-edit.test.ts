import { describe, expect, it } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import type { Edit, SimpleEdit } from '../../core/annotation/edit.ts'
import { describeEdit, spokenQuote } from './describe-edit.ts'

const text = `Two killed, says the ministry. ${'And more. '.repeat(40)}`
const two = spanOn(text, 'Two killed', { id: 'two', label: 'casualty figure' })
const noted = spanOn(text, 'the ministry', {
  id: 'noted',
  note: 'which one?',
  attributes: { country: 'Türkiye' },
})
const set = { ...emptySet('a1', 'ann'), spans: [two, noted] }
const says: SimpleEdit = { type: 'add', span: spanOn(text, 'says', { label: 'claim' }) }
const begun: SimpleEdit = { type: 'status', status: 'in-progress' }

describe('describeEdit', () => {
  it.each<[Edit, string]>([
    [says, 'claim added: says'],
    [{ type: 'remove', id: 'two' }, 'casualty figure deleted: Two killed'],
    [{ type: 'move', id: 'two', start: 0, end: 3 }, 'casualty figure moved to: Two'],
    [
      { type: 'relabel', id: 'two', label: 'claim' },
      'casualty figure changed to claim: Two killed',
    ],
    [{ type: 'note', id: 'two', note: 'as reported' }, 'note of casualty figure added: Two killed'],
    [{ type: 'note', id: 'noted', note: 'ours' }, 'note of actor changed: the ministry'],
    [{ type: 'note', id: 'noted', note: null }, 'note of actor deleted: the ministry'],
    [
      { type: 'attribute', id: 'two', name: 'count', value: 2 },
      'count of casualty figure is 2: Two killed',
    ],
    [
      { type: 'attribute', id: 'two', name: 'confirmed', value: false },
      'confirmed of casualty figure is no: Two killed',
    ],
    [
      { type: 'attribute', id: 'noted', name: 'country', value: null },
      'country of actor deleted: the ministry',
    ],
    [{ type: 'attribute', id: 'none', name: 'country', value: 'Türkiye' }, 'a span changed'],
    [{ type: 'status', status: 'done' }, 'status is Done'],
    [{ type: 'remove', id: 'none' }, 'a span changed'],
    [{ type: 'group', edits: [says, begun] }, 'claim added: says'],
    [{ type: 'group', edits: [begun, says] }, 'claim added: says'],
    [{ type: 'group', edits: [begun] }, 'status is In progress'],
    [
      { type: 'group', edits: [says, { type: 'remove', id: 'two' }, begun] },
      'claim added: says, and 1 more change',
    ],
    [{ type: 'group', edits: [] }, 'nothing changed'],
  ])('%j', (edit, words) => {
    expect(describeEdit(edit, set, text)).toBe(words)
  })

  it('cuts a long value', () => {
    const edit: Edit = { type: 'attribute', id: 'two', name: 'who', value: 'who '.repeat(100) }
    const words = describeEdit(edit, set, text)
    expect(words).toMatch(/^who of casualty figure is (who )+who…: Two killed$/)
    expect(words.length).toBeLessThan(170)
  })

  it('cuts a long quote', () => {
    const edit: Edit = { type: 'add', span: spanOn(text, text) }
    const words = describeEdit(edit, set, text)
    expect(words).toMatch(/^actor added: Two killed, .* (And|more\.)…$/)
    expect(words.length).toBeLessThan(150)
    expect(spokenQuote(text, two)).toBe('Two killed')
  })
})
