import fc from 'fast-check'
import type { TextRange } from '../../../src/core/text/range.ts'
import { snapToWords } from '../../../src/core/text/snap.ts'
import { LABELS } from './key-steps.ts'
import type { MarkingModel } from './marking-model.ts'
import { Step } from './step.ts'

/** A word of the text by its number, which is taken round the number of words. */
const anyWord = fc.nat({ max: 9999 })

const drag = fc.tuple(anyWord, fc.nat({ max: 14 }), fc.boolean()).map(([from, length, isExact]) => {
  const rangeIn = (model: MarkingModel): TextRange => {
    const { start, end } = wordsFrom(model, from, length)
    // Exactly is most telling within words.
    return isExact && end - start > 2 ? { start: start + 1, end } : { start, end }
  }
  return new Step(
    `drag ${from}+${length}${isExact ? ' with Alt' : ''}`,
    async (model, { window }) => {
      const range = rangeIn(model)
      await window.reader.drag(model.text, range, { alt: isExact })
      model.take(range, isExact)
    },
    (model) => isFree(model, rangeIn(model).start),
  )
})

/** Over a screen or two. */
const dragFar = anyWord.map((from) => {
  const rangeIn = (model: MarkingModel): TextRange => wordsFrom(model, from, 300)
  return new Step(
    `drag far from ${from}`,
    async (model, { window }) => {
      const range = rangeIn(model)
      await window.reader.drag(model.text, range)
      model.take(range, false)
    },
    (model) => isFree(model, rangeIn(model).start),
  )
})

const click = anyWord.map(
  (word) =>
    new Step(
      `click ${word}`,
      async (model, { window }) => {
        const offset = wordOf(model, word).start
        await window.reader.click(model.text, offset)
        model.click(offset)
      },
      (model) => isFree(model, wordOf(model, word).start),
    ),
)

/** On a span, as far as there is one: clicks on any word seldom meet one. */
const clickSpan = fc.nat({ max: 99 }).map((number) => {
  const offsetIn = ({ set }: MarkingModel): number => {
    const { start, end } = set.spans[number % set.spans.length] ?? { start: 0, end: 0 }
    return Math.floor((start + end) / 2)
  }
  return new Step(
    `click span ${number}`,
    async (model, { window }) => {
      await window.reader.click(model.text, offsetIn(model))
      model.click(offsetIn(model))
    },
    (model) => /\S/.test(model.text.charAt(offsetIn(model))) && isFree(model, offsetIn(model)),
  )
})

const clickTwice = anyWord.map(
  (word) =>
    new Step(
      `double click ${word}`,
      async (model, { window }) => {
        const range = wordOf(model, word)
        await window.reader.click(model.text, range.start, 2)
        model.take(range, false)
      },
      (model) => isFree(model, wordOf(model, word).start),
    ),
)

const clickWithShift = fc.tuple(anyWord, fc.boolean()).map(([word, isEnd]) => {
  const offsetIn = (model: MarkingModel): number => {
    const { start, end } = wordOf(model, word)
    return isEnd ? end : start
  }
  return new Step(
    `Shift and click ${word}`,
    async (model, { window }) => {
      const offset = offsetIn(model)
      await window.reader.click(model.text, isEnd ? offset - 1 : offset, 1, {
        shift: true,
        side: isEnd ? 'end' : 'start',
      })
      const anchor = model.anchorFor(offset)
      model.take({ start: Math.min(anchor, offset), end: Math.max(anchor, offset) }, false)
    },
    (model) => {
      const offset = offsetIn(model)
      return isFree(model, offset) && model.anchorFor(offset) !== offset
    },
  )
})

const pull = fc
  .tuple(fc.constantFrom('start' as const, 'end' as const), fc.integer({ min: -20, max: 20 }))
  .map(([edge, words]) => {
    const targetIn = (model: MarkingModel): TextRange | undefined => {
      const { selected } = model
      if (selected === undefined) return undefined
      const all = wordsOf(model)
      const at = all.findIndex(({ end }) => end > selected[edge])
      const target = all[at + words]
      const isLeft = target && (edge === 'end' ? target.start >= selected.start : true)
      const isRight = target && (edge === 'start' ? target.end <= selected.end : true)
      return isLeft && isRight ? target : undefined
    }
    return new Step(
      `pull the ${edge} by ${words}`,
      async (model, { window }) => {
        const { selected } = model
        const target = targetIn(model)
        if (selected === undefined || target === undefined) return
        const offset = edge === 'end' ? target.end - 1 : target.start
        await window.reader.pull(model.text, edge, selected, offset)
        const { start, end } = selected
        const raw = edge === 'end' ? { start, end: target.end } : { start: target.start, end }
        const meant = snapToWords(model.outline, raw)
        if (meant) model.move({ start, end, [edge]: meant[edge] })
      },
      (model) => targetIn(model) !== undefined,
    )
  })

const wheel = fc.integer({ min: -4000, max: 4000 }).map(
  (distance) =>
    new Step(`wheel ${distance}`, async (_model, { window }) => {
      await window.reader.sight.wheel(distance)
    }),
)

const pressLabel = fc.constantFrom(...LABELS).map(
  ([, label]) =>
    new Step(`press ${label}`, async (model, { window }) => {
      await window.labels.label(label).click()
      if (model.selection !== null && model.selected === undefined) {
        model.mark(label, model.selection)
      } else model.activeLabel = model.activeLabel === label ? null : label
    }),
)

/** What a person does with the mouse, each as often as it should be tried. */
export const MOUSE_STEPS: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 5, arbitrary: drag },
  { weight: 1, arbitrary: dragFar },
  { weight: 2, arbitrary: click },
  { weight: 3, arbitrary: clickSpan },
  { weight: 1, arbitrary: clickTwice },
  { weight: 2, arbitrary: clickWithShift },
  { weight: 3, arbitrary: pull },
  { weight: 3, arbitrary: wheel },
  { weight: 2, arbitrary: pressLabel },
]

function wordsOf({ outline }: MarkingModel): readonly TextRange[] {
  return outline.paragraphs.flatMap((_, index) => outline.stopsOf(index, 'word'))
}

function wordOf(model: MarkingModel, number: number): TextRange {
  const words = wordsOf(model)
  const word = words[number % words.length]
  if (word === undefined) throw new RangeError('The text has no words')
  return word
}

/** The text from a word to another some words on, or the last one. */
function wordsFrom(model: MarkingModel, number: number, length: number): TextRange {
  const words = wordsOf(model)
  const first = number % words.length
  const last = words[Math.min(first + length, words.length - 1)]
  const { start, end } = wordOf(model, number)
  return { start, end: last?.end ?? end }
}

/** Whether no handle of the selected span is where the mouse would be pressed. */
function isFree({ selected }: MarkingModel, offset: number): boolean {
  const isAway = (edge: number): boolean => Math.abs(edge - offset) > 2
  return selected === undefined || (isAway(selected.start) && isAway(selected.end))
}
