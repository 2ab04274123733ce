import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LABELS } from '../../../../tests/support/arbitraries.ts'
import { errorOf, NOW, spanOn, valueOf } from '../../../../tests/support/builders.ts'
import { setStates } from '../../../../tests/support/set-states.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import {
  loadMemory,
  storeMemory,
  StoredMemorySchema,
  type StoredMemoryContext,
} from './stored-memory.ts'
import { versionsOf } from './read-versions.ts'
import { areSameVersions, type MergeMemory } from './versions.ts'

const contextOf = (text: string): StoredMemoryContext => ({
  article: 'a1',
  annotator: 'ann',
  sha256: '0'.repeat(64),
  text,
  offsets: createOffsetMap(text),
})

describe('storeMemory', () => {
  it('comes back from a file as it was', () => {
    fc.assert(
      fc.property(setStates, ({ text, made }) => {
        for (const { document, memory } of made) {
          if (memory === null) continue
          const context = contextOf(text)
          const json: unknown = JSON.parse(JSON.stringify(storeMemory(memory, context)))
          const loaded = valueOf(loadMemory(v.parse(StoredMemorySchema, json), context))
          const [before, after] = [memory, loaded].map((each) =>
            versionsOf({ document, memory: each }, LABELS),
          )
          if (before === undefined || after === undefined) throw new Error('There are two')
          expect(areSameVersions(before, after)).toBe(true)
        }
      }),
    )
  })

  const text = 'Two killed 😀, says the ministry'
  const span = spanOn(text, 'says')
  const mark = { stamp: { at: NOW, count: 0 }, passed: new Set([`${NOW} 0`]) }
  const memory: MergeMemory = {
    anchor: { revision: 1, at: NOW },
    status: mark,
    spans: new Map([[span.id, { ...mark, hidden: span }]]),
  }
  const stored = storeMemory(memory, contextOf(text))

  it('counts in code points', () => {
    expect(stored.spans[0]?.hidden).toMatchObject({ start: 14, text: 'says' })
  })

  it.each([
    ['article', { ...stored, article: 'b1' }, 'it is about the set of "ann" on "b1"'],
    [
      'text',
      { ...stored, text_sha256: '1'.repeat(64) },
      'field "text_sha256": it is of another text than the article’s',
    ],
    ['span', { ...stored, spans: [...stored.spans, ...stored.spans] }, 'is there twice'],
    [
      'quote',
      { ...stored, spans: stored.spans.map((each) => ({ ...each, id: 'other' })) },
      'other hides another id',
    ],
  ])('refuses another %s', (_what, other, reason) => {
    expect(errorOf(loadMemory(other, contextOf(text)))).toContain(reason)
  })
})
