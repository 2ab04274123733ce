import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, LABELS } from '../../../../tests/support/arbitraries.ts'
import { spanOn, valueOf } from '../../../../tests/support/builders.ts'
import {
  EMPTY_STATE,
  mergeIn,
  setStates,
  shown,
  stint,
  time,
  work,
} from '../../../../tests/support/set-states.ts'
import { attributesKey } from '../attribute.ts'
import type { Edit } from '../edit.ts'
import { applyChange } from '../history.ts'
import { historyOf } from '../past-sets.ts'
import type { Span } from '../span.ts'
import { mergeDocuments } from './merge-documents.ts'
import { contentOf, placeOf, type MergedDocument } from './versions.ts'

/** What a person has said of what a span marks. */
const saidOf = (span: Span): string => JSON.stringify([span.note, attributesKey(span)])

const mergeAll = (states: readonly MergedDocument[], text: string): MergedDocument =>
  states.reduce((here, state) => mergeIn(here, state, text), EMPTY_STATE)

describe('mergeDocuments', () => {
  it('comes to the same in whatever order', () => {
    fc.assert(
      fc.property(setStates, fc.infiniteStream(fc.nat()), ({ text, made }, numbers) => {
        const keys = new Map(made.map((state) => [state, Number(numbers.next().value)]))
        const shuffled = made.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
        const merged = mergeAll(made, text)
        expect(shown(mergeAll(shuffled, text))).toEqual(shown(merged))
        // Two desks that exchange what they have, each of them merged already, agree as well.
        const [some, others] = [shuffled.slice(0, 2), shuffled.slice(1)].map((part) =>
          mergeAll(part, text),
        )
        if (some === undefined || others === undefined) throw new Error('There are two')
        expect(shown(mergeIn(some, others, text))).toEqual(shown(merged))
        expect(shown(mergeIn(others, some, text))).toEqual(shown(merged))
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing the second time, nor by a state that is older', () => {
    fc.assert(
      fc.property(setStates, fc.nat(9), ({ text, made }, number) => {
        const state = made[number % made.length] ?? EMPTY_STATE
        expect(mergeIn(state, state, text).type).toBe('same')
        const merged = mergeAll(made, text)
        const again = mergeIn(merged, state, text)
        expect(['same', 'older']).toContain(again.type)
        expect(again.document).toBe(merged.document)
        expect(again.memory).toBe(merged.memory)
      }),
      { numRuns: 300 },
    )
  })

  it('loses nothing: what only one side has changed is there, anything else is told', () => {
    fc.assert(
      fc.property(articleText, stint, stint, stint, (text, before, here, there) => {
        const base = work(EMPTY_STATE, before, text)
        const [mine, theirs] = [work(base, here, text), work(base, there, text)]
        const { document, conflicts } = mergeIn(mine, theirs, text)
        const present = new Map(document.set.spans.map((span) => [span.id, contentOf(span)]))
        const places = new Map(document.set.spans.map((span) => [placeOf(span), saidOf(span)]))
        const told = new Set(conflicts.flatMap((each) => (each.kind === 'status' ? [] : each.id)))
        const twins = new Set(
          conflicts.flatMap((each) => (each.kind === 'twin' ? placeOf(each.here) : [])),
        )
        const isKept = (span: Span): boolean =>
          present.get(span.id) === contentOf(span) ||
          places.get(placeOf(span)) === saidOf(span) ||
          twins.has(placeOf(span)) ||
          told.has(span.id)
        const lost = [
          [mine, theirs],
          [theirs, mine],
        ].flatMap(([side, other]) => {
          const touched = idsTouched(other, base)
          return (side?.document.set.spans ?? []).filter(
            (span) => !touched.has(span.id) && !isKept(span),
          )
        })
        expect(lost).toEqual([])
        const changed = [mine, theirs].map((side) => idsTouched(side, base))
        for (const id of told)
          expect(changed.every((ids) => ids.has(id) || twins.size > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves a sound document, whose history leads back and whose revision counts up', () => {
    fc.assert(
      fc.property(setStates, ({ text, made }) => {
        let here: MergedDocument = EMPTY_STATE
        for (const state of made) {
          const merged = mergeIn(here, state, text)
          const isChanged = merged.document !== here.document
          const least = here.document.revision + (isChanged ? 1 : 0)
          expect(merged.document.revision).toBeGreaterThanOrEqual(least)
          expect(historyOf(merged.document, { text, labels: LABELS }).ok).toBe(true)
          const places = merged.document.set.spans.map(placeOf)
          expect(new Set(places).size).toBe(places.length)
          here = merged
        }
      }),
    )
  })

  const text = 'Two killed, says the ministry'
  const two = spanOn(text, 'Two', { id: 'two' })
  const says = spanOn(text, 'says', { id: 'says' })
  const doing = (here: MergedDocument, ...edits: readonly (readonly [Edit, number])[]) =>
    work(
      here,
      edits.map(([edit, minute]) => [() => edit, minute] as const),
      text,
    )
  const base = doing(EMPTY_STATE, [{ type: 'add', span: two }, 1], [{ type: 'add', span: says }, 2])

  it('goes on with a history that goes on', () => {
    const later = doing(base, [{ type: 'remove', id: 'two' }, 3])
    const merged = mergeIn(base, later, text)
    expect(merged).toMatchObject({ type: 'taken', document: later.document, memory: null })
    expect(merged.counts).toEqual({ added: 0, changed: 0, removed: 1 })
    expect(mergeIn(later, base, text)).toMatchObject({ type: 'older', document: later.document })
  })

  it('takes what one side alone has changed, as one entry that can be undone', () => {
    const mine = doing(base, [{ type: 'note', id: 'two', note: 'who?' }, 3])
    const theirs = doing(base, [{ type: 'relabel', id: 'says', label: 'date' }, 4])
    const { type, document, conflicts, counts } = mergeIn(mine, theirs, text)
    expect(type).toBe('merged')
    expect(conflicts).toEqual([])
    expect(counts).toEqual({ added: 0, changed: 1, removed: 0 })
    expect(document.set.spans).toEqual([
      { ...two, note: 'who?' },
      { ...says, label: 'date' },
    ])
    const context = { text, labels: LABELS, annotator: 'ann' }
    const undone = valueOf(applyChange(document, { type: 'undo', at: time(99) }, context))
    expect(undone.set).toEqual(mine.document.set)
  })

  it('keeps values from either side, and tells where both gave one', () => {
    const edit = { type: 'attribute', id: 'two', name: 'count', value: 2 } as const
    const mine = doing(base, [edit, 3])
    const theirs = doing(base, [{ ...edit, id: 'says', value: 3 }, 4])
    const other = doing(base, [{ ...edit, value: 4 }, 5])
    for (const [one, another] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const merged = mergeIn(one, another, text)
      expect(merged.conflicts).toEqual([])
      expect(merged.document.set.spans.map(({ attributes }) => attributes)).toEqual([
        { count: 2 },
        { count: 3 },
      ])
      const { document, conflicts } = mergeIn(merged, other, text)
      expect(conflicts).toMatchObject([
        { here: { attributes: { count: 2 } }, theirs: { attributes: { count: 4 } } },
      ])
      expect(document.set.spans.map(({ attributes }) => attributes)).toEqual([
        { count: 4 },
        { count: 3 },
      ])
    }
  })

  it('tells what both have changed, and takes the later', () => {
    const mine = doing(
      base,
      [{ type: 'note', id: 'two', note: 'mine' }, 3],
      [{ type: 'status', status: 'done' }, 9],
    )
    const theirs = doing(
      base,
      [{ type: 'note', id: 'two', note: 'theirs' }, 4],
      [{ type: 'status', status: 'in-progress' }, 5],
    )
    const { document, conflicts } = mergeIn(mine, theirs, text)
    const [here, there] = [
      { ...two, note: 'mine' },
      { ...two, note: 'theirs' },
    ]
    expect(conflicts).toEqual([
      { kind: 'span', id: 'two', here, theirs: there, taken: 'theirs' },
      { kind: 'status', here: 'done', theirs: 'in-progress', taken: 'here' },
    ])
    expect(document.set).toMatchObject({ status: 'done', spans: [there, says] })
  })

  it('lets a change survive an earlier removal, and a removal an earlier change', () => {
    const removed = (minute: number) => doing(base, [{ type: 'remove', id: 'two' }, minute])
    const noted = doing(base, [{ type: 'note', id: 'two', note: 'why' }, 5])
    const early = mergeIn(removed(4), noted, text)
    expect(early.document.set.spans).toHaveLength(2)
    const late = mergeIn(removed(6), noted, text)
    expect(late.document.set.spans).toEqual([says])
    for (const { conflicts } of [early, late]) expect(conflicts).toHaveLength(1)
  })

  it('keeps a span removed that an older state still has, which was never here', () => {
    const marked = doing(base, [{ type: 'add', span: spanOn(text, 'the', { id: 'the' }) }, 3])
    const unmarked = doing(marked, [{ type: 'remove', id: 'the' }, 4])
    const mine = doing(base, [{ type: 'note', id: 'two', note: 'mine' }, 5])
    const known = mergeIn(mine, unmarked, text)
    expect(known.type).toBe('known')
    expect(mergeIn(known, marked, text).type).toBe('older')
  })

  it('leaves out spans of labels that are not known here, whatever became of them', () => {
    const dated = doing(base, [{ type: 'relabel', id: 'says', label: 'date' }, 3])
    const context = { text, labels: new Set(['actor']), annotator: 'ann', at: time(90) }
    const [fresh, known] = [EMPTY_STATE, base].map((here) =>
      valueOf(mergeDocuments(here, dated, context)),
    )
    expect(fresh).toMatchObject({ leftOut: 1, document: { set: { spans: [two] } } })
    expect(known).toMatchObject({ leftOut: 1, type: 'older', document: base.document })
  })

  it('shows one of two spans that mark the same alike, and the other once the one goes elsewhere', () => {
    const the = spanOn(text, 'the', { id: 'x' })
    const [mine, theirs] = [
      doing(base, [{ type: 'add', span: { ...the, note: 'mine' } }, 3]),
      doing(base, [{ type: 'add', span: { ...the, id: 'y', note: 'theirs' } }, 4]),
    ]
    const merged = mergeIn(mine, theirs, text)
    expect(merged.conflicts).toMatchObject([{ kind: 'twin', id: 'x', taken: 'theirs' }])
    expect(merged.document.set.spans.map(({ id }) => id)).toEqual(['two', 'says', 'y'])
    const moved = doing(theirs, [{ type: 'move', id: 'y', start: 21, end: 29 }, 6])
    const both = mergeIn(merged, moved, text)
    expect(both.document.set.spans.map(({ id }) => id)).toEqual(['two', 'says', 'x', 'y'])
    // A person who moves it here has seen that only one mark is there.
    const here = doing(merged, [{ type: 'move', id: 'y', start: 21, end: 29 }, 6])
    expect(mergeIn(here, mine, text)).toMatchObject({ type: 'older', document: here.document })
  })
})

/** The ids that the histories of a state name after the one it comes from. */
function idsTouched(side: MergedDocument | undefined, base: MergedDocument): ReadonlySet<string> {
  const later = side?.document.history.slice(base.document.history.length) ?? []
  return new Set(
    later.flatMap(({ edit }) =>
      (edit.type === 'group' ? edit.edits : [edit]).flatMap((part) => {
        if (part.type === 'status') return []
        return part.type === 'add' ? part.span.id : part.id
      }),
    ),
  )
}
