import { LABELS, type BenchLabel, type BenchSpan } from './document.ts'
import type { Word } from './prose.ts'
import type { Random } from './random.ts'

const MOST_WORDS = 8
/** The share of spans that lie over or within another one. */
const CROSSING = 0.15

/** Where the bench adds spans of 2 words and moves their ends: within the first words of a text. */
const PLACES = { words: 60, least: 2, most: 4 }

/** Words `[first, last]` of a text. */
interface Stretch {
  readonly first: number
  readonly last: number
}

/** Spans of 1 to 8 words spread evenly over a text; the last one covers its last words. */
export function spansOver(
  words: readonly Word[],
  count: number,
  random: Random,
): readonly BenchSpan[] {
  const plain = Math.round(count * (1 - CROSSING))
  const stretches = Array.from({ length: plain }, (_, index) => {
    const from = Math.floor((index * words.length) / plain)
    const to = Math.floor(((index + 1) * words.length) / plain) - 1
    const first = random.between(from, Math.max(from, to - 1))
    const most = Math.max(1, Math.min(MOST_WORDS, to - first + 1))
    return withinParagraph(words, { first, last: first + random.between(1, most) - 1 })
  })
  stretches[plain - 1] = { first: words.length - 2, last: words.length - 1 }
  const spans = new SpanSet(words)
  for (const stretch of stretches) spans.add(stretch, random.pick(LABELS))
  while (spans.size < count) {
    const stretch = withinParagraph(words, crossed(random.pick(stretches), random))
    spans.add(stretch, random.pick(LABELS))
  }
  return spans.inOrder()
}

/** Many different spans of 1 to 8 words on few words. */
export function spansHeapedOn(
  words: readonly Word[],
  count: number,
  random: Random,
): readonly BenchSpan[] {
  const spans = new SpanSet(words)
  while (spans.size < count) {
    const first = random.between(0, words.length - 1)
    const last = Math.min(words.length, first + random.between(1, MOST_WORDS)) - 1
    spans.add({ first, last }, random.pick(LABELS))
  }
  return spans.inOrder()
}

/** A stretch within another, or one that begins in it and goes beyond. */
function crossed({ first, last }: Stretch, random: Random): Stretch {
  if (first < last && random.next() < 0.5) {
    const inner = random.between(first, last)
    const isWhole = inner === first
    return { first: inner, last: random.between(inner, isWhole ? last - 1 : last) }
  }
  return { first: last, last: last + random.between(1, 4) }
}

function withinParagraph(words: readonly Word[], { first, last }: Stretch): Stretch {
  const paragraph = words[first]?.paragraph
  let end = Math.min(last, words.length - 1)
  while (end > first && words[end]?.paragraph !== paragraph) end--
  return { first, last: end }
}

/** Spans on words; the product refuses two alike, so there are none. */
class SpanSet {
  readonly #words: readonly Word[]
  readonly #spans = new Map<string, Omit<BenchSpan, 'id'>>()

  constructor(words: readonly Word[]) {
    this.#words = words
  }

  get size(): number {
    return this.#spans.size
  }

  /** Adds a span, but for one that is there and one that the bench will add itself. */
  add({ first, last }: Stretch, wanted: BenchLabel): void {
    const [from, to] = [this.#words[first], this.#words[last]]
    if (from === undefined || to === undefined) throw new RangeError('There is no such word')
    const length = last - first + 1
    const isPlace = first < PLACES.words && length >= PLACES.least && length <= PLACES.most
    const label = isPlace && wanted === 'claim' ? 'actor' : wanted
    const span = { start: from.start, end: to.end, label }
    this.#spans.set(`${span.start} ${span.end} ${label}`, span)
  }

  inOrder(): readonly BenchSpan[] {
    return [...this.#spans.values()]
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .map((span, index) => ({ ...span, id: `s${index}` }))
  }
}
