import { quoteOf, compareText } from '../../annotation/span.ts'
import type { AlignedGroup } from '../align-sets.ts'
import { GROUP_KINDS, type GroupKind } from '../group-kind.ts'

/** How many places there are of each kind. */
export type KindCounts = Readonly<Record<GroupKind, number>>

/** How often something was marked, and how far the annotators were of one mind about it. */
export interface Dispute {
  readonly places: KindCounts
  /** The places that are not agreed. */
  readonly disputed: number
}

/** A phrase that was marked, whoever marked it and in whatever letters. */
export interface DisputedPhrase extends Dispute {
  readonly phrase: string
}

const MANY_SPACES = /\s{2,}|[^\S ]/gu

/** A quote as phrases are counted: small letters, and one space for white space of any kind. */
export function phraseOf(quote: string): string {
  return quote.toLowerCase().replaceAll(MANY_SPACES, ' ').trim()
}

/** The phrases of a place: one for each way in which it was marked. @param text - The article's. */
export function phrasesOf({ marked }: AlignedGroup, text: string): ReadonlySet<string> {
  const phrases = new Set<string>()
  for (const { spans } of marked) {
    for (const span of spans) phrases.add(phraseOf(quoteOf(text, span)))
  }
  return phrases
}

/** What a thread has counted, in a form that goes to another at little cost. */
export interface PackedPhrases {
  /** With line feeds between them: a phrase has none. */
  readonly phrases: string
  /** For each phrase as many numbers as there are kinds, in the order of `GROUP_KINDS`. */
  readonly counts: Int32Array
}

/** Counts phrases by the kinds of the places in which they stand. */
export class PhraseCounter {
  readonly #numbers = new Map<string, number>()
  #counts = new Int32Array(1024)

  /** @param phrases - Of one place. */
  add(phrases: Iterable<string>, kind: GroupKind): void {
    for (const phrase of phrases) this.#add(phrase, GROUP_KINDS.indexOf(kind), 1)
  }

  /** Adds what another has counted. */
  join({ phrases, counts }: PackedPhrases): void {
    if (counts.length === 0) return
    for (const [number, phrase] of phrases.split('\n').entries()) {
      for (let kind = 0; kind < GROUP_KINDS.length; kind++) {
        const count = counts[number * GROUP_KINDS.length + kind] ?? 0
        if (count > 0) this.#add(phrase, kind, count)
      }
    }
  }

  pack(): PackedPhrases {
    const phrases = [...this.#numbers.keys()].join('\n')
    return { phrases, counts: this.#counts.slice(0, this.#numbers.size * GROUP_KINDS.length) }
  }

  /** The phrases that are disputed most, at most so many, and how many are disputed at all. */
  mostDisputed(limit: number): { readonly most: readonly DisputedPhrase[]; readonly all: number } {
    const disputed: DisputedPhrase[] = []
    for (const [phrase, number] of this.#numbers) {
      const from = number * GROUP_KINDS.length
      const dispute = disputeOf(this.#counts.subarray(from, from + GROUP_KINDS.length))
      if (dispute.disputed > 0) disputed.push({ phrase, ...dispute })
    }
    const sorted = disputed.toSorted(
      (a, b) => compareDisputes(a, b) || compareText(a.phrase, b.phrase),
    )
    return { most: sorted.slice(0, limit), all: disputed.length }
  }

  #add(phrase: string, kind: number, count: number): void {
    let number = this.#numbers.get(phrase)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(phrase, number)
      if ((number + 1) * GROUP_KINDS.length > this.#counts.length) {
        const larger = new Int32Array(this.#counts.length * 2)
        larger.set(this.#counts)
        this.#counts = larger
      }
    }
    const at = number * GROUP_KINDS.length + kind
    this.#counts[at] = (this.#counts[at] ?? 0) + count
  }
}

/** @param counts - By kind, in the order of `GROUP_KINDS`. */
export function disputeOf(counts: ArrayLike<number>): Dispute {
  const places = Object.fromEntries(
    GROUP_KINDS.map((kind, index) => [kind, counts[index] ?? 0]),
  ) as Record<GroupKind, number>
  const all = GROUP_KINDS.reduce((sum, kind) => sum + places[kind], 0)
  return { places, disputed: all - places.agreed }
}

/** What is disputed most often comes first; of those, what is agreed least often. */
export function compareDisputes(a: Dispute, b: Dispute): number {
  return b.disputed - a.disputed || a.places.agreed - b.places.agreed
}
