import type { BenchRange } from './document.ts'
import type { Random } from './random.ts'

const ONSETS = 'b d f g h j k l m n p r s t v w z br dr fl gr kl pr sl st tr'.split(' ')
const VOWELS = 'a e i o u ai ea io ou'.split(' ')
const CODAS = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'rn', 'st']
const VOCABULARY = 3000

/** A word of a text, and the paragraph it stands in. */
export interface Word extends BenchRange {
  readonly paragraph: number
}

/** Writes prose without meaning: words of no language in sentences and paragraphs. */
export class Prose {
  readonly #random: Random
  readonly #vocabulary: readonly string[]

  constructor(random: Random) {
    this.#random = random
    // The shorter the more frequent, as in any language.
    this.#vocabulary = Array.from({ length: VOCABULARY }, () => this.#newWord()).toSorted(
      (a, b) => a.length - b.length,
    )
  }

  /** Paragraphs of 200 to 900 characters with an empty line between, `length` characters in all. */
  article(length: number): string {
    let text = this.paragraph(this.#random.between(200, 900))
    while (text.length < length) text += `\n\n${this.paragraph(this.#random.between(200, 900))}`
    return cut(text, length)
  }

  /** Sentences without a line break, at least `length` characters. */
  paragraph(length: number): string {
    let text = this.sentence(this.#random.between(6, 24))
    while (text.length < length) text += ` ${this.sentence(this.#random.between(6, 24))}`
    return text
  }

  sentence(words: number): string {
    const written = Array.from({ length: words }, () => this.#anyWord())
    const text = written
      .map((word, index) => (index < words - 1 && this.#random.next() < 0.08 ? `${word},` : word))
      .join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }

  /** Some words are far more frequent than others. */
  #anyWord(): string {
    const rank = Math.floor(this.#random.next() ** 3 * this.#vocabulary.length)
    return this.#vocabulary[rank] ?? ''
  }

  #newWord(): string {
    const syllables = this.#random.between(1, 4)
    return Array.from(
      { length: syllables },
      () => this.#random.pick(ONSETS) + this.#random.pick(VOWELS) + this.#random.pick(CODAS),
    ).join('')
  }
}

/** The first characters of a text, ending like a sentence. */
export function cut(text: string, length: number): string {
  const kept = text.slice(0, length - 1)
  return `${kept.replace(/\W+$/, (end) => 'a'.repeat(end.length))}.`
}

/** All words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  let paragraph = 0
  const words: Word[] = []
  for (const match of text.matchAll(/[A-Za-z]+|\n+/g)) {
    const [found] = match
    if (found.startsWith('\n')) paragraph++
    else words.push({ start: match.index, end: match.index + found.length, paragraph })
  }
  return words
}
