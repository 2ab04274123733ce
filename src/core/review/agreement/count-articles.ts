import { quoteOf } from '../../annotation/span.ts'
import { createOffsetMap } from '../../text/offsets.ts'
import { onceAPair } from '../align-pair.ts'
import type { AlignedGroup } from '../align-sets.ts'
import { GROUP_KINDS } from '../group-kind.ts'
import { countConfusion, newCells } from './confusion.ts'
import { CountLayout } from './count-layout.ts'
import { EDGE_PATTERNS, edgePatternsOf, type EdgePattern } from './edge-patterns.ts'
import { exactMatches, relaxedMatches } from './f1.ts'
import {
  chosenSets,
  dayOfChange,
  inUtf16,
  type AgreementSelection,
  type MarkedArticle,
  type MarkedSet,
} from './marked-article.ts'
import { PhraseCounter, phrasesOf, type PackedPhrases } from './phrases.ts'
import { placesOf, rangeOf } from './places.ts'
import {
  depthProfile,
  mergeOverlapping,
  sharedLength,
  totalLength,
  type MarkedRange,
} from './range.ts'
import { tokenRanges, tokensOf } from './tokens.ts'
import { ValueCounter, valuesOf, type CountedValues } from './value-counter.ts'

/** What agreement on some articles is measured by; plain arrays, so that threads hand it on at little cost. */
export interface CountedArticles {
  readonly articles: number
  /** A row for each article, as `CountLayout` has it. */
  readonly rows: Int32Array
  /** For αU: start, end, start, end, … in code points, of each article, label and annotator in turn. */
  readonly units: Int32Array
  /** For each article, label and annotator how many numbers of `units` are theirs. */
  readonly unitCounts: Int32Array
  /** Cells of a matrix of confusion for each pair. */
  readonly cells: readonly Int32Array[]
  /** For each article how many places there are of each kind, in the order of `GROUP_KINDS`. */
  readonly kinds: Int32Array
  readonly phrases: PackedPhrases
  /** What was said of attributes, over all the articles. */
  readonly values: readonly CountedValues[]
  /** How many places show each pattern, in the order of `EDGE_PATTERNS`. */
  readonly patterns: Int32Array
  /** The first places of each, a few. */
  readonly examples: readonly PatternExample[]
  /** For each article the day (YYYY-MM-DD) on which a set on it was changed last; '' where nothing tells. */
  readonly changed: readonly string[]
}

/** A place whose marks differ at an edge. */
export interface PatternExample {
  readonly pattern: EdgePattern
  readonly article: string
  /** What any of the marks has, in code points. */
  readonly start: number
  readonly end: number
  /** What was marked, each way once. */
  readonly quotes: readonly string[]
}

const EXAMPLES = 3

/** Counts articles, one after the other. */
export class ArticleCounter {
  readonly #selection: AgreementSelection
  readonly #layout: CountLayout
  readonly #rows: Int32Array[] = []
  readonly #units: number[] = []
  readonly #unitCounts: number[] = []
  readonly #cells: readonly Int32Array[]
  readonly #kinds: number[] = []
  readonly #phrases = new PhraseCounter()
  readonly #values = new ValueCounter()
  readonly #patterns = new Int32Array(EDGE_PATTERNS.length)
  readonly #examples: PatternExample[] = []
  readonly #changed: string[] = []

  constructor(selection: AgreementSelection) {
    const { annotators, labels } = selection
    this.#selection = selection
    this.#layout = new CountLayout(annotators.length, labels.length)
    this.#cells = this.#layout.pairs.map(() => newCells(labels.length))
  }

