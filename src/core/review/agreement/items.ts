import type { Attributes } from '../../annotation/attribute.ts'
import type { AnnotationSet } from '../../annotation/annotation-set.ts'
import { compareText, quoteOf, type Span } from '../../annotation/span.ts'
import { alignPair } from '../align-pair.ts'
import type { AlignedGroup } from '../align-sets.ts'
import { groupKind, type GroupKind } from '../group-kind.ts'
import { edgePatternsOf, type EdgePattern } from './edge-patterns.ts'
import {
  chosenSets,
  inUtf16,
  type AgreementSelection,
  type MarkedArticle,
} from './marked-article.ts'
import { pairsOf } from './pairs-of.ts'
import { phrasesOf } from './phrases.ts'
import { placesOf, rangeOf } from './places.ts'
import { outcomeOf, valuesOf, type ValueOutcome } from './value-counter.ts'

/** A cell of a matrix of confusion; null is *not marked*. */
export interface ConfusionCell {
  readonly row: string | null
  readonly column: string | null
}

/** Which places are wanted: those of which all of it is true; null asks nothing. */
export interface ItemQuestion {
  /** Somebody has marked it with this label. */
  readonly label: string | null
  readonly kinds: readonly GroupKind[] | null
  /** As `phraseOf` gives it. */
  readonly phrase: string | null
  readonly pattern: EdgePattern | null
  /** Values of this attribute stand so to each other, of spans with the label if one is asked for. */
  readonly value: { readonly attribute: string; readonly outcomes: readonly ValueOutcome[] } | null
  /** The pairs of two annotators' spans that this cell counts, in the place of places of all. */
  readonly cell: ConfusionCell | null
}

export interface ItemMark {
  readonly annotator: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly attributes: Attributes
}

/** A place that a figure is made of; offsets in UTF-16 code units. */
export interface AgreementItem {
  readonly kind: GroupKind
  /** From the first character that any mark has to the last. */
  readonly start: number
  readonly end: number
  readonly marks: readonly ItemMark[]
  /** Those who have opened the article and not marked it. */
  readonly missing: readonly string[]
}

/** The places of an article that a figure is made of, in the order of the text. */
export function itemsOf(
  article: MarkedArticle,
  selection: AgreementSelection,
  question: ItemQuestion,
): readonly AgreementItem[] {
  const sets = inUtf16(article, chosenSets(article, selection))
  if (sets.length < 2) return []
  const { text, language } = article
  const groups = question.cell === null ? placesOf(sets) : pairsIn(sets, question.cell)
  return groups
    .filter((group) => fits(group, question, { text, language }))
    .filter((group) => hasValues(group, question, selection.annotators))
    .map((group) => itemOf(group, text))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function fits(
  group: AlignedGroup,
  { label, kinds, phrase, pattern }: ItemQuestion,
  { text, language }: Pick<MarkedArticle, 'text' | 'language'>,
): boolean {
  const spans = group.marked.flatMap((each) => each.spans)
  return (
    (label === null || spans.some((span) => span.label === label)) &&
    (kinds === null || kinds.includes(group.kind)) &&
    (phrase === null || phrasesOf(group, text).has(phrase)) &&
    (pattern === null || edgePatternsOf(group, text, language).has(pattern))
  )
}

function hasValues(
  group: AlignedGroup,
  { label, value }: ItemQuestion,
  annotators: readonly string[],
): boolean {
  if (value === null) return true
  return valuesOf(group, annotators).some(
    (said) =>
      said.attribute === value.attribute &&
      (label === null || said.label === label) &&
      value.outcomes.includes(outcomeOf(said)),
  )
}

/** The pairs that a cell counts; where there are more than two annotators, of all their pairs, either way round. */
function pairsIn(
  sets: readonly AnnotationSet[],
  { row, column }: ConfusionCell,
): readonly AlignedGroup[] {
  const isEitherWay = sets.length > 2
  return pairsOf(sets.length).flatMap(([a, b]) => {
    const [one, other] = [sets[a], sets[b]]
    if (one === undefined || other === undefined) return []
    return pairedGroups(one, other).filter(({ marked }) => {
      const [first, second] = [labelBy(marked, one), labelBy(marked, other)]
      const isThere = first === row && second === column
      return isThere || (isEitherWay && first === column && second === row)
    })
  })
}

function labelBy(marked: AlignedGroup['marked'], { annotator }: AnnotationSet): string | null {
  return marked.find((each) => each.annotator === annotator)?.spans[0]?.label ?? null
}

function pairedGroups(one: AnnotationSet, other: AnnotationSet): readonly AlignedGroup[] {
  const { pairs, onlyA, onlyB } = alignPair(one.spans, other.spans)
  const group = (a: Span | null, b: Span | null): AlignedGroup => {
    const marked = [
      { annotator: one.annotator, span: a },
      { annotator: other.annotator, span: b },
    ].flatMap(({ annotator, span }) => (span ? [{ annotator, spans: [span] }] : []))
    const missing = [...(a ? [] : [one.annotator]), ...(b ? [] : [other.annotator])]
    return { kind: groupKind(marked, missing), marked, missing }
  }
  return [
    ...pairs.map(([a, b]) => group(a, b)),
    ...onlyA.map((span) => group(span, null)),
    ...onlyB.map((span) => group(null, span)),
  ]
}

function itemOf(group: AlignedGroup, text: string): AgreementItem {
  const marks = group.marked.flatMap(({ annotator, spans }) =>
    spans.map((span) => ({
      annotator,
      label: span.label,
      start: span.start,
      end: span.end,
      quote: quoteOf(text, span),
      attributes: span.attributes,
    })),
  )
  const { kind, missing } = group
  return {
    kind,
    ...rangeOf(group),
    marks: marks.toSorted((a, b) => compareText(a.annotator, b.annotator) || a.start - b.start),
    missing,
  }
}
