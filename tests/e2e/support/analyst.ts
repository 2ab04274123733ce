import type { Random } from '../../bench/reader/documents/random.ts'
import type { PlainSet, PlainSpan } from './plain-set.ts'

interface Bounds {
  readonly start: number
  readonly end: number
}

/** The labels of a new project, and the digits that choose them. */
const LABELS = [
  ['1', 'claim'],
  ['2', 'actor'],
  ['3', 'date'],
  ['4', 'casualty figure'],
] as const

const NOTES = ['see the ministry', 'twice', 'of the province', 'unclear', 'as told']

/**
 * Somebody who works on an article by keyboard alone, without looking: says which keys are pressed
 * next, and does to a plain set what they should do. The text is plain words and punctuation.
 */
export class Analyst {
  readonly set: PlainSet
  readonly #random: Random
  readonly #words: readonly Bounds[]
  /** The first word of each paragraph. */
  readonly #firsts: readonly Bounds[]
  /** The text that the cursor covers, or the selected span did when it was selected. */
  #range: Bounds = { start: 0, end: 0 }
  #selected: number | null = null

  constructor(text: string, set: PlainSet, random: Random) {
    this.set = set
    this.#random = random
    const lines = [...text.matchAll(/[^\n]+/g)]
    this.#words = lines.flatMap(wordsIn)
    this.#firsts = lines.flatMap((line) => wordsIn(line).slice(0, 1))
  }

  /** The keys of one more piece of work, which is one edit or, seldom, some steps back and forth. */
  next(): readonly string[] {
    const way = this.#walk()
    const work = this.#random.pick([
      () => this.#relabel(),
      () => this.#relabel(),
      () => this.#labelAnother(),
      () => this.#remove(),
      () => this.#moveEnd(),
      () => this.#moveEnd(),
      () => this.#mark(),
      () => this.#mark(),
      () => this.#mark(),
      () => this.#note(),
      () => this.changeStatus(),
      () => this.#backAndForth(),
    ])
    return [...way, ...work()]
  }

  /** Marks the article done, or in progress again. */
  changeStatus(): readonly string[] {
    const isDone = this.set.status === 'done'
    this.set.setStatus(isDone ? 'in-progress' : 'done')
    return [isDone ? 'Shift+D' : 'd']
  }

  /** Goes on to some span that lies further down, and from the end to the beginning. */
  #walk(): readonly string[] {
    const keys = []
    const isNearEnd = this.#range.start > (this.#firsts.at(-6)?.start ?? 0)
    if (isNearEnd || this.#random.next() < 0.03) {
      keys.push('Mod+Home')
      this.#select(this.#words[0])
    }
    for (let paragraphs = this.#random.between(0, 1); paragraphs > 0; paragraphs--) {
      keys.push('Mod+ArrowDown')
      this.#select(this.#firsts.find(({ start }) => start >= this.#range.end))
    }
    for (let spans = this.#random.between(1, 2); spans > 0; spans--) keys.push(...this.#goOn())
    return keys
  }

  /** Goes to the next span. */
  #goOn(): readonly string[] {
    const at = this.set.spans.findIndex(({ key }) => key === this.#selected)
    const after = ({ start }: Bounds): boolean => start >= this.#range.start
    this.#selectSpan(at === -1 ? this.set.spans.find(after) : this.set.spans[at + 1])
    return ['Tab']
  }

  #relabel(): readonly string[] {
    const [digit, label] = this.#random.pick(LABELS)
    this.set.change(this.#key, { label })
    return [digit]
  }

  #labelAnother(): readonly string[] {
    const [digit, label] = this.#random.pick(LABELS)
    const key = this.set.add(label, this.#span)
    if (key !== null) this.#selectSpan(this.set.find(key))
    return [`Shift+Digit${digit}`]
  }

  #remove(): readonly string[] {
    if (this.set.remove(this.#key)) this.#selected = null
    return ['Delete']
  }

  #moveEnd(): readonly string[] {
    const { start, end } = this.#span
    const wordBefore = (test: (word: Bounds) => boolean): Bounds | undefined =>
      this.#words.findLast(test)
    const moves: readonly (readonly [string, Bounds])[] = [
      ['Alt+ArrowRight', { start, end: this.#words.find((word) => word.end > end)?.end ?? end }],
      ['Alt+ArrowLeft', { start, end: wordBefore((word) => word.end < end)?.end ?? end }],
      [
        'Alt+Shift+ArrowLeft',
        { start: wordBefore((word) => word.start < start)?.start ?? start, end },
      ],
      [
        'Alt+Shift+ArrowRight',
        { start: this.#words.find((word) => word.start > start)?.start ?? start, end },
      ],
    ]
    const [key, bounds] = this.#random.pick(moves)
    // Nothing is left of a span of one word, so that it stays as it is.
    if (bounds.start < bounds.end && this.set.change(this.#key, bounds)) this.#range = bounds
    return [key]
  }

  /** Marks some words after the selected span. */
  #mark(): readonly string[] {
    const keys = []
    for (let words = this.#random.between(1, 2); words > 0; words--) {
      keys.push('ArrowRight')
      this.#select(this.#words.find(({ start }) => start >= this.#range.end))
    }
    for (let words = this.#random.between(0, 3); words > 0; words--) {
      keys.push('Shift+ArrowRight')
      const { start, end } = this.#range
      const next = this.#words.find((word) => word.start >= end)
      this.#select({ start, end: next?.end ?? end })
    }
    const [digit, label] = this.#random.pick(LABELS)
    const key = this.set.add(label, this.#range)
    if (key !== null) this.#selectSpan(this.set.find(key))
    return [...keys, digit]
  }

  #note(): readonly string[] {
    const note = this.#random.pick(NOTES)
    this.set.change(this.#key, { note })
    return ['n', 'Mod+A', ...note, 'Enter']
  }

  #backAndForth(): readonly string[] {
    const back = this.#random.between(1, 3)
    const forth = this.#random.between(0, back)
    for (let step = 0; step < back; step++) this.set.undo()
    for (let step = 0; step < forth; step++) this.set.redo()
    if (this.set.find(this.#selected) === undefined) this.#selected = null
    return [
      ...Array.from({ length: back }, () => 'Mod+Z'),
      ...Array.from({ length: forth }, () => 'Mod+Shift+Z'),
      ...this.#goOn(),
    ]
  }

  get #key(): number {
    if (this.#selected === null) throw new Error('No span is selected')
    return this.#selected
  }

  get #span(): PlainSpan {
    const span = this.set.find(this.#key)
    if (span === undefined) throw new Error('There is no such span')
    return span
  }

  /** Selects text; where there is nothing to go to the cursor stays. */
  #select(range: Bounds | undefined): void {
    this.#selected = null
    if (range !== undefined) this.#range = range
  }

  #selectSpan(span: PlainSpan | undefined): void {
    if (span === undefined) return
    this.#selected = span.key
    this.#range = { start: span.start, end: span.end }
  }
}

function wordsIn(line: RegExpExecArray): readonly Bounds[] {
  return [...line[0].matchAll(/[A-Za-z]+/g)].map((word) => {
    const start = line.index + word.index
    return { start, end: start + word[0].length }
  })
}
