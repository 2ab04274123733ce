import { pairsOf } from './pairs-of.ts'

/** What is counted by label and annotator. */
const BY_ANNOTATOR = ['spans', 'merged', 'characters', 'tokens'] as const
/** What is counted by label and pair. */
const BY_PAIR = [
  'exact',
  'relaxed',
  'values',
  'equalValues',
  'sharedCharacters',
  'sharedTokens',
] as const
/** What is counted by label and by how many have a unit in; for two it follows from the others. */
const BY_DEPTH = ['characterDepths', 'tokenDepths'] as const

type ByAnnotator = (typeof BY_ANNOTATOR)[number]
type ByPair = (typeof BY_PAIR)[number]
type ByDepth = (typeof BY_DEPTH)[number]

/**
 * Where each count stands in the row of numbers that an article comes to. Rows go from thread to thread as one
 * array, which costs next to nothing, and are added up column by column.
 *
 * A row has 1 or 0 for each annotator who has opened the article or not, then its characters (code points) and
 * tokens; then, for each label, what the three lists name.
 */
export class CountLayout {
  readonly annotators: number
  readonly labels: number
  readonly pairs: readonly (readonly [number, number])[]
  /** How many numbers a row has. */
  readonly size: number
  readonly characters: number
  readonly tokens: number
  readonly #labelSize: number

  constructor(annotators: number, labels: number) {
    this.annotators = annotators
    this.labels = labels
    this.pairs = pairsOf(annotators)
    this.characters = annotators
    this.tokens = annotators + 1
    this.#labelSize =
      BY_ANNOTATOR.length * annotators +
      BY_PAIR.length * this.pairs.length +
      BY_DEPTH.length * this.depths
    this.size = annotators + 2 + labels * this.#labelSize
  }

  /** How many depths are counted: none for two annotators, whose pair says as much. */
  get depths(): number {
    return this.annotators > 2 ? this.annotators + 1 : 0
  }

  /** The column of the first annotator; those of the others follow. */
  ofAnnotators(label: number, what: ByAnnotator): number {
    return this.#label(label) + BY_ANNOTATOR.indexOf(what) * this.annotators
  }

  /** The column of the first pair, in the order of `pairsOf`; zeros where one has not opened the article. */
  ofPairs(label: number, what: ByPair): number {
    const before = BY_ANNOTATOR.length * this.annotators
    return this.#label(label) + before + BY_PAIR.indexOf(what) * this.pairs.length
  }

  /** The column of depth 0: units that none of those who opened the article has in. */
  ofDepths(label: number, what: ByDepth): number {
    const before = BY_ANNOTATOR.length * this.annotators + BY_PAIR.length * this.pairs.length
    return this.#label(label) + before + BY_DEPTH.indexOf(what) * this.depths
  }

  #label(label: number): number {
    return this.annotators + 2 + label * this.#labelSize
  }
}
