import type { Random } from '../bench/reader/documents/random.ts'

/** What became of an input: it was taken, or turned away in words. Everything else throws. */
export type Verdict = 'accepted' | 'refused'

/** One input, ready to be fed. */
export interface Trial {
  /** What a report shows of it. */
  readonly input: unknown
  /** @throws When the program did anything but take it or turn it away. */
  run(): Verdict | Promise<Verdict>
}

/** A part of the program that reads what strangers have written. */
export interface Target {
  readonly name: string
  /**
   * Makes the input of one index: the same for the same numbers.
   * @param index - The first few stand for the largest inputs, so that every run has those.
   */
  draw(random: Random, index: number): Trial
  /** Looks after what no input may change. @throws When it has changed. */
  settle?(): Promise<void>
}

/** Sentences are for a person: they may quote an input, but not all of a large one. */
const LONGEST_SENTENCE = 10_000

/** Turned away, as long as it is said why. */
export function refusedWith(sentence: unknown): Verdict {
  if (typeof sentence !== 'string' || sentence === '') {
    throw new TypeError(`It was refused without a sentence: ${typeof sentence}`)
  }
  if (sentence.length > LONGEST_SENTENCE) {
    throw new RangeError(
      `The sentence has ${sentence.length} code units: ${sentence.slice(0, 200)}…`,
    )
  }
  return 'refused'
}

/** @throws Error with the sentence when something that always holds does not. */
export function ensure(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence)
}
