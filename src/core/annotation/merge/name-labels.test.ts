import { expect, it } from 'vitest'
import { LABELS } from '../../../../tests/support/arbitraries.ts'
import { spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { EMPTY_STATE, mergeIn, time } from '../../../../tests/support/set-states.ts'
import { applyChange, type AnnotationDocument } from '../history.ts'
import { historyOf } from '../past-sets.ts'
import { nameLabels } from './name-labels.ts'
import type { MergedDocument } from './versions.ts'

const text = 'Two killed, says the ministry'
const names = new Map([['toll', 'casualty figure']])

function marked(label: string, id = 'two'): AnnotationDocument {
  const context = { text, labels: new Set([...LABELS, 'toll']), annotator: 'ann' }
  const edit = { type: 'add', span: spanOn(text, 'Two', { id, label }) } as const
  const at = time(id.length)
  return valueOf(applyChange(EMPTY_STATE.document, { type: 'do', edit, at }, context))
}

it('tells a set and its past under the names of here', () => {
  const named = nameLabels({ document: marked('toll'), memory: null }, names, text)
  expect(named.document.set).toEqual(marked('casualty figure').set)
  const around = { text, labels: LABELS }
  expect(valueOf(historyOf(named.document, around))).toMatchObject([
    { edit: { type: 'add', span: { label: 'casualty figure' } } },
  ])
})

it('names what merges have hidden', () => {
  const both = mergeIn(
    { document: marked('actor'), memory: null },
    { document: marked('actor', 'twin'), memory: null },
    text,
  )
  const state: MergedDocument = both
  const named = nameLabels(state, new Map([['actor', 'date']]), text)
  const hidden = [...(named.memory?.spans.values() ?? [])].flatMap((span) => span.hidden ?? [])
  expect(hidden.map(({ label }) => label)).toEqual(['date'])
  expect(named.document.set.spans.map(({ label }) => label)).toEqual(['date'])
})
