import fc from 'fast-check'
import { emptySet, STATUSES, type AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import {
  orderedAttributes,
  type Attributes,
  type AttributeValue,
} from '../../src/core/annotation/attribute.ts'
import type { Edit, SimpleEdit } from '../../src/core/annotation/edit.ts'
import {
  applyChange,
  newDocument,
  type AnnotationDocument,
} from '../../src/core/annotation/history.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import { compareSpans, type Span } from '../../src/core/annotation/span.ts'
import type { Metadata } from '../../src/core/article/article.ts'
import type { TextRange } from '../../src/core/text/range.ts'
import { NOW } from './builders.ts'
import { messyText } from './messy-text.ts'

export const LABELS: ReadonlySet<string> = new Set(DEFAULT_LABEL_SET.map(({ name }) => name))

/** Texts that an article can hold: messy, but not empty and without half a surrogate pair. */
export const articleText: fc.Arbitrary<string> = messyText
  .map((text) => text.toWellFormed())
  .filter((text) => text !== '')

const label = fc.constantFrom(...LABELS)
const note = fc.option(
  articleText.map((text) => text.slice(0, 40).toWellFormed()),
  { nil: null },
)

/** Numbers that become bounds of a text when they are taken round its cuts. */
const bounds = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }))

/** The offsets of a text that split no surrogate pair. */
function cutsOf(text: string): readonly number[] {
  let offset = 0
  return [0, ...[...text].map((character) => (offset += character.length))]
}

/** Whole characters of a text; never empty when the text is not. */
function rangeIn(text: string, [a, b]: readonly [number, number]): TextRange {
  const cuts = cutsOf(text)
  const at = a % (cuts.length - 1)
  const length = (b % (cuts.length - 1 - at)) + 1
  return { start: cuts[at] ?? 0, end: cuts[at + length] ?? text.length }
}

/** Names that come in another order as keys of an object than as words, and one that every object has. */
const attributeName = fc.constantFrom('outcome', 'count', '10', '9', 'toString', 'نتيجة')
const attributeValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  articleText.map((text) => text.slice(0, 20).toWellFormed()),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
)
/** Values of a span, mostly none. */
const values: fc.Arbitrary<Attributes> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(attributeName, attributeValue, { maxKeys: 4, noNullPrototype: true })
      .map(orderedAttributes),
  },
)

function spanWith(more: Pick<Span, 'id' | 'label'> & TextRange & Partial<Span>): Span {
  return { attributes: {}, note: null, created: { by: 'ann', at: NOW, via: 'keyboard' }, ...more }
}

/** A text with spans in order: overlapping, nested, and with one range under several labels. */
export const textWithSpans: fc.Arbitrary<{ text: string; spans: readonly Span[] }> = fc
  .tuple(
    articleText,
    fc.array(fc.tuple(label, note, bounds, fc.boolean(), values), { maxLength: 20, size: 'max' }),
  )
  .map(([text, drafts]) => {
    const spans = new Map<string, Span>()
    let last: TextRange | undefined
    for (const [index, [name, written, place, isAgain, attributes]] of drafts.entries()) {
      const { start, end } = isAgain && last ? last : rangeIn(text, place)
      const more = { label: name, note: written, attributes }
      const span = spanWith({ id: `s${index}`, start, end, ...more })
      spans.set(`${start} ${end} ${name}`, span)
      last = span
    }
    return { text, spans: [...spans.values()].toSorted(compareSpans) }
  })

/** What a person means to do to a set, before it is known which spans the set holds. */
type Intent = (set: AnnotationSet, text: string) => SimpleEdit

const spanId = fc.nat({ max: 30 }).map((number) => `s${number}`)

/** Picks a span that the set holds, or an id that it does not. */
const picked = fc.nat({ max: 30 }).map((number) => (set: AnnotationSet): Span | undefined => {
  return set.spans[number % (set.spans.length + 1)]
})

const intent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(spanId, label, bounds).map(([id, name, place]): Intent => (_set, text) => ({
      type: 'add',
      span: spanWith({ id, label: name, ...rangeIn(text, place) }),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(spanId, label, picked).map(([id, name, pick]): Intent => (set, text) => {
      const { start, end } = pick(set) ?? { start: 0, end: text.length }
      return { type: 'add', span: spanWith({ id, label: name, start, end }) }
    }),
  },
  picked.map((pick): Intent => (set) => ({ type: 'remove', id: pick(set)?.id ?? 'none' })),
  fc.tuple(picked, bounds).map(([pick, place]): Intent => (set, text) => ({
    type: 'move',
    id: pick(set)?.id ?? 'none',
    ...rangeIn(text, place),
  })),
  fc.tuple(picked, label).map(([pick, name]): Intent => (set) => ({
    type: 'relabel',
    id: pick(set)?.id ?? 'none',
    label: name,
  })),
  fc.tuple(picked, note).map(([pick, written]): Intent => (set) => ({
    type: 'note',
    id: pick(set)?.id ?? 'none',
    note: written,
  })),
  fc
    .tuple(picked, attributeName, fc.option(attributeValue, { nil: null }))
    .map(([pick, name, value]): Intent => (set) => ({
      type: 'attribute',
      id: pick(set)?.id ?? 'none',
      name,
      value,
    })),
  fc.constantFrom(...STATUSES).map((status): Intent => () => ({ type: 'status', status })),
)

/** Makes the next edit of a set; often one that the set refuses. */
export type EditMaker = (set: AnnotationSet, text: string) => Edit

/** Simple edits, and groups whose parts were all made for the set before the first of them. */
export const editMaker: fc.Arbitrary<EditMaker> = fc.oneof(
  { weight: 4, arbitrary: intent },
  {
    weight: 1,
    arbitrary: fc
      .array(intent, { minLength: 1, maxLength: 4 })
      .map((intents): EditMaker => (set, text) => ({
        type: 'group',
        edits: intents.map((make) => make(set, text)),
      })),
  },
)

/** A step of a person's work: something new, or one step back or forward. */
export const step: fc.Arbitrary<EditMaker | 'undo' | 'redo'> = fc.oneof(
  { weight: 3, arbitrary: editMaker },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
)

/** A text with a set that has been worked on, and its history. */
export const textWithDocument: fc.Arbitrary<{ text: string; document: AnnotationDocument }> = fc
  .tuple(articleText, fc.array(step, { maxLength: 30, size: 'max' }))
  .map(([text, steps]) => {
    let document = newDocument(emptySet('a1', 'ann'))
    for (const taken of steps) {
      const change =
        typeof taken === 'string'
          ? ({ type: taken, at: NOW } as const)
          : ({ type: 'do', edit: taken(document.set, text), at: NOW } as const)
      const changed = applyChange(document, change, { text, labels: LABELS, annotator: 'ann' })
      if (changed.ok) document = changed.value
    }
    return { text, document }
  })

/** Metadata as it stands in a project: trimmed, and with every kind of date. */
export const metadata: fc.Arbitrary<Metadata> = fc.record({
  title: articleText.map((text) => text.trim()).filter((text) => text !== '' && text.length <= 500),
  outlet: fc.constantFrom(null, 'Reuters', 'Хабар', '新华社'),
  published: fc.constantFrom(null, '2020-02-28', '2020-02-28T07:03', '2020-02-28T07:03:00+08:00'),
  language: fc.constantFrom(null, 'en', 'ar', 'zh-Hant', 'pt-BR', 'ckb'),
  direction: fc.constantFrom(null, 'ltr', 'rtl'),
  source: fc.constantFrom(null, 'news/one.txt', 'صحف/واحد.txt'),
})
