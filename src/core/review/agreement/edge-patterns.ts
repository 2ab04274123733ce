import { quoteOf } from '../../annotation/span.ts'
import type { TextRange } from '../../text/range.ts'
import type { AlignedGroup } from '../align-sets.ts'
import type { GroupKind } from '../group-kind.ts'
import { hasSameBounds, overlapOf } from '../overlap.ts'
import { ENGLISH, type EdgeWords } from './edge-words.ts'

/**
 * What one annotator takes in at the edge of a span and another leaves out; the first of these that is true of
 * an edge. docs/agreement.md says what each means.
 */
export const EDGE_PATTERNS = [
  'space',
  'punctuation',
  'determiner',
  'conjunction',
  'preposition',
  'hedge',
  'title',
  'attribution',
  'counted',
  'words',
  'clause',
] as const
export type EdgePattern = (typeof EDGE_PATTERNS)[number]

/** Kinds of places whose marks may have different bounds. */
const DIFFERENT_BOUNDS: ReadonlySet<GroupKind> = new Set(['bounds', 'label', 'duplicates'])

/** From this many words on, an edge is a matter of a clause. */
const CLAUSE = 5

const ONLY_SPACE = /^\s*$/u
const ONLY_SIGNS = /^[\s\p{P}\p{S}]*$/u
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu
const STARTS_WITH_DIGIT = /^[\s\p{P}\p{Sc}]*\p{Nd}/u
const ENDS_WITH_DIGIT = /\p{Nd}[\s\p{P}]*$/u
const STARTS_WITH_CAPITAL = /^[\s\p{P}]*\p{Lu}/u

/**
 * The ways in which the marks of a place differ in their bounds: of each two with one label, at both edges.
 * @param text - The article's.
 * @param language - As its metadata have it. Words are looked at in English, and where nothing is stated; in
 * other languages white space, signs, digits and the number of words are.
 */
export function edgePatternsOf(
  { kind, marked }: AlignedGroup,
  text: string,
  language: string | null,
): ReadonlySet<EdgePattern> {
  const found = new Set<EdgePattern>()
  if (!DIFFERENT_BOUNDS.has(kind)) return found
  const spans = marked.flatMap((each) => each.spans)
  const words = language === null || /^en(?:-|$)/u.test(language) ? ENGLISH : null
  for (const [index, one] of spans.entries()) {
    for (const other of spans.slice(index + 1)) {
      if (one.label !== other.label || hasSameBounds(one, other)) continue
      for (const pattern of patternsBetween(one, other, { text, words })) found.add(pattern)
    }
  }
  return found
}

interface Ground {
  readonly text: string
  readonly words: EdgeWords | null
}

function patternsBetween(
  one: TextRange,
  other: TextRange,
  { text, words }: Ground,
): readonly EdgePattern[] {
  // Spans of one place may not meet where they were joined by a third.
  if (overlapOf(one, other) === 0) return ['clause']
  const start = { start: Math.min(one.start, other.start), end: Math.max(one.start, other.start) }
  const end = { start: Math.min(one.end, other.end), end: Math.max(one.end, other.end) }
  const shared = text.slice(start.end, end.start)
  const patterns: EdgePattern[] = []
  if (start.start < start.end) patterns.push(patternBefore(quoteOf(text, start), shared, words))
  if (end.start < end.end) patterns.push(patternAfter(quoteOf(text, end), shared, words))
  return patterns
}

/** @param extra - What only one has marked, before what both have. */
function patternBefore(extra: string, shared: string, words: EdgeWords | null): EdgePattern {
  const plain = plainPattern(extra, words)
  if (plain !== null) return plain
  const found = wordsOf(extra)
  if (words !== null) {
    const [next = ''] = wordsOf(shared)
    const isNumber = STARTS_WITH_DIGIT.test(shared) || words.numbers.has(next)
    if (isNumber && found.every((word) => words.hedges.has(word))) return 'hedge'
    const isTitle = found.some((word) => words.titles.has(word))
    if (isTitle && found.length < CLAUSE && STARTS_WITH_CAPITAL.test(shared)) return 'title'
    if (found.some((word) => words.sayings.has(word))) return 'attribution'
  }
  return found.length >= CLAUSE ? 'clause' : 'words'
}

/** @param extra - What only one has marked, after what both have. */
function patternAfter(extra: string, shared: string, words: EdgeWords | null): EdgePattern {
  const plain = plainPattern(extra, words)
  if (plain !== null) return plain
  const found = wordsOf(extra)
  if (words !== null && found.some((word) => words.sayings.has(word))) return 'attribution'
  const last = wordsOf(shared).at(-1) ?? ''
  const isNumber = ENDS_WITH_DIGIT.test(shared) || (words?.numbers.has(last) ?? false)
  if (isNumber && found.length < CLAUSE) return 'counted'
  return found.length >= CLAUSE ? 'clause' : 'words'
}

/** What can be said of an edge wherever it is. */
function plainPattern(extra: string, words: EdgeWords | null): EdgePattern | null {
  if (ONLY_SPACE.test(extra)) return 'space'
  if (ONLY_SIGNS.test(extra)) return 'punctuation'
  if (words === null) return null
  const left = new Set(wordsOf(extra))
  for (const word of words.determiners) left.delete(word)
  if (left.size === 0) return 'determiner'
  const isConjunction = [...left].some((word) => words.conjunctions.has(word))
  for (const word of words.prepositions) left.delete(word)
  for (const word of words.conjunctions) left.delete(word)
  if (left.size > 0) return null
  return isConjunction ? 'conjunction' : 'preposition'
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase())
}
