import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, textWithDocument } from '../../../tests/support/arbitraries.ts'
import { NOW, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { emptySet } from './annotation-set.ts'
import { changeLabel, restoreLabel } from './change-label.ts'
import type { Edit } from './edit.ts'
import { applyChange, newDocument, openSteps, type AnnotationDocument } from './history.ts'
import { labelAfter, type LabelChange } from './label-change.ts'
import { historyOf } from './past-sets.ts'

const text = 'Two killed, says the ministry'
const labels = new Set([...LABELS, 'assertion', 'toll'])
const LATER = '2026-03-02T10:00:00.000Z'
const contextOn = (on: string, names = labels) => ({
  text: on,
  labels: names,
  annotator: 'bob',
  at: LATER,
})

const rename: LabelChange = { type: 'rename', label: 'claim', to: 'assertion' }
const merge: LabelChange = { type: 'merge', label: 'claim', into: 'actor' }
const remove: LabelChange = { type: 'remove', label: 'claim' }
const anyChange = fc.constantFrom<LabelChange>(rename, merge, remove)
/** Changes one after the other, each of labels that are still there. */
const changes = fc
  .uniqueArray(
    fc.constantFrom<LabelChange>(
      rename,
      { type: 'remove', label: 'actor' },
      { type: 'merge', label: 'date', into: 'assertion' },
      { type: 'rename', label: 'casualty figure', to: 'toll' },
      { type: 'merge', label: 'assertion', into: 'toll' },
    ),
    { minLength: 1 },
  )
  .map((several) => several.toSorted((a, b) => ORDER.indexOf(a.label) - ORDER.indexOf(b.label)))
const ORDER = ['claim', 'actor', 'date', 'casualty figure', 'assertion']

function after(...edits: readonly Edit[]): AnnotationDocument {
  const context = { text, labels, annotator: 'ann' }
  return edits.reduce(
    (now, edit) => valueOf(applyChange(now, { type: 'do', edit, at: NOW }, context)),
    newDocument(emptySet('a1', 'ann')),
  )
}

const two = spanOn(text, 'Two', { id: 'two', label: 'claim' })
const killed = spanOn(text, 'Two killed', { id: 'killed', label: 'claim', note: 'sure?' })
const twin = spanOn(text, 'Two killed', { id: 'twin', label: 'actor' })
const adding = (span: typeof two): Edit => ({ type: 'add', span })
const marked = after(adding(two), adding(killed), adding(twin))

function labelsIn({ set }: AnnotationDocument): Record<string, string> {
  return Object.fromEntries(set.spans.map(({ id, label }) => [id, label]))
}

/** Everything that undoing leads through, the present set first. */
function undoAll(document: AnnotationDocument, on: string, names: ReadonlySet<string>) {
  const context = { text: on, labels: names, annotator: 'ann' }
  const passed = [document]
  let current = document
  for (let left = openSteps(document.history).undo.length; left > 0; left--) {
    current = valueOf(applyChange(current, { type: 'undo', at: LATER }, context))
    passed.push(current)
  }
  return passed
}

describe('changeLabel', () => {
  it('renames spans in one entry, by whom and when', () => {
    const { document, effect } = changeLabel(marked, rename, contextOn(text)) ?? {}
    expect(document && labelsIn(document)).toEqual({
      two: 'assertion',
      killed: 'assertion',
      twin: 'actor',
    })
    expect(document?.revision).toBe(4)
    expect(document?.history).toHaveLength(4)
    expect(document?.history.at(-1)).toMatchObject({ at: LATER, by: 'bob', how: 'do' })
    expect(effect).toEqual({ relabelled: ['killed', 'two'], removed: [] })
  })

  it('merges, and lets the twin of a span go that is there already', () => {
    const { document, effect } = changeLabel(marked, merge, contextOn(text)) ?? {}
    expect(document && labelsIn(document)).toEqual({ two: 'actor', twin: 'actor' })
    expect(effect).toEqual({ relabelled: ['two'], removed: [killed] })
  })

  it('deletes spans with their label', () => {
    const { document, effect } = changeLabel(marked, remove, contextOn(text)) ?? {}
    expect(document && labelsIn(document)).toEqual({ twin: 'actor' })
    expect(effect?.removed).toEqual([killed, two])
  })

  it('leaves a set alone that has never had the label', () => {
    expect(changeLabel(after(adding(twin)), rename, contextOn(text))).toBeNull()
  })

  it('counts up the revision of a set whose history alone names the label', () => {
    const gone = after(adding(two), { type: 'remove', id: 'two' })
    const { document } = changeLabel(gone, rename, contextOn(text)) ?? {}
    expect(document).toMatchObject({ revision: 3, set: gone.set })
    expect(document?.history).toHaveLength(2)
    const names = new Set([...labels].filter((name) => name !== 'claim'))
    const back = undoAll(document ?? gone, text, names)[1]
    expect(back && labelsIn(back)).toEqual({ two: 'assertion' })
  })

  it('leaves no span of the label, no twins, and all others as they were', () => {
    fc.assert(
      fc.property(textWithDocument, anyChange, ({ text: messy, document }, change) => {
        const changed = changeLabel(document, change, contextOn(messy))
        if (changed === null) return
        const { spans } = changed.document.set
        expect(changed.document.revision).toBeGreaterThan(document.revision)
        expect(spans.filter(({ label }) => label === change.label)).toEqual([])
        const places = spans.map(({ start, end, label }) => `${start} ${end} ${label}`)
        expect(new Set(places).size).toBe(places.length)
        const { relabelled, removed } = changed.effect
        const others = document.set.spans.filter(({ label }) => label !== change.label)
        expect(spans).toEqual(expect.arrayContaining([...others]))
        expect(spans).toHaveLength(others.length + relabelled.length)
        expect(relabelled.length + removed.length).toBe(document.set.spans.length - others.length)
      }),
    )
  })

  it('can be undone step by step to the first set, and redone to the last', () => {
    fc.assert(
      fc.property(textWithDocument, changes, ({ text: messy, document }, several) => {
        let current = document
        const names = new Set(labels)
        for (const change of several) {
          current = changeLabel(current, change, contextOn(messy, names))?.document ?? current
          names.delete(change.label)
        }
        const passed = undoAll(current, messy, names)
        const steps = openSteps(document.history).undo.length
        expect(passed.length - 1).toBeGreaterThanOrEqual(steps)
        for (const { set } of passed) {
          expect(set.spans.filter(({ label }) => !names.has(label))).toEqual([])
        }
        let again = passed.at(-1) ?? current
        const context = { text: messy, labels: names, annotator: 'ann' }
        for (const { set } of passed.toReversed().slice(1)) {
          again = valueOf(applyChange(again, { type: 'redo', at: LATER }, context))
          expect(again.set).toEqual(set)
        }
      }),
    )
  })

  it('takes every step of the past along, told under the new name', () => {
    fc.assert(
      fc.property(
        textWithDocument,
        fc.constantFrom(rename, merge),
        ({ text: messy, document }, change) => {
          const changed = changeLabel(document, change, contextOn(messy))
          if (changed === null) return
          const into = labelAfter(change)
          const before = undoAll(document, messy, labels)
          const names = new Set([...labels].filter((name) => name !== change.label))
          const isEntered = changed.document.history.length > document.history.length
          const retold = undoAll(changed.document, messy, names).slice(isEntered ? 1 : 0)
          const told = (each: AnnotationDocument): ReadonlySet<string> =>
            new Set(
              each.set.spans.map(({ start, end, label }) =>
                [start, end, label === change.label ? into : label].join(' '),
              ),
            )
          expect(retold.map(told)).toEqual(before.map(told))
        },
      ),
    )
  })

  it('leaves a history that can be told to its beginning', () => {
    fc.assert(
      fc.property(textWithDocument, anyChange, ({ text: messy, document }, change) => {
        const changed = changeLabel(document, change, contextOn(messy))?.document ?? document
        const names = new Set([...labels].filter((name) => name !== change.label))
        const told = valueOf(historyOf(changed, { text: messy, labels: names }))
        expect(told).toHaveLength(changed.history.length)
      }),
    )
  })
})

describe('restoreLabel', () => {
  it('brings back what was there, whole, and can itself be undone', () => {
    fc.assert(
      fc.property(
        textWithDocument,
        fc.constantFrom(merge, remove),
        ({ text: messy, document }, change) => {
          const changed = changeLabel(document, change, contextOn(messy))
          if (changed === null) return
          const { effect, document: without } = changed
          const restored = restoreLabel(without, change, effect, contextOn(messy)) ?? without
          expect(restored.set).toEqual(document.set)
          if (restored.history.length === without.history.length) return
          const [, undone] = undoAll(restored, messy, labels)
          expect(undone?.set).toEqual(without.set)
        },
      ),
    )
  })

  it('keeps what was marked since', () => {
    const { document, effect } = changeLabel(marked, merge, contextOn(text)) ?? {}
    if (document === undefined || effect === undefined) throw new Error('Nothing was merged')
    const since = [
      { type: 'relabel', id: 'two', label: 'date' },
      adding(spanOn(text, 'Two killed', { id: 'other', label: 'claim' })),
      adding(spanOn(text, 'ministry', { id: 'new' })),
    ] as const
    const context = { text, labels, annotator: 'ann' }
    const worked = since.reduce<AnnotationDocument>(
      (now, edit) => valueOf(applyChange(now, { type: 'do', edit, at: NOW }, context)),
      document,
    )
    const restored = restoreLabel(worked, merge, effect, contextOn(text))
    expect(restored && labelsIn(restored)).toEqual({
      two: 'date',
      twin: 'actor',
      other: 'claim',
      new: 'actor',
    })
  })
})
