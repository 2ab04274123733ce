import { bench, describe } from 'vitest'
import { applyEdit } from '../../src/core/annotation/apply-edit.ts'
import type { Edit } from '../../src/core/annotation/edit.ts'
import { assignLanes, fragmentsOf } from '../../src/core/annotation/layout.ts'
import { SpanIndex } from '../../src/core/annotation/span-index.ts'
import { compareSpans } from '../../src/core/annotation/span.ts'
import { recordsOf, writeLine } from '../../src/core/formats/rubricator/write.ts'
import { createTextOutline, unitAt } from '../../src/core/text/movement.ts'
import { createOffsetMap } from '../../src/core/text/offsets.ts'
import { paragraphsOf } from '../../src/core/text/paragraphs.ts'
import { LABELS } from '../support/arbitraries.ts'
import { articleWith } from '../support/builders.ts'
import { applyPlainly } from '../support/plain-edit.ts'
import { newsOf, setOver, spansOver } from './samples.ts'

/*
 * Every bench stands beside the plainest way to do the same, measured in the same run: the ratio
 * can be compared between machines, the times cannot. Nothing is asserted.
 */

const text = newsOf(60_000)
const set = setOver(text, 1000)
const { spans } = set
const options = { time: 500, warmupTime: 100 }

describe('the bounds of 100 spans in 60,000 characters, in code points', () => {
  const bounds = spansOver(text, 100).flatMap(({ start, end }) => [start, end])

  bench(
    'createOffsetMap, built anew',
    () => {
      const { toCodePoints } = createOffsetMap(text)
      for (const offset of bounds) toCodePoints(offset)
    },
    options,
  )

  bench(
    'baseline: counting from the beginning',
    () => {
      for (const offset of bounds) void Array.from(text.slice(0, offset)).length
    },
    options,
  )
})

describe('one more span in a set of 1,000', () => {
  const [model] = spansOver(text, 1)
  if (model === undefined) throw new Error('There is no span to add')
  const span = { ...model, id: 'new', start: 30_000, end: 30_010 }
  const edit: Edit = { type: 'add', span }
  const context = { text, labels: LABELS }

  bench(
    'applyEdit, checked and with its inverse',
    () => {
      applyEdit(set, edit, context)
    },
    options,
  )

  bench(
    'baseline: a copy, sorted again',
    () => {
      void [...spans, span].toSorted(compareSpans)
    },
    options,
  )
})

describe('marking, moving and removing in a set of 10,000', () => {
  const book = newsOf(600_000)
  const crowded = setOver(book, 10_000)
  const [first, middle, last] = [0, 5000, 9999].map((index) => crowded.spans[index])
  if (!first || !middle || !last) throw new Error('There are no spans to change')
  const edits: readonly Edit[] = [
    { type: 'add', span: { ...first, id: 'new', start: 300_000, end: 300_010 } },
    { type: 'move', id: middle.id, start: middle.start, end: middle.end + 1 },
    { type: 'remove', id: last.id },
  ]
  const context = { text: book, labels: LABELS }

  bench(
    'applyEdit: one look at the ids, a binary search and a copy',
    () => {
      for (const edit of edits) applyEdit(crowded, edit, context)
    },
    options,
  )

  bench(
    'baseline: filtered, compared with all others and searched through',
    () => {
      for (const edit of edits) applyPlainly(crowded, edit, context)
    },
    options,
  )
})

describe('the lanes of 1,000 spans in 60,000 characters', () => {
  bench(
    'assignLanes',
    () => {
      assignLanes(spans)
    },
    options,
  )

  bench(
    'baseline: every span against every other',
    () => {
      for (const a of spans) spans.filter((b) => a.start < b.end && b.start < a.end)
    },
    options,
  )
})

describe('the pieces of 60,000 characters under 1,000 spans', () => {
  const paragraphs = paragraphsOf(text)

  bench(
    'fragmentsOf every paragraph',
    () => {
      const index = new SpanIndex(spans)
      for (const range of paragraphs) {
        fragmentsOf(range, index.overlapping(range), index.laneOf)
      }
    },
    options,
  )

  bench(
    'baseline: the spans of every character',
    () => {
      for (const range of paragraphs) {
        const inside = spans.filter((span) => span.start < range.end && span.end > range.start)
        for (let offset = range.start; offset < range.end; offset++) {
          inside.filter(({ start, end }) => start <= offset && end > offset)
        }
      }
    },
    options,
  )
})

describe('exporting 1,000 articles of 3,000 characters with 40 spans', () => {
  const work = Array.from({ length: 1000 }, (_, index) => {
    const article = articleWith(`${index} ${newsOf(3000)}`)
    return { article, sets: [setOver(article.text, 40, article.id)] }
  })

  bench(
    'recordsOf and writeLine',
    () => {
      for (const { article, sets } of work) recordsOf(article, sets).map(writeLine).join('')
    },
    options,
  )

  bench(
    'baseline: JSON.stringify of the same data',
    () => {
      for (const { article, sets } of work) JSON.stringify({ ...article, sets })
    },
    options,
  )
})

describe('all words of an article of 10,000 characters', () => {
  const article = newsOf(10_000)
  const words = new Intl.Segmenter('en', { granularity: 'word' })

  bench(
    'createTextOutline, paragraph by paragraph',
    () => {
      outlineWhole(article)
    },
    options,
  )

  bench(
    'baseline: Intl.Segmenter over the whole text',
    () => {
      void [...words.segment(article)].length
    },
    options,
  )
})

/* Intl.Segmenter over a whole text of this size takes minutes, so the parts are compared instead. */
describe('an article of 300,000 characters', () => {
  const article = newsOf(300_000)

  bench(
    'opening it and finding the word in its middle',
    () => {
      unitAt(createTextOutline(article), article.length / 2)
    },
    options,
  )

  bench(
    'baseline: all of its words',
    () => {
      outlineWhole(article)
    },
    { ...options, iterations: 1, warmupIterations: 0, warmupTime: 0 },
  )
})

function outlineWhole(article: string): void {
  const outline = createTextOutline(article)
  for (const index of outline.paragraphs.keys()) outline.stopsOf(index, 'word')
}