  add(article: MarkedArticle): void {
    const sets = chosenSets(article, this.#selection)
    this.#countRow(article.text, sets)
    this.#countPlaces(article, sets)
    this.#changed.push(dayOfChange(sets) ?? '')
  }

  result(): CountedArticles {
    const rows = new Int32Array(this.#rows.length * this.#layout.size)
    for (const [index, row] of this.#rows.entries()) rows.set(row, index * this.#layout.size)
    return {
      articles: this.#rows.length,
      rows,
      units: Int32Array.from(this.#units),
      unitCounts: Int32Array.from(this.#unitCounts),
      cells: this.#cells,
      kinds: Int32Array.from(this.#kinds),
      phrases: this.#phrases.pack(),
      values: this.#values.pack(),
      patterns: this.#patterns,
      examples: this.#examples,
      changed: this.#changed,
    }
  }

  #countRow(text: string, sets: readonly MarkedSet[]): void {
    const { annotators, labels } = this.#selection
    const layout = this.#layout
    const row = new Int32Array(layout.size)
    const chosen = annotators.map((id) => sets.find(({ annotator }) => annotator === id) ?? null)
    const tokens = tokensOf(text)
    const { characters } = tokens
    for (const [member, set] of chosen.entries()) row[member] = set === null ? 0 : 1
    row[layout.characters] = characters
    row[layout.tokens] = tokens.starts.length
    for (const [label, name] of labels.entries()) {
      const spans = chosen.map((set) => set?.spans.filter((span) => span.label === name) ?? [])
      const merged = spans.map(mergeOverlapping)
      const units = merged.map(({ ranges }) => ranges)
      const inTokens = units.map((ranges) => tokenRanges(ranges, tokens))
      const put = (at: number, numbers: readonly number[]): void => row.set(numbers, at)
      put(
        layout.ofAnnotators(label, 'spans'),
        spans.map((list) => list.length),
      )
      put(
        layout.ofAnnotators(label, 'merged'),
        merged.map((each) => each.merged),
      )
      put(layout.ofAnnotators(label, 'characters'), units.map(totalLength))
      put(layout.ofAnnotators(label, 'tokens'), inTokens.map(totalLength))
      for (const [pair, [a, b]] of layout.pairs.entries()) {
        const [spansA = [], spansB = []] = [spans[a], spans[b]]
        row[layout.ofPairs(label, 'exact') + pair] = exactMatches(spansA, spansB)
        row[layout.ofPairs(label, 'relaxed') + pair] = relaxedMatches(spansA, spansB)
        row[layout.ofPairs(label, 'sharedCharacters') + pair] = sharedOf(units, a, b)
        row[layout.ofPairs(label, 'sharedTokens') + pair] = sharedOf(inTokens, a, b)
      }
      if (layout.depths > 0) {
        const present = (lists: readonly (readonly MarkedRange[])[]): typeof lists =>
          lists.filter((_, member) => chosen[member] !== null)
        put(layout.ofDepths(label, 'characterDepths'), depthProfile(present(units), characters))
        put(
          layout.ofDepths(label, 'tokenDepths'),
          depthProfile(present(inTokens), tokens.starts.length),
        )
      }
      for (const ranges of units) {
        this.#unitCounts.push(ranges.length * 2)
        for (const { start, end } of ranges) this.#units.push(start, end)
      }
    }
    this.#rows.push(row)
  }

  #countPlaces(article: MarkedArticle, marked: readonly MarkedSet[]): void {
    const { annotators, labels } = this.#selection
    const { text, language } = article
    const kinds = GROUP_KINDS.map(() => 0)
    if (marked.length >= 2) {
      const sets = inUtf16(article, marked)
      const align = onceAPair()
      for (const place of placesOf(sets, align)) {
        const kind = GROUP_KINDS.indexOf(place.kind)
        kinds[kind] = (kinds[kind] ?? 0) + 1
        this.#phrases.add(phrasesOf(place, text), place.kind)
        this.#countValues(place)
        for (const pattern of edgePatternsOf(place, text, language)) {
          const at = EDGE_PATTERNS.indexOf(pattern)
          const before = this.#patterns[at] ?? 0
          this.#patterns[at] = before + 1
          if (before < EXAMPLES) this.#examples.push(exampleOf(pattern, article, place))
        }
      }
      for (const [pair, [a, b]] of this.#layout.pairs.entries()) {
        const [one, other] = [a, b].map((member) =>
          sets.find(({ annotator }) => annotator === annotators[member]),
        )
        const cells = this.#cells[pair]
        if (one && other && cells) countConfusion([one, other], labels, cells, align)
      }
    }
    this.#kinds.push(...kinds)
  }

  /** In the row of the article as well: intervals are found by drawing articles. */
  #countValues(place: AlignedGroup): void {
    const { annotators, labels } = this.#selection
    const row = this.#rows.at(-1)
    for (const said of valuesOf(place, annotators)) {
      this.#values.add(said)
      const label = labels.indexOf(said.label)
      for (const [pair, [a, b]] of this.#layout.pairs.entries()) {
        const [one = null, other = null] = [said.values[a], said.values[b]]
        if (one === null || other === null) continue
        add(row, this.#layout.ofPairs(label, 'values') + pair, 1)
        if (one === other) add(row, this.#layout.ofPairs(label, 'equalValues') + pair, 1)
      }
    }
  }
}

function exampleOf(
  pattern: EdgePattern,
  { id, text }: MarkedArticle,
  place: AlignedGroup,
): PatternExample {
  const { toCodePoints } = createOffsetMap(text)
  const { start, end } = rangeOf(place)
  const quotes = new Set(
    place.marked.flatMap(({ spans }) => spans.map((span) => quoteOf(text, span))),
  )
  return {
    pattern,
    article: id,
    start: toCodePoints(start),
    end: toCodePoints(end),
    quotes: [...quotes],
  }
}

function sharedOf(lists: readonly (readonly MarkedRange[])[], a: number, b: number): number {
  return sharedLength(lists[a] ?? [], lists[b] ?? [])
}

/** Puts what was counted of some articles before what was counted of others, of the same selection. */
export function joinCounts(
  parts: readonly CountedArticles[],
  { annotators, labels }: AgreementSelection,
): CountedArticles {
  const phrases = new PhraseCounter()
  const cells = new CountLayout(annotators.length, labels.length).pairs.map(() =>
    newCells(labels.length),
  )
  const patterns = new Int32Array(EDGE_PATTERNS.length)
  const values = new ValueCounter()
  for (const part of parts) {
    phrases.join(part.phrases)
    values.join(part.values)
    addTo(patterns, part.patterns)
    for (const [pair, each] of part.cells.entries()) addTo(cells[pair], each)
  }
  return {
    articles: parts.reduce((sum, part) => sum + part.articles, 0),
    rows: joined(parts.map((part) => part.rows)),
    units: joined(parts.map((part) => part.units)),
    unitCounts: joined(parts.map((part) => part.unitCounts)),
    cells,
    kinds: joined(parts.map((part) => part.kinds)),
    phrases: phrases.pack(),
    values: values.pack(),
    patterns,
    examples: EDGE_PATTERNS.flatMap((pattern) =>
      parts
        .flatMap(({ examples }) => examples.filter((example) => example.pattern === pattern))
        .slice(0, EXAMPLES),
    ),
    changed: parts.flatMap((part) => part.changed),
  }
}

function add(row: Int32Array | undefined, at: number, number: number): void {
  if (row) row[at] = (row[at] ?? 0) + number
}

function addTo(sum: Int32Array | undefined, numbers: Int32Array): void {
  if (sum) for (const [at, number] of numbers.entries()) sum[at] = (sum[at] ?? 0) + number
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
