import { expect, it } from 'vitest'
import { spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet } from '../../core/annotation/annotation-set.ts'
import type { Edit } from '../../core/annotation/edit.ts'
import { applyChange, newDocument, type Change } from '../../core/annotation/history.ts'
import { historyOf } from '../../core/annotation/past-sets.ts'
import { tellChange, type ToldChange } from './tell-change.ts'

const text = 'Two killed, says the ministry on Friday.'
const ministry = spanOn(text, 'the ministry', { id: 'm' })
const friday = spanOn(text, 'Friday', {
  id: 'f',
  label: 'date',
  attributes: { year: 2019, exact: false },
})
const context = { text, labels: new Set(['actor', 'claim', 'date']), annotator: 'ann' }
const at = '2026-11-22T14:02:00.000Z'

/** Makes edits on a set with both spans. @returns What the history tells, the newest first. */
function tell(...steps: readonly (Edit | 'undo' | 'redo')[]): readonly ToldChange[] {
  const set = { ...emptySet('article', 'ann'), spans: [ministry, friday] }
  let document = newDocument(set)
  for (const step of steps) {
    const change: Change =
      typeof step === 'string' ? { type: step, at } : { type: 'do', edit: step, at }
    document = valueOf(applyChange(document, change, context))
  }
  return valueOf(historyOf(document, context)).map((change) => {
    const entry = document.history[change.index]
    if (entry === undefined) throw new Error('There is no such entry')
    return tellChange(change, entry.edit, text)
  })
}

const { end } = spanOn(text, 'ministry on Friday')

it.each<[edit: Edit, subject: string, label: string | null, done: string]>([
  [{ type: 'add', span: spanOn(text, 'Two', { id: 'n' }) }, 'Two', 'actor', 'marked as actor'],
  [{ type: 'remove', id: 'm' }, 'the ministry', 'actor', 'deleted, was actor'],
  [
    { type: 'relabel', id: 'm', label: 'claim' },
    'the ministry',
    'claim',
    'relabelled actor → claim',
  ],
  [{ type: 'note', id: 'm', note: 'Which?' }, 'the ministry', 'actor', 'note added: Which?'],
  [
    { type: 'attribute', id: 'm', name: 'country', value: 'Türkiye' },
    'the ministry',
    'actor',
    'country set to Türkiye',
  ],
  [
    { type: 'attribute', id: 'f', name: 'year', value: 2020 },
    'Friday',
    'date',
    'year changed: 2019 → 2020',
  ],
  [
    { type: 'attribute', id: 'f', name: 'exact', value: null },
    'Friday',
    'date',
    'exact deleted, was no',
  ],
  [
    {
      type: 'group',
      edits: [
        { type: 'attribute', id: 'm', name: 'country', value: 'Türkiye' },
        { type: 'attribute', id: 'f', name: 'year', value: null },
      ],
    },
    '2 spans',
    null,
    'values set',
  ],
  [{ type: 'status', status: 'done' }, 'Status', null, 'set to done'],
  [
    {
      type: 'group',
      edits: [
        { type: 'remove', id: 'm' },
        { type: 'status', status: 'in-progress' },
      ],
    },
    'the ministry',
    'actor',
    'deleted, was actor',
  ],
  [
    {
      type: 'group',
      edits: [
        { type: 'remove', id: 'm' },
        { type: 'note', id: 'f', note: 'X' },
      ],
    },
    '2 changes',
    null,
    '1 deleted, 1 noted',
  ],
])('%j is told, and so are its undoing and redoing', (edit, subject, label, words) => {
  const [redone, undone, done] = tell(edit, 'undo', 'redo')
  expect(done).toMatchObject({ label, subject, isQuote: label !== null, words })
  expect(undone).toMatchObject({ subject, words: `undid: ${words}` })
  expect(redone).toEqual({ ...done, words: `redid: ${words}` })
})

it('tells what undoing made of a value', () => {
  const change: Edit = { type: 'attribute', id: 'f', name: 'year', value: 2020 }
  const [, redone, undone] = tell(change, 'undo', 'redo', { ...change, value: null })
  expect(undone).toMatchObject({ subject: 'Friday', words: 'undid: year changed: 2019 → 2020' })
  expect(redone).toMatchObject({ words: 'redid: year changed: 2019 → 2020' })
})

it('cuts a long value', () => {
  const value = 'Ministry of '.repeat(20)
  const [done] = tell({ type: 'attribute', id: 'm', name: 'who', value })
  expect(done?.words).toMatch(/^who set to (Ministry of ?)+…$/)
  expect(done?.words.length).toBeLessThan(80)
})

it('tells from where a span was moved, and to where what was undone', () => {
  const [undone, done] = tell({ type: 'move', id: 'm', start: ministry.start, end }, 'undo')
  expect(done).toMatchObject({
    subject: 'the ministry on Friday',
    words: 'moved from “the ministry”',
  })
  expect(undone).toMatchObject({
    subject: 'the ministry',
    words: 'undid: moved to “the ministry on Friday”',
  })
})

it('tells several spans by what was done to all of them, and what is gone', () => {
  const both: Edit = {
    type: 'group',
    edits: [
      { type: 'remove', id: 'm' },
      { type: 'remove', id: 'f' },
    ],
  }
  const [undone, done] = tell(both, 'undo')
  expect(done).toMatchObject({ subject: '2 spans', words: 'deleted', isGone: false })
  expect(undone).toMatchObject({ subject: '2 spans', words: 'undid: deleted' })
  const [back, gone] = tell({ type: 'remove', id: 'm' }, 'undo')
  expect([gone?.isGone, back?.isGone]).toEqual([true, false])
})

it('tells a note that was changed, and one that was deleted', () => {
  const [deleted, changed] = tell(
    { type: 'note', id: 'm', note: 'A' },
    { type: 'note', id: 'm', note: 'B' },
    { type: 'note', id: 'm', note: null },
  )
  expect([changed?.words, deleted?.words]).toEqual(['note changed: B', 'note deleted'])
})
